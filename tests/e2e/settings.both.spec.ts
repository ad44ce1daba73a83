import { join } from 'node:path';
import { makeArchive } from '../fixtures/archive';
import { eraseEverything } from './steps/erasing';
import { importArchive } from './steps/importing';
import { login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { lookThrough } from './steps/storage';
import { expect, type Town } from './town';

test('settings lead to their parts, and the size of words is one', async ({ town }) => {
	const { screen } = town;
	await screen.open('#/settings');
	await screen.click('link', 'Keys');
	const focused = () => screen.evaluate(() => document.activeElement?.textContent ?? '', null);
	await expect.poll(focused).toBe('Keys');
	const size = () =>
		screen.evaluate(
			() =>
				Number.parseFloat(getComputedStyle(document.querySelector('main p') as Element).fontSize),
			null,
		);
	const before = await size();
	await screen.click('radio', 'Largest');
	await expect.poll(size).toBeGreaterThan(before * 1.3);
	await screen.reload();
	await screen.see('heading', 'Keys');
	await expect.poll(size).toBeGreaterThan(before * 1.3);
});

test('"Delete everything" leaves nothing anywhere', async ({ town, folder, place }) => {
	test.setTimeout(60_000);
	const { screen } = town;
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 200, mediaRate: 0.3 });
	await importArchive(screen, archive.paths);
	await plant(town);
	const full = await left(town);
	expect(full).toEqual(
		expect.arrayContaining(['local planted', 'sync planted', 'alarm planted', 'page planted']),
	);
	await eraseEverything(screen);
	await expect.poll(() => left(town)).toEqual([]);
	const stored = await lookThrough(screen, ['example_user', 'ada@']);
	expect(stored.hits).toEqual([]);
	expect(stored.files).toEqual([]);
	expect(Object.entries(stored.records).filter(([, count]) => count > 0)).toEqual([]);
});

type Area = { get(): Promise<object>; set(values: object): Promise<void> };
type Api = {
	storage: Record<'local' | 'session' | 'sync', Area>;
	alarms: { getAll(): Promise<{ name: string }[]>; create(name: string, how: object): void };
	permissions: { getAll(): Promise<{ origins?: string[] }> };
	action: { getBadgeText(of: object): Promise<string> };
};

/** Something in every place where the browser keeps things for an extension. */
async function plant({ screen }: Town): Promise<void> {
	await screen.evaluate(async () => {
		const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
		const api = browser ?? chrome;
		for (const area of ['local', 'session', 'sync'] as const)
			await api.storage[area].set({ planted: 1 });
		api.alarms.create('planted', { delayInMinutes: 60 });
		localStorage.setItem('planted', '1');
		sessionStorage.setItem('planted', '1');
		return null;
	}, null);
}

/** What the browser keeps for the extension beside its database; the alarm that looks for news may stay. */
function left({ screen }: Town): Promise<string[]> {
	return screen.evaluate(async () => {
		const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
		const api = browser ?? chrome;
		const areas = ['local', 'session', 'sync'] as const;
		const values = await Promise.all(areas.map((area) => api.storage[area].get()));
		const alarms = (await api.alarms.getAll()).map(({ name }) => name);
		const { origins = [] } = await api.permissions.getAll();
		const badge = await api.action.getBadgeText({});
		const pages = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
		return [
			...values.flatMap((stored, i) => Object.keys(stored).map((name) => `${areas[i]} ${name}`)),
			...alarms.filter((name) => !/^(poll|outbox)$/.test(name)).map((name) => `alarm ${name}`),
			...pages.map((name) => `page ${name}`),
			...origins.map((origin) => `permission ${origin}`),
			...(await caches.keys()).map((name) => `cache ${name}`),
			...(badge === '' ? [] : [`badge ${badge}`]),
		];
	}, null);
}
