import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { COMPOSERS, STRICT } from '../fixtures/composers';
import { login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { expect } from './town';

/** Hashes of the tabs of ours that are open. */
function tabsOfOurs(): string[] {
	type Api = { extension: { getViews(of: object): readonly Window[] } };
	const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
	const views = (browser ?? chrome)?.extension.getViews({ type: 'tab' }) ?? [];
	return [...views].map(({ location }) => location.pathname + location.hash).sort();
}

test('beside any page the timeline is read and acted in; what is more opens in a tab', async ({
	town,
	place,
}) => {
	test.setTimeout(90_000);
	const server = await place({ personality: 'mastodon-4.5' });
	const { id } = server.post('ben', { text: 'Who lends me a ladder?' });
	await signIn(town, server.origin, login(server, 'ada'));
	const { screen } = town;
	await screen.open('#/');
	await screen.see('article', /^Ben/);
	await screen.evaluate(() => {
		location.href = '/sidepanel.html';
	}, null);
	for (const width of [450, 300]) {
		await screen.size(width, 700);
		await screen.see('article', /^Ben/);
		const wide = await screen.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			null,
		);
		expect(wide, `${width} px`).toBeLessThanOrEqual(0);
	}
	await screen.click('button', /^Favourite/);
	await expect
		.poll(() => server.log.some(({ path }) => path.endsWith(`/statuses/${id}/favourite`)))
		.toBe(true);
	const before = await screen.evaluate(tabsOfOurs, null);
	await screen.click('link', /^Reply/);
	await expect
		.poll(async () => (await screen.evaluate(tabsOfOurs, null)).length)
		.toBe(before.length + 1);
	const now = await screen.evaluate(tabsOfOurs, null);
	expect(now.join('\n')).toContain('/app.html#/compose?reply=');
	// By a key too, which is no link; and the timeline stays.
	await screen.evaluate(() => {
		location.hash = '#/drafts';
	}, null);
	await expect
		.poll(async () => (await screen.evaluate(tabsOfOurs, null)).join('\n'))
		.toContain('/app.html#/drafts');
	await screen.see('article', /^Ben/);
	expect(await screen.evaluate(() => location.pathname + location.hash, null)).toMatch(
		/^\/sidepanel\.html(#\/)?$/,
	);
});

test('the settings say what keys there are; a server that is named there gets the button', async ({
	town,
	place,
}) => {
	test.setTimeout(90_000);
	const { screen } = town;
	const site = COMPOSERS.find(({ host }) => host.startsWith('social.'));
	if (!site) throw new Error('There is no such page.');
	const theirs = createServer((_, response) =>
		response
			.setHeader('content-type', 'text/html; charset=utf-8')
			.setHeader('content-security-policy', STRICT)
			.end(site.html),
	);
	await new Promise<void>((listening) => theirs.listen(0, '127.0.0.1', listening));
	town.map(site.host, `http://127.0.0.1:${(theirs.address() as AddressInfo).port}`);
	town.expectServers([`https://${site.host}`]);
	try {
		const server = await place({ personality: 'mastodon-4.5' });
		await signIn(town, server.origin, login(server, 'ada'));
		await screen.open('#/settings');
		const keys = () =>
			screen.evaluate(
				() => [...document.querySelectorAll('.browser-keys dd')].map((one) => one.textContent),
				null,
			);
		// A browser gives a key to one alone: where another has it, there is none, and that is said.
		await expect.poll(async () => (await keys())[0]).toBe('Alt+Shift+O');
		expect((await keys())[1]).toMatch(/^(Alt\+Shift\+U|none)$/);
		await screen.fill('combobox', 'Mastodon server', 'not a server');
		await screen.click('button', 'Add');
		await expect
			.poll(async () => (await screen.all('status')).join('\n'))
			.toContain('not the name');
		await town.grantHosts(`https://${site.host}/*`);
		await screen.fill('combobox', 'Mastodon server', site.host);
		await screen.click('button', 'Add');
		await screen.see('checkbox', site.host);

		await screen.evaluate((address) => {
			location.href = address;
		}, `https://${site.host}${site.path}`);
		await screen.see('button', 'Post');
		const size = () =>
			screen.evaluate(() => document.querySelector('form span')?.clientHeight ?? 0, null);
		// As tall as its own style makes it, whatever styles the page forbids.
		await expect.poll(size).toBeGreaterThan(30);
		if (town.browser === 'chromium') {
			await screen.evaluate(() => document.querySelector('textarea')?.focus(), null);
			await screen.press('Tab');
			await screen.press('Enter');
		} else {
			// Here Enter over BiDi presses no button of this page, not even one of its own: the pointer does. The
			// button stands in a tree that nobody looks into; what holds it gets a name.
			await screen.evaluate(() => {
				const holder = document.querySelector('form span');
				holder?.setAttribute('role', 'img');
				holder?.setAttribute('aria-label', 'Also to');
			}, null);
			await screen.click('img', 'Also to');
		}
		await screen.open('#/settings');
		await expect
			.poll(async () => (await screen.evaluate(tabsOfOurs, null)).join('\n'))
			.toContain('#/compose?draft=');
		// One goes on with the last draft, in a tab that is in front: one behind another draws nothing.
		await town.newTab();
		await town.screen.open('#/compose');
		await town.screen.see('textbox', 'Post text');
		expect(
			await town.screen.inside('textbox', 'Post text', (box) => (box as HTMLTextAreaElement).value),
		).toBe(site.typed);
	} finally {
		theirs.close();
	}
});
