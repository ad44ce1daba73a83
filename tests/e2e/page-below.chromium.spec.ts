import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { login, test } from './steps/places';
import { hangsPopup, inPopup, looksAway, pressesInPopup, typesInPopup } from './steps/popups';
import { signIn } from './steps/signing-in';
import { expect } from './town';

const PAGE = 'https://x.com/news';
const HOSTILE = '\u202E<b>Roofs</b>\n in the rain';
const WORDS = `<b>Roofs</b> in the rain\n${PAGE}`;

/** A page of somebody's in a tab; what is marked of it. */
const BODY = `<!doctype html><meta charset="utf-8"><title>${HOSTILE.replaceAll('<', '&lt;')}</title>
<p>They shine.</p>`;

// In Chromium: nothing presses Firefox's toolbar, and without a press no browser tells of a page.
test('the popup begins with the page below, and keeps nothing that nobody wrote', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const { screen, chromium } = town;
	if (!chromium) throw new Error('This needs Chromium.');
	// A press on the toolbar lets the popup see its page. No tool presses there: what is switched on here does it as well.
	await town.grantHosts('https://x.com/*');
	await screen.open('#/settings');
	await screen.click('checkbox', 'x.com');
	const theirs = createServer((_, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8').end(BODY);
	});
	await new Promise<void>((listening) => theirs.listen(0, '127.0.0.1', listening));
	town.map('x.com', `http://127.0.0.1:${(theirs.address() as AddressInfo).port}`);
	town.expectServers([new URL(PAGE).origin]);
	const text = async () => (await inPopup(screen))?.text;
	const below = await chromium.context.newPage();

	await test.step('title and link, twice, because the first was not written on', async () => {
		await below.goto(PAGE);
		await hangsPopup(town);
		await expect.poll(text).toBe(WORDS);
		await looksAway(town);
		await below.goto(`${PAGE}/2`);
		await hangsPopup(town);
		await expect.poll(text).toBe(`${WORDS}/2`);
	});

	await test.step('left out and brought in at one press', async () => {
		await pressesInPopup(screen, 'Leave out this page');
		await expect.poll(text).toBe('');
		await pressesInPopup(screen, 'Add this page');
		await expect.poll(text).toBe(`${WORDS}/2`);
		await pressesInPopup(screen, 'Leave out this page');
		await expect.poll(async () => (await inPopup(screen))?.buttons).toContain('Add this page');
		await looksAway(town);
	});

	await test.step('with what is marked there', async () => {
		await below.goto(PAGE);
		await below.evaluate(() => getSelection()?.selectAllChildren(document.body));
		await hangsPopup(town);
		await expect.poll(text).toBe(`“They shine.”\n\n${WORDS}`);
	});

	await test.step('what was begun comes before it', async () => {
		await typesInPopup(screen, 'Post text', 'Words of my own');
		await expect.poll(async () => (await inPopup(screen))?.says).toContain('Saved');
		await looksAway(town);
		await hangsPopup(town);
		await expect.poll(text).toBe('Words of my own');
		await typesInPopup(screen, 'Post text', '');
		await looksAway(town);
	});

	await test.step('untouched it is posted as it stands', async () => {
		await below.goto(`${PAGE}/3`);
		await hangsPopup(town);
		await expect.poll(text).toBe(`${WORDS}/3`);
		await typesInPopup(screen, 'Time to undo', '0');
		await pressesInPopup(screen, 'Post');
		await expect
			.poll(() => server.postsOf('ada').map((one) => one.text), { timeout: 20_000 })
			.toContain(`${WORDS}/3`);
	});
	theirs.closeAllConnections();
	theirs.close();
});
