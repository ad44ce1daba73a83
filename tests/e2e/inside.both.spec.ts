import { LINKS, NAVIGATION, NO_NAVIGATION } from '../fixtures/navigation';
import {
	addressesOfFrame,
	askToRepost,
	floodMessages,
	forgePresses,
	frameIt,
	pressEverything,
} from './steps/forging';
import {
	CHOICE,
	entries,
	frames,
	letFramesStore,
	pressEntry,
	pressInside,
	readInside,
	switchOn,
	tabsOfOurs,
	theirPages,
	visit,
} from './steps/inside';
import { login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { expect, type Town } from './town';

/** Their page forbids everything that it can; ours is not theirs. */
const STRICT =
	"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-src 'none'";

/** What browsers write when a page may not frame another. */
const REFUSED = /Denying load of|frame-ancestors/;

/** What was written to a server. */
const writes = (log: readonly { method: string; path: string }[]) =>
	log
		.filter(({ method }) => !/^(GET|HEAD|OPTIONS)$/.test(method))
		.map(({ method, path }) => `${method} ${path}`);

/** What Firefox writes when a frame is taken away that reads at that moment. */
const GONE_WHILE_READING =
	/^InvalidStateError: IDBTransaction\.objectStore: Transaction is already/;

test('an entry in their navigation opens the timeline over their column, to read', async ({
	town,
	place,
}) => {
	test.setTimeout(90_000);
	const server = await place({ personality: 'mastodon-4.5' });
	server.post('ben', { text: 'Who lends me a ladder?' });
	server.post('cleo', { text: 'Up on the roof.', spoiler: 'Heights' });
	await signIn(town, server.origin, login(server, 'ada'));
	const theirs = await theirPages(town, ['x.com'], NAVIGATION);
	theirs.shown.policy = STRICT;
	town.expectErrors(GONE_WHILE_READING);
	try {
		await visit(town, 'https://x.com/home');
		expect(await entries(town), 'before it is wanted').toBe(0);
		await switchOn(town);
		await visit(town, 'https://x.com/home');
		const before = writes(server.log);
		if (town.browser === 'chromium') {
			await test.step('where the browser keeps the store from frames, it says so', async () => {
				await pressEntry(town);
				await expect.poll(() => readInside(town)).toContain('cannot be shown in this place');
				expect(await readInside(town)).toContain('Open in the side panel');
				await pressInside(town, 'a.button');
				await leadTo(town, /^\/app\.html#\/$/);
				await letFramesStore(town);
				await visit(town, 'https://x.com/home');
			});
		}
		await pressEntry(town);
		await expect.poll(() => readInside(town)).toContain('Who lends me a ladder?');
		await test.step('what shows more does it there', async () => {
			expect(await readInside(town)).not.toContain('Up on the roof.');
			await pressInside(town, '.cover > .link-button');
			await expect.poll(() => readInside(town)).toContain('Up on the roof.');
		});
		await test.step('Escape leads back, and so do their own links and addresses', async () => {
			// Whoever gets a message gets the window that it is from, and can lead it elsewhere.
			await town.screen.evaluate(() => {
				addEventListener('message', () => document.body.setAttribute('told', ''), true);
			}, null);
			await town.screen.press('Escape');
			await expect.poll(() => frames(town)).toBe(0);
			const told = await town.screen.evaluate(() => document.body.hasAttribute('told'), null);
			expect(told, 'the page was told something').toBe(false);
			await town.screen.see('heading', 'Theirs');
			await pressEntry(town);
			await expect.poll(() => readInside(town)).toContain('Who lends me a ladder?');
			expect(await frames(town)).toBe(1);
			await town.screen.evaluate(() => {
				history.pushState(null, '', '/explore');
				document.querySelector('main')?.append('.');
			}, null);
			await expect.poll(() => frames(town)).toBe(0);
		});
		await test.step('it stays through whatever they draw', async () => {
			await town.screen.evaluate((html) => {
				document.querySelector('header')?.remove();
				document.querySelector('main')?.insertAdjacentHTML('beforebegin', html);
			}, LINKS);
			await openByKey(town);
			await expect.poll(() => readInside(town)).toContain('Who lends me a ladder?');
		});
		await test.step('what acts leads to the post, in a tab of the app', async () => {
			await pressInside(town, 'article [data-action="favourite"]');
			await leadTo(town, /^\/app\.html#\/post\//);
			expect(writes(server.log)).toEqual(before);
		});
		theirs.shown.html = NO_NAVIGATION;
		await visit(town, 'https://x.com/home');
		await town.screen.open('#/settings');
		await expect
			.poll(async () => (await town.screen.all('listitem')).join('\n'))
			.toContain('On, but absent');
		await town.screen.click('checkbox', CHOICE);
		// The list says so at once, the browser a moment later.
		await expect.poll(() => registered(town)).toBe(0);
		theirs.shown.html = NAVIGATION;
		await visit(town, 'https://x.com/home');
		expect(await entries(town), 'when it is not wanted any more').toBe(0);
	} finally {
		theirs.close();
	}
});

/** How many scripts of ours the browser runs in pages of others. */
function registered({ screen }: Town): Promise<number> {
	type Scripting = { getRegisteredContentScripts(): Promise<readonly unknown[]> };
	return screen.evaluate(async () => {
		const { chrome } = globalThis as unknown as { chrome: { scripting: Scripting } };
		return (await chrome.scripting.getRegisteredContentScripts()).length;
	}, null);
}

/** From their last link on; over BiDi, Enter presses no button in Firefox: there the pointer does. */
async function openByKey(town: Town): Promise<void> {
	if (town.browser === 'firefox') return pressEntry(town);
	await expect.poll(() => entries(town)).toBe(1);
	await town.screen.evaluate(
		() => document.querySelector<HTMLElement>('nav > a:last-of-type')?.focus(),
		null,
	);
	await town.screen.press('Tab');
	await town.screen.press('Enter');
}

/** A tab of ours came; it goes, and the test goes on in the one that it was in. */
async function leadTo(town: Town, address: RegExp): Promise<void> {
	await town.screen.open('#/settings');
	await expect
		.poll(async () => (await tabsOfOurs(town)).filter((one) => address.test(one)).length)
		.toBe(1);
	await town.newTab();
}

test('a page that covers, forges and frames makes nothing happen', async ({ town, place }) => {
	test.setTimeout(90_000);
	const server = await place({ personality: 'mastodon-4.5' });
	server.post('ben', { text: 'Who lends me a ladder?' });
	await signIn(town, server.origin, login(server, 'ada'));
	const theirs = await theirPages(town, ['x.com', 'evil.example'], NAVIGATION);
	try {
		await switchOn(town);
		town.expectErrors(REFUSED);
		const addresses = await town.screen.evaluate(addressesOfFrame, null);
		await letFramesStore(town);
		await visit(town, 'https://x.com/home');
		await expect.poll(() => entries(town)).toBe(1);
		const before = writes(server.log);
		const { screen } = town;

		await test.step('forged presses open nothing', async () => {
			await screen.evaluate(forgePresses, 'nav > div');
			expect(await frames(town)).toBe(0);
			// Had one of them opened it, the person's own would close it.
			await pressEntry(town);
			await expect.poll(() => readInside(town)).toContain('Who lends me a ladder?');
			expect(await frames(town)).toBe(1);
		});

		await test.step('of the frame the page sees that something lies there, and no more', async () => {
			const seen = await screen.evaluate(() => {
				const ours = document.querySelector('body > div:not([id])');
				return {
					frames: document.querySelectorAll('iframe').length + window.length,
					tree: ours?.shadowRoot ?? null,
					words: ours?.outerHTML.replace(/ style="[^"]*"/, '') ?? '',
					loaded: performance.getEntries().filter(({ name }) => /extension:/.test(name)).length,
					stored: document.cookie.length + localStorage.length + sessionStorage.length,
				};
			}, null);
			expect(seen).toEqual({ frames: 0, tree: null, words: '<div></div>', loaded: 0, stored: 0 });
			const inside = await screen.framed(() => location.search + location.hash, null);
			expect(inside, 'its own address').toBe('#/');
		});
		await test.step('forged presses, keys and messages reach nobody in it', async () => {
			await screen.evaluate(forgePresses, 'body > div:not([id])');
			await screen.evaluate(floodMessages, null);
			expect(await frames(town)).toBe(1);
			expect(await readInside(town)).toContain('Who lends me a ladder?');
		});
		await test.step('pressed through a cover, all that there is opens the app and writes nothing', async () => {
			await screen.evaluate(() => {
				const cover = document.createElement('p');
				cover.id = 'cover';
				cover.textContent = 'Win a ladder!';
				cover.style.cssText =
					'position:fixed;inset:0;z-index:2147483647;pointer-events:none;opacity:.5;background:#fff';
				document.body.append(cover);
			}, null);
			const opened = await screen.framed(pressEverything, null);
			expect(opened.pressed).toBeGreaterThan(50);
			expect(opened.addresses.length).toBeGreaterThan(50);
			for (const address of opened.addresses) expect(address).toMatch(/\/app\.html#\//);
			expect(opened.addresses.some((address) => address.includes('#/post/'))).toBe(true);
			expect(await readInside(town), 'reading goes on').toContain('Who lends me a ladder?');
		});
		await test.step('what asks the background from there is not heard; from a page of ours it is', async () => {
			const post = await screen.framed(
				() => document.querySelector('[data-post]')?.getAttribute('data-post') ?? '',
				null,
			);
			const repost = [`${server.origin}/users/ada`, post];
			expect(await screen.framed(askToRepost, repost)).toBe('null');
			await screen.open('#/');
			await screen.see('article', /^Ben/);
			expect(writes(server.log)).toEqual(before);
			expect(await screen.evaluate(askToRepost, repost)).toBe('{"done":true}');
			await expect.poll(() => writes(server.log).length).toBeGreaterThan(before.length);
		});

		const written = writes(server.log);
		await test.step('taken out and put back it is empty, and so is what the page frames itself', async () => {
			await visit(town, 'https://x.com/home');
			await pressEntry(town);
			await expect.poll(() => readInside(town)).toContain('Post number 30');
			await screen.evaluate(() => {
				const ours = document.querySelector('body > div:not([id])');
				ours?.remove();
				if (ours) document.body.append(ours);
			}, null);
			await expect.poll(() => readInside(town)).toContain('it was not you who opened this');
			await town.screen.press('Escape');
			await visit(town, 'https://x.com/home');
			await screen.evaluate(frameIt, addresses.now);
			await expect.poll(() => readInside(town)).toContain('it was not you who opened this');
			// Chromium gives it another address in each session; the lasting one leads nowhere.
			if (town.browser === 'chromium') {
				await screen.evaluate(frameIt, addresses.lasting);
				expect(await screen.framed(isOurs, null)).toBe(false);
			}
		});
		await test.step('no other site frames it, nor any other page of ours', async () => {
			await screen.evaluate((href) => {
				location.href = href;
			}, 'https://evil.example/');
			await screen.see('heading', 'Theirs');
			for (const page of ['framed', 'app', 'sidepanel', 'popup', 'signed-in']) {
				for (const address of Object.values(addresses)) {
					await screen.evaluate(frameIt, address.replace('framed', page));
					expect(await screen.framed(isOurs, null), address).toBe(false);
				}
			}
		});
		expect(writes(server.log)).toEqual(written);
	} finally {
		theirs.close();
	}
});

/** Whether a frame shows a page of ours. */
const isOurs = () => document.querySelector('#app, #state') !== null;
