import { join } from 'node:path';
import { rawServer } from '../contract/raw-server';
import { makeArchive } from '../fixtures/archive';
import { said, texts } from './steps/drawn';
import { importArchive } from './steps/importing';
import { archiveRecords, lookThrough } from './steps/storage';
import { expect, type Town, test } from './town';

test('the extension starts, opens its page and keeps to itself', async ({ town }) => {
	await town.screen.open('#/');
	expect(await town.screen.evaluate(() => document.title, null)).toContain('Townsquare');
	await town.screen.open('#/outbox');
	await expect
		.poll(async () => (await town.screen.all('paragraph')).join())
		.toContain('Nothing was sent from here yet.');
	await town.screen.open('#/settings');
	await expect
		.poll(() => town.screen.see('region', 'About'))
		.toContain('Townsquare asks no server for anything');
	const { foreign } = await town.watched();
	expect(foreign).toEqual([]);
});

test('who just looks gets a sample: read, searched, and gone without a trace', async ({ town }) => {
	const { screen } = town;
	await screen.open('#/');
	await screen.see('heading', 'Just look around');
	await screen.click('button', 'Look at a sample');
	await screen.see('feed', 'Timeline');
	await expect
		.poll(() => texts(screen))
		.toContain('Does anybody still have the recipe with the plums? #bread');
	await screen.open('#/search?q=sourdough');
	await screen.see('feed', 'Results');
	await expect.poll(() => said(screen, 'article')).toContain('does not care about your calendar');
	await screen.open('#/');
	await screen.see('region', 'Sample');
	await screen.click('button', 'Remove the sample');
	await screen.see('heading', 'Just look around');
	const stored = await lookThrough(screen, ['sample_lina', 'sourdough']);
	expect(archiveRecords(stored)).toBe(0);
	expect(stored.hits).toEqual([]);
});

test('the sample yields to an archive of one’s own', async ({ town, folder }) => {
	const { screen } = town;
	await screen.open('#/');
	await screen.click('button', 'Look at a sample');
	await screen.see('region', 'Sample');
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 40 });
	// It asks nothing: there is nobody else to mistake it for.
	await importArchive(screen, archive.paths);
	await screen.open('#/');
	await screen.gone('region', 'Sample');
	const stored = await lookThrough(screen, ['sample_lina', 'sourdough']);
	expect(stored.hits).toEqual([]);
	expect(archiveRecords(stored)).toBeGreaterThan(0);
});

test('who has no archive yet is told how to ask for it, and reminded until it is there', async ({
	town,
	folder,
}) => {
	const { screen } = town;
	await screen.open('#/import');
	await expect.poll(() => said(screen, 'main')).toContain('On x.com open Settings and privacy');
	await screen.click('button', 'Remind me');
	await expect.poll(() => said(screen, 'status')).toContain('You will be reminded on');
	// Firefox gives no focus to the window that its driver opens.
	if (town.browser === 'chromium') {
		const held = await screen.evaluate(() => document.activeElement?.localName, null);
		expect(held, 'the focus is where the button was').not.toBe('body');
	}
	expect(await badge(town)).toBe('');
	await screen.open('#/');
	await expect.poll(() => said(screen, 'status')).toContain('You will be reminded on');
	await daysPass(town);
	await town.restart('stop');
	const later = town.screen;
	await later.open('#/');
	await expect.poll(() => badge(town)).toBe('1');
	await expect.poll(() => said(later, 'status')).toContain('It should be ready');
	await later.open('#/import');
	await expect.poll(() => said(later, 'status')).toContain('It should be ready');
	await later.click('button', 'Remind me tomorrow');
	await expect.poll(() => badge(town)).toBe('');
	await daysPass(town);
	await expect.poll(() => badge(town)).toBe('1');
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 60 });
	await importArchive(later, archive.paths);
	await expect.poll(() => badge(town)).toBe('');
	expect(await said(later, 'main')).not.toContain('It should be ready');
});

test('who has no account finds a place, signs up on its own page, and comes back', async ({
	town,
}) => {
	const { screen } = town;
	await screen.open('#/');
	await screen.click('link', 'Find a town square');
	await screen.see('heading', 'Join a town square');
	await expect
		.poll(() => screen.evaluate(() => document.activeElement?.textContent ?? '', null))
		.toBe('Join a town square');
	const place = await screen.evaluate(() => {
		const item = document.querySelector<HTMLElement>('li.square[data-host]');
		const link = item?.querySelector<HTMLAnchorElement>('.actions a[target=_blank]');
		return {
			host: item?.dataset['host'] ?? '',
			url: link?.href ?? '',
			name: link?.textContent ?? '',
		};
	}, null);
	const { host, origin } = new URL(place.url);
	const theirs = await rawServer();
	theirs.answer = (_, response) => response.end('Sign up here');
	town.map(host, theirs.origin);
	town.expectServers([origin]);
	await screen.click('link', place.name);
	await town.newTab();
	await town.screen.open('#/');
	await expect.poll(() => said(town.screen, 'status')).toContain('You went to sign up at');
	await town.screen.click('link', /^Sign in at /);
	await town.screen.see('textbox', 'Server address');
	const typed = () =>
		town.screen.inside('textbox', 'Server address', (field) => (field as HTMLInputElement).value);
	expect(await typed()).toBe(place.host);
	await town.screen.click('button', 'Not any more');
	await expect.poll(() => said(town.screen, 'status')).not.toContain('You went to sign up at');
	await theirs.close();
});

/** What the icon of the extension says. */
function badge({ screen }: Town): Promise<string> {
	return screen.evaluate(() => {
		type Api = { action: { getBadgeText(of: object): Promise<string> } };
		const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
		return (browser ?? chrome).action.getBadgeText({});
	}, null);
}

/** As if the reminder had been set long ago: its moments are moved, and the pages hear of it. */
async function daysPass({ screen }: Town): Promise<void> {
	await screen.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const database = await done(indexedDB.open('townsquare'));
		const store = database.transaction('settings', 'readwrite').objectStore('settings');
		const plan = await done(store.get('reminder'));
		const day = 24 * 60 * 60_000;
		await done(store.put({ askedAt: plan.askedAt - 9 * day, at: plan.at - 9 * day }, 'reminder'));
		database.close();
		const changes = new BroadcastChannel('townsquare-changes');
		changes.postMessage('settings');
		changes.close();
		return null;
	}, null);
}
