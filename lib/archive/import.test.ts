import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
	type ArchiveOptions,
	type Expected,
	makeArchive,
	textOf,
} from '../../tests/fixtures/archive';
import { importHere, pick, removeHere } from '../../tests/fixtures/importing';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { eraseEverything, generations } from '../store';
import { get, read } from '../timeline';

const folder = await mkdtemp(join(tmpdir(), 'townsquare-import-'));
let made = 0;

async function make(options: Omit<ArchiveOptions, 'out'>): Promise<Expected> {
	return makeArchive({ out: join(folder, `a${made++}`), sample: 40, ...options });
}

async function imported(archive: Expected) {
	return importHere(await pick(archive.paths));
}

/** Everything that readers can see, in one text. */
async function everything(): Promise<string> {
	const posts = await read('home', undefined, 100_000);
	const likes = await read('likes', undefined, 100_000);
	return JSON.stringify([posts, likes], undefined, 1);
}

beforeEach(async () => {
	installMemoryOpfs();
	await eraseEverything();
});
afterAll(() => rm(folder, { recursive: true }));

describe.each([['2022'], ['2020'], ['2018'], ['grailbird']] as const)(
	'an archive of the layout %s',
	(layout) => {
		it('has the counts and the posts that were put into it', async () => {
			const archive = await make({ n: 1200, layout, duplicates: 20, badRows: 7 });
			const { report } = await imported(archive);
			expect(report?.counts).toEqual(archive.counts);
			expect(Math.floor((report?.first ?? 0) / 1000)).toBe(Math.floor(archive.first / 1000));
			expect(Math.floor((report?.last ?? 0) / 1000)).toBe(Math.floor(archive.last / 1000));
			expect(report?.maybeCircle).toBe(archive.maybeCircle);
			expect(report?.relations).toEqual(archive.relations);
			if (archive.account) expect(report?.account).toEqual(archive.account);
			for (const expected of archive.posts) {
				const stored = await get(expected.key);
				const { text, facets } = textOf(expected.pieces);
				expect(stored?.post.content.text, expected.what).toBe(text.toWellFormed());
				if (facets) expect(stored?.post.content.facets, expected.what).toEqual(facets);
				expect(stored?.post.replyTo, expected.what).toEqual(expected.replyTo);
				expect(stored?.replies, expected.what).toEqual(expected.replies);
				expect(stored?.post.createdAt, expected.what).toBe(expected.createdAt);
				expect(stored?.post.language, expected.what).toBe(expected.language);
				expect(stored?.post.quote?.post, expected.what).toBe(expected.quote?.post);
				expect(stored?.post.repostOf?.handle, expected.what).toBe(expected.repostOf?.handle);
				expect(
					stored?.post.media?.map((m) => m.file),
					expected.what,
				).toEqual(expected.media?.map((m) => m.file));
				expect(
					stored?.post.edits?.map((e) => e.key),
					expected.what,
				).toEqual(expected.edits?.map((e) => e.key));
			}
		});
	},
);

describe('importing again', () => {
	it('changes nothing', async () => {
		const archive = await make({ n: 1500 });
		await imported(archive);
		const before = await everything();
		const again = await imported(archive);
		expect(again.unchanged).toBe(true);
		expect(again.report?.counts).toEqual(archive.counts);
		expect(await everything()).toBe(before);
	});

	it('adds what a newer archive has, keeps what it lacks and says so; removing it brings back what was', async () => {
		const older = await make({ n: 1500 });
		const newer = await make({
			n: 1500,
			generated: '2026-06-01T00:00:00.000Z',
			newer: { grow: 100, gone: 30, likes: 2 },
		});
		await imported(older);
		const before = await everything();
		const { report } = await imported(newer);
		expect(report?.counts).toEqual(newer.counts);
		expect(report?.gone).toBe(newer.gone.length);
		expect(report?.added).toBeGreaterThan(0);
		expect(report?.updated).toBeGreaterThan(0);
		const one = await get(`tw:${newer.gone[0]}`);
		expect(one?.gone).toBe(true);
		const [generation] = await generations();
		const id = generation?.imports.find((i) => i.archiveDate > (older.archiveDate ?? 0))?.id ?? '';
		expect(await removeHere(generation?.account.key ?? '', id)).toContainEqual({ type: 'done' });
		expect(await everything()).toBe(before);
	});

	it('leaves nothing when both imports are removed, whichever goes first', async () => {
		const root = installMemoryOpfs();
		await imported(await make({ n: 600, generated: '2024-01-01T00:00:00.000Z' }));
		await imported(await make({ n: 600, generated: '2025-01-01T00:00:00.000Z' }));
		const [generation] = await generations();
		for (const { id } of generation?.imports ?? [])
			await removeHere(generation?.account.key ?? '', id);
		expect(await everything()).toBe('[\n [],\n []\n]');
		expect([...root.files()]).toEqual([]);
	});
});
