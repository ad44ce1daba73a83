import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mergeTests } from '@playwright/test';
import type { Screen } from '../browsers/screen';
import { makeArchive } from '../fixtures/archive';
import { readZip } from '../fixtures/naive-zip';
import { pictures } from '../fixtures/pictures';
import { eraseEverything } from './steps/erasing';
import { importArchive } from './steps/importing';
import { expect, handle, login, test as places } from './steps/places';
import { signIn } from './steps/signing-in';
import { entersByPassword, personIn, test as squares } from './steps/squares';
import { isKept, writesTo } from './steps/writing';

const test = mergeTests(squares, places);

/** Everything that is stored of one store, as JSON. */
function stored(screen: Screen, store: string): Promise<string> {
	return screen.evaluate(async (name) => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('townsquare');
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const asked = db.transaction(name).objectStore(name).getAll();
		const rows = await new Promise<unknown[]>((resolve) => {
			asked.onsuccess = () => resolve(asked.result);
		});
		db.close();
		return JSON.stringify(rows);
	}, store);
}

/** Makes a backup of all that is offered, and writes it to a file as a download would. */
async function backsUp(screen: Screen, path: string): Promise<void> {
	await screen.open('#/');
	await screen.open('#/settings');
	await screen.see('checkbox', /^My Twitter archive/);
	await screen.evaluate(() => {
		const make = URL.createObjectURL.bind(URL);
		URL.createObjectURL = (file: Blob) => {
			Object.assign(globalThis, { backup: file });
			return make(file);
		};
		addEventListener('click', (event) => {
			if ((event.target as Element).matches('a[download]')) event.preventDefault();
		});
	}, null);
	for (const name of [/^All other stored/, /^Its pictures/]) await screen.click('checkbox', name);
	await screen.click('button', 'Make a backup');
	await screen.see('link', /^Save townsquare-backup-\d{4}-\d\d-\d\d\.zip/, 30_000);
	const data = await screen.evaluate(async () => {
		const { backup } = globalThis as unknown as { backup: Blob };
		const bytes = new Uint8Array(await backup.arrayBuffer());
		let text = '';
		for (const byte of bytes) text += String.fromCharCode(byte);
		return btoa(text);
	}, null);
	await writeFile(path, Buffer.from(data, 'base64'));
}

/** Every text in a value, however deep, that is long enough to be a secret. */
function secretsIn(value: unknown): string[] {
	if (typeof value === 'string') return value.length >= 16 ? [value] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(secretsIn);
}

test('one file holds everything but secrets, and brings it back into an empty store', async ({
	town,
	place,
	square,
	folder,
}) => {
	test.setTimeout(120_000);
	let { screen } = town;
	const path = join(folder, 'backup.zip');
	const server = await place({ personality: 'mastodon-4.5' });
	server.world.rules = [
		{ id: '1', text: 'Images need alt text here.', hint: '', translations: {} },
	];
	const plein = await square({ named: true });
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 120, mediaRate: 0.2 });

	await test.step('a person with something of everything', async () => {
		await importArchive(screen, archive.paths);
		await signIn(town, server.origin, login(server, 'ada'));
		await entersByPassword(town, plein, personIn(plein, 'alice'));
		await screen.open(`#/server/${new URL(server.origin).host}`);
		await screen.inside('combobox', /Images need alt text/, (element) => {
			const select = element as HTMLSelectElement;
			select.value = 'none';
			select.dispatchEvent(new Event('change', { bubbles: true }));
		});
		await screen.see('button', 'Take back my reading');
		await screen.open('#/settings');
		await screen.fill('textbox', 'What to muffle', 'weather');
		await screen.click('button', 'Muffle');
		await screen.see('button', 'No longer muffle weather');
		await screen.click('radio', 'Dark');
		await writesTo(screen, [handle(server, 'ada')]);
		await screen.fill('textbox', 'Post text', 'Half a thought about tea');
		await screen.choose('Add media', pictures(folder, 1));
		await isKept(screen);
		await expect.poll(() => stored(screen, 'blobs')).not.toBe('[]');
		await expect.poll(() => stored(screen, 'drafts')).toContain('"file"');
	});

	const sessions = JSON.parse(await stored(screen, 'sessions')) as { secret: unknown }[];
	await backsUp(screen, path);

	await test.step('no secret is in it', async () => {
		const secrets = sessions.flatMap(({ secret }) => secretsIn(secret));
		expect(sessions).toHaveLength(2);
		expect(secrets.length).toBeGreaterThan(2);
		const { entries } = await readZip(path);
		const names = entries.map(({ name }) => name);
		expect(names).toEqual(
			expect.arrayContaining(['README.txt', 'drafts.ndjson', 'posts-1.ndjson']),
		);
		for (const entry of entries) {
			const data = (await entry.data()).toString('latin1');
			const found = secrets.filter((secret) => data.includes(secret) && !isPublic(secret));
			expect(found, entry.name).toEqual([]);
		}
	});

	await eraseEverything(screen);

	await test.step('a damaged one says so and writes nothing', async () => {
		const { readFile } = await import('node:fs/promises');
		const bytes = await readFile(path);
		const at = bytes.indexOf('archive/1/media/');
		bytes.fill(1, at + 60, at + 64);
		const damaged = join(folder, 'damaged.zip');
		await writeFile(damaged, bytes);
		await screen.choose('Choose a backup', [damaged]);
		expect(await screen.see('alert')).toContain('The backup is damaged');
		expect(await stored(screen, 'drafts')).toBe('[]');
	});

	// A page that never muffled anything: what comes for the first word takes nothing down that is going on.
	await town.newTab();
	screen = town.screen;
	await screen.open('#/settings');
	await test.step('first it is shown, then all is there again', async () => {
		await screen.choose('Choose a backup', [path]);
		await screen.click('button', 'Bring all of this back');
		const said = await screen.see('region', 'Restored', 40_000);
		expect(said).toContain('Twitter archives');
		expect(await screen.all('link', /^@ada@[^ ]+$/)).toHaveLength(1);
		await screen.see('button', 'No longer muffle weather');
		await expect
			.poll(() => screen.evaluate(() => document.documentElement.dataset['theme'] ?? '', null))
			.toBe('dark');
		expect(await stored(screen, 'corrections')).toContain('Images need alt text');
		expect(await stored(screen, 'sessions')).toBe('[]');
		await screen.open('#/drafts');
		await expect
			.poll(async () => (await screen.all('listitem')).join())
			.toContain('Half a thought');
		await screen.open('#/search?q=from%3Aexample_user');
		await screen.see('article');
	});

	await test.step('and signing in again begins where it was', async () => {
		await screen.open('#/settings');
		await screen.choose('Choose a backup', [path]);
		await screen.click('button', 'Bring all of this back');
		await screen.see('region', 'Restored', 40_000);
		await screen.click('link', /^@ada@[^ ]+$/);
		await screen.see('textbox', 'Server address');
	});
});

/** Keys of accounts and addresses of servers stand in secrets too, and in everything else. */
function isPublic(text: string): boolean {
	return /^(https?:\/\/|did:)/.test(text);
}
