import type { Screen } from '../browsers/screen';
import { said } from './steps/drawn';
import { expect, login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { opensPopup } from './steps/writing';

const MINUTE = 60_000;
const OFFER = /^Go to where you were on another device/;

type Row = [key: string, at: number, by: string, json?: string];
/** Both browsers give it to their extensions' pages. */
declare const chrome: {
	storage: {
		sync: {
			get(names: null): Promise<Record<string, { of?: Row[] }>>;
			set(items: object): Promise<void>;
			clear(): Promise<void>;
		};
	};
};

/** Everything that lies in the browser's sync, as another browser of the person gets it. */
const lies = (screen: Screen) =>
	screen.evaluate(async () => {
		const items = await chrome.storage.sync.get(null);
		return Object.values(items).flatMap(({ of = [] }) => of);
	}, null) as Promise<Row[]>;

/** What was said last of each thing. */
const named = async (screen: Screen) => {
	const rows = (await lies(screen)).sort(([, a], [, b]) => a - b);
	return Object.fromEntries(rows.map(([key, , , json]) => [key, json]));
};

/** What another browser says, as it comes into this one's sync. */
const otherSays = (screen: Screen, ...rows: Row[]) =>
	screen.evaluate(
		async (of) => chrome.storage.sync.set({ 'agreed.63': { v: 1, of } }),
		rows as unknown as string,
	);

const muffled = (screen: Screen) => said(screen, 'list', 'Muffled words');

test('browsers of one person agree through the browser’s own sync, by choice, and part again', async ({
	town,
	place,
}) => {
	test.setTimeout(60_000);
	const { screen } = town;
	const server = await place({ personality: 'mastodon-4.5' });
	const start = Date.now();
	for (let n = 30; n > 0; n--)
		server.post('cleo', { text: `Post ${n} ${'and on '.repeat(30)}`, at: start - n * MINUTE });
	await signIn(town, server.origin, login(server, 'ada'));

	await test.step('nothing is carried before it is switched on', async () => {
		await screen.open('#/settings');
		await screen.fill('textbox', 'What to muffle', 'plot twist');
		await screen.click('button', 'Muffle');
		await expect.poll(() => muffled(screen)).toContain('plot twist');
		await screen.click('radio', 'Dark');
		expect(await lies(screen)).toEqual([]);
		await screen.click('button', 'Keep my browsers in agreement');
		await expect
			.poll(() => said(screen, 'region', 'Your other browsers'))
			.toContain('Last in agreement:');
		expect(await named(screen)).toEqual({
			's:theme': '"dark"',
			'm:plot twist': '{"text":"plot twist"}',
		});
	});

	await test.step('what another browser said is so here, and what it cannot say is not', async () => {
		const now = Date.now();
		await otherSays(
			screen,
			['m:plot twist', now, 'other'],
			['m:#ads', now, 'other', '{"text":"#ads"}'],
			['s:undo', now, 'other', '"30"'],
			['s:size', now, 'other', '"<huge>"'],
			['v:1', now, 'other', '{"id":"1","name":"Pictures","filter":{"media":true}}'],
		);
		await expect.poll(() => muffled(screen)).toContain('#ads');
		expect(await muffled(screen)).not.toContain('plot twist');
		await screen.see('link', 'Open Pictures');
		const isOn = (name: string) =>
			screen.inside('radio', name, (radio) => (radio as HTMLInputElement).checked);
		await expect.poll(() => isOn('30 seconds')).toBe(true);
		expect(await isOn('Normal')).toBe(true);
	});

	await test.step('what is removed here is removed there, whatever an old copy says', async () => {
		await screen.click('button', 'No longer muffle #ads');
		await expect.poll(async () => (await named(screen))['m:#ads']).toBeUndefined();
		await otherSays(screen, ['m:#ads', start, 'other', '{"text":"#ads"}']);
		await expect
			.poll(async () => (await lies(screen)).filter(([key]) => key === 'm:#ads').length)
			.toBe(2);
		await screen.fill('textbox', 'What to muffle', 'cliffhanger');
		await screen.click('button', 'Muffle');
		await expect.poll(async () => (await named(screen))['m:cliffhanger']).toBeDefined();
		expect(await muffled(screen)).not.toContain('#ads');
	});

	await test.step('the time to undo is that of the next post, in the popup too', async () => {
		await opensPopup(town);
		const undo = () =>
			screen.evaluate(() => {
				const labels = [...document.querySelectorAll('label.compose-option')];
				const label = labels.find((one) => one.textContent?.startsWith('Time to undo'));
				return label?.querySelector('select')?.value ?? '';
			}, null);
		await expect.poll(undo).toBe('30');
	});

	await test.step('a place in the timeline is carried as a moment, offered, and gone to at a click', async () => {
		await screen.open('#/');
		await screen.see('article');
		await screen.open('#/settings');
		await expect.poll(async () => (await named(screen))['r:home']).toBe(String(start - MINUTE));
		await otherSays(screen, ['r:home', Date.now() + 1000, 'other', String(start - 20 * MINUTE)]);
		await expect.poll(() => noted(screen)).toContain(String(start - 20 * MINUTE));
		await screen.open('#/');
		await screen.click('button', OFFER);
		await expect
			.poll(() =>
				screen.evaluate(() => {
					const all = [...document.querySelectorAll('[role=feed] article[data-post]')];
					const first = all.find((one) => one.getBoundingClientRect().top >= 44);
					return first?.querySelector('.text')?.textContent ?? '';
				}, null),
			)
			.toContain('Post 20 ');
	});

	await test.step('no secret, post or draft lies there', async () => {
		const all = JSON.stringify(await lies(screen));
		expect(all).not.toMatch(/and on|ada@|127\.0\.0\.1|Bearer/);
	});

	await test.step('a sync that is full is said in words', async () => {
		await screen.open('#/settings');
		await screen.evaluate(async () => {
			let n = 0;
			for (const size of [8000, 1500, 300]) {
				const put = () => chrome.storage.sync.set({ [`other${n++}`]: 'x'.repeat(size) });
				for (let fits = true; fits; )
					fits = await put().then(
						() => true,
						() => false,
					);
			}
		}, null);
		await screen.fill('textbox', 'What to muffle', 'y'.repeat(200));
		await screen.click('button', 'Muffle');
		await expect.poll(() => said(screen, 'alert')).toContain('has no room left');
		await expect.poll(() => muffled(screen)).toContain('y'.repeat(200));
	});

	await test.step('switched off, nothing is left there if so wished; and what was deleted there ends it here', async () => {
		await screen.click('button', 'Switch it off');
		await screen.click('button', 'Switch it off and delete what lies there');
		await screen.see('button', 'Keep my browsers in agreement');
		expect(await lies(screen)).toEqual([]);
		await screen.evaluate(() => chrome.storage.sync.clear(), null);
		await screen.click('button', 'Keep my browsers in agreement');
		await expect.poll(async () => (await named(screen))['m:cliffhanger']).toBeDefined();
		await screen.evaluate(() => chrome.storage.sync.clear(), null);
		await expect
			.poll(() => said(screen, 'region', 'Your other browsers'))
			.toContain('so this one has stopped too');
		expect(await lies(screen)).toEqual([]);
		expect(await muffled(screen)).toContain('cliffhanger');
	});
});

/** What this browser took over. */
function noted(screen: Screen): Promise<string> {
	return screen.evaluate(async () => {
		const opening = indexedDB.open('townsquare');
		const db = await new Promise<IDBDatabase>((resolve) => {
			opening.onsuccess = () => resolve(opening.result);
		});
		const asked = db.transaction('settings').objectStore('settings').get('agreement');
		const { registers } = await new Promise<{ registers: Map<string, { json?: string }> }>(
			(resolve) => {
				asked.onsuccess = () => resolve(asked.result);
			},
		);
		db.close();
		return registers.get('r:home')?.json ?? '';
	}, null);
}
