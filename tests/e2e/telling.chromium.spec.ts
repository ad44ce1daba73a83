import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from '../browsers/chromium';
import { chromiumScreen } from '../browsers/chromium-screen';
import { extensionFolder } from '../browsers/extension';
import { expect, test } from './town';

type Told = { badge: string; shown: string[] };
/** What the extension shows of itself outside of its pages. */
declare const chrome: {
	notifications: {
		getAll(): Promise<Record<string, true>>;
		create(id: string, options: { message: string }): Promise<string>;
		onClicked: { dispatch(id: string): void };
	};
	action: { getBadgeText(of: object): Promise<string> };
};

test('a post that needs the person is told by one notification, where it is wished', async ({
	folder,
	gateway,
}) => {
	// A browser without a window cannot ask: in this copy the question was answered with yes.
	const extension = join(folder, 'allowed');
	await cp(extensionFolder('chromium'), extension, { recursive: true });
	const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
	const { optional_permissions, permissions, ...rest } = manifest;
	const allowed = { ...rest, permissions: [...permissions, ...optional_permissions] };
	await writeFile(join(extension, 'manifest.json'), JSON.stringify(allowed));
	const chromium = await launchChromium({ extension, gateway });
	const { page } = chromium;
	const screen = chromiumScreen(chromium);
	const told = (): Promise<Told> =>
		page.evaluate(async () => ({
			badge: await chrome.action.getBadgeText({}),
			shown: Object.keys(await chrome.notifications.getAll()),
		}));
	const [background] = chromium.context.serviceWorkers();
	if (!background) throw new Error('no background');
	await background.evaluate(() => {
		const { notifications } = chrome;
		const { create } = notifications;
		const words: string[] = [];
		Object.assign(globalThis, { words });
		notifications.create = (id, options) => {
			words.push(options.message);
			return create.call(notifications, id, options);
		};
	});
	const words = () =>
		background.evaluate(() => (globalThis as unknown as { words: string[] }).words);
	await chromium.open('#/settings');
	await page.evaluate(failsToSend, 1);
	await expect.poll(told).toEqual({ badge: '1', shown: [] });

	await screen.click('checkbox', 'Tell me by a notification when a post needs me');
	await expect.poll(told).toEqual({ badge: '1', shown: ['news'] });
	await page.evaluate(failsToSend, 2);
	await expect.poll(told).toEqual({ badge: '2', shown: ['news'] });
	// Whoever looked after one of them knows of the other.
	await page.evaluate(failsToSend, -2);
	await expect.poll(told).toEqual({ badge: '1', shown: [] });
	await page.evaluate(failsToSend, 3);
	await expect.poll(told).toEqual({ badge: '2', shown: ['news'] });
	// How many, and no word of any post.
	expect(await words()).toEqual([1, 2, 2].map((n) => `Posts that need you: ${n}`));
	const opened = chromium.context.waitForEvent('page');
	await background.evaluate(() => chrome.notifications.onClicked.dispatch('news'));
	await expect.poll(async () => (await opened).url()).toContain('#/outbox');
	await expect.poll(told).toEqual({ badge: '2', shown: [] });
	expect(chromium.watch.errors).toEqual([]);
	await chromium.close();
});

/** Runs in the page: a delivery that failed, as the outbox leaves it; below zero: it is gone again. */
async function failsToSend(n: number): Promise<void> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open('townsquare');
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const tx = db.transaction('deliveries', 'readwrite');
	const store = tx.objectStore('deliveries');
	const delivery = {
		...{ id: `d${n}`, target: 'nowhere', name: '@me@nowhere.test', host: 'nowhere.test' },
		...{ kind: 'create', state: 'failed', origin: 'typed', targets: 1, answers: [], verdicts: [] },
		...{ turn: 0, thread: { at: 0, of: 1 }, tries: 1, failures: 1 },
		...{ dueAt: n, createdAt: n, changedAt: n, problem: { key: 'outboxTooLate' } },
		content: { text: 'For followers alone', facets: [], visibility: 'followers', media: [] },
	};
	if (n < 0) store.delete(`d${-n}`);
	else store.put(delivery);
	await new Promise((resolve) => {
		tx.oncomplete = resolve;
	});
	db.close();
	const changes = new BroadcastChannel('townsquare-changes');
	changes.postMessage('deliveries');
	changes.close();
}
