import { join } from 'node:path';
import { makeArchive } from '../fixtures/archive';
import {
	countsToShow,
	importArchive,
	outcome,
	reportOf,
	shownCounts,
	startImport,
} from './steps/importing';
import { archiveRecords, lookThrough } from './steps/storage';
import { expect, type Town, test } from './town';

/** Large enough that something can come in between. */
const LARGE = { n: 60_000, likes: 0, mediaRate: 0 } as const;
/** Few posts, but much to copy. */
const HEAVY = { n: 400, likes: 0, mediaRate: 0.5, mediaBytes: 400_000, mediaMissing: 0 } as const;

async function expectNothingVisible({ screen }: Town): Promise<void> {
	await screen.open('#/');
	await screen.see('link', 'Import a Twitter archive');
	await screen.open('#/import');
	await screen.see('heading', 'Import');
	expect(await screen.all('button', 'Remove this import')).toEqual([]);
	const { records } = await lookThrough(screen);
	expect(records['townsquare/generations'] ?? 0).toBe(0);
}

test('a cancelled import leaves nothing and is answered within a second', async ({
	town,
	folder,
}) => {
	const { screen } = town;
	const archive = await makeArchive({ ...LARGE, out: join(folder, 'a.zip') });
	await startImport(screen, archive.paths);
	await screen.see('progressbar');
	await screen.click('button', 'Cancel import');
	await screen.gone('progressbar', undefined, 3000);
	await expect
		.poll(async () => (await screen.all('status')).join())
		.toContain('The import was cancelled. Nothing of it');
	await expectNothingVisible(town);
	expect(archiveRecords(await lookThrough(screen))).toBe(0);
});

test('a tab closed in the middle leaves nothing visible; again it works', async ({
	town,
	folder,
}) => {
	const { screen } = town;
	const archive = await makeArchive({ ...LARGE, out: join(folder, 'a.zip') });
	await startImport(screen, archive.paths);
	await screen.see('progressbar');
	await town.newTab();
	await expectNothingVisible(town);
	await importArchive(town.screen, archive.paths);
	expect(await shownCounts(town.screen)).toEqual(countsToShow(archive.counts));
});

test('a browser killed in the middle leaves nothing visible; again it works', async ({
	town,
	folder,
}) => {
	const archive = await makeArchive({ ...LARGE, out: join(folder, 'a.zip') });
	await startImport(town.screen, archive.paths);
	await town.screen.see('progressbar');
	await town.restart('kill');
	await expectNothingVisible(town);
	await importArchive(town.screen, archive.paths);
	expect(await shownCounts(town.screen)).toEqual(countsToShow(archive.counts));
	await expectNoLeftovers(town);
});

test('a browser killed while media are copied keeps the posts; again copies the rest', async ({
	town,
	folder,
}) => {
	const archive = await makeArchive({ ...HEAVY, out: join(folder, 'a.zip') });
	await startImport(town.screen, archive.paths);
	await town.screen.see('region', 'Import report');
	await town.restart('kill');
	await town.screen.open('#/');
	await town.screen.see('article');
	const report = await importArchive(town.screen, archive.paths);
	expect(await shownCounts(town.screen)).toEqual(countsToShow(archive.counts));
	expect(report).toContain('The zip is not needed any more');
	const { records } = await lookThrough(town.screen);
	expect(records['townsquare/media']).toBeGreaterThanOrEqual(archive.counts.mediaPresent);
	await expectNoLeftovers(town);
});

test('media can be left out, and added later', async ({ town, folder }) => {
	const { screen } = town;
	const archive = await makeArchive({ out: join(folder, 'a.zip'), ...LARGE, mediaRate: 0.02 });
	await startImport(screen, archive.paths);
	await screen.click('checkbox', /^Copy pictures and videos too/);
	expect(reportOf(await outcome(screen))).toMatch(/left out as you chose/);
	const without = await lookThrough(screen);
	expect(without.files).toEqual([]);
	expect(await importArchive(screen, archive.paths)).not.toMatch(/left out as you chose/);
	const { records } = await lookThrough(screen);
	expect(records['townsquare/media']).toBeGreaterThanOrEqual(archive.counts.mediaPresent);
});

/** Segments of generations that no longer exist, and pack files that no row points into. */
async function expectNoLeftovers({ screen }: Town): Promise<void> {
	const left = await screen.evaluate(async () => {
		const answer = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const database = await answer(indexedDB.open('townsquare'));
		const read = (store: string) => database.transaction(store).objectStore(store);
		const generations = await answer(read('generations').getAll());
		const ids = generations.map(({ id }) => id as number);
		const segments = await answer(read('segments').getAllKeys());
		const postings = await answer(read('postings').getAllKeys());
		const media = await answer(read('media').getAll());
		database.close();
		const packs = new Set(media.map(({ pack }) => pack as string));
		const files: string[] = [];
		const root = await navigator.storage.getDirectory();
		for await (const [folder, handle] of root.entries()) {
			if (!(handle instanceof FileSystemDirectoryHandle)) continue;
			for await (const name of handle.keys()) files.push(`${folder}/${name}`);
		}
		const strays = [...segments, ...postings]
			.map((key) => (Array.isArray(key) ? Number(key[0]) : -1))
			.filter((id) => !ids.includes(id));
		return {
			generations: ids.length,
			strays: strays.length,
			files: files.filter((path) => !packs.has(path.replace(/^media\//, ''))),
		};
	}, null);
	expect(left).toEqual({ generations: 1, strays: 0, files: [] });
}
