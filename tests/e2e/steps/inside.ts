import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Town } from '../town';

export const CHOICE = 'A Townsquare entry in x.com’s navigation';

/** A host on this machine that shows what it is told to; `show` changes that. */
export async function theirPages(town: Town, hosts: readonly string[], html: string) {
	const shown = { html, policy: '' };
	const server = createServer((_, response) =>
		response
			.setHeader('content-type', 'text/html; charset=utf-8')
			.setHeader('content-security-policy', shown.policy)
			.end(shown.html),
	);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	for (const host of hosts) {
		town.map(host, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		town.expectServers([`https://${host}`]);
	}
	return { shown, close: () => server.close() };
}

/** The person says yes to the entry. */
export async function switchOn(town: Town): Promise<void> {
	const { screen } = town;
	await town.grantHosts('https://x.com/*');
	await screen.open('#/settings');
	await screen.click('checkbox', CHOICE);
	await expect
		.poll(() => screen.inside('checkbox', CHOICE, (box) => (box as HTMLInputElement).checked))
		.toBe(true);
}

/** The browser lets frames of others keep what they have: a fresh Chromium does not, Firefox does for extensions. */
export async function letFramesStore({ chromium }: Town): Promise<void> {
	if (!chromium) return;
	const settings = await chromium.context.newPage();
	await settings.goto('chrome://settings/');
	await settings.evaluate(async () => {
		type Chrome = { settingsPrivate: { setPref(name: string, value: number): Promise<boolean> } };
		const { chrome } = globalThis as unknown as { chrome: Chrome };
		await chrome.settingsPrivate.setPref('profile.cookie_controls_mode', 0);
	});
	await settings.close();
}

/** Their page, in the tab of the test. */
export async function visit(town: Town, address: string): Promise<void> {
	const { screen } = town;
	await screen.evaluate((href) => {
		// What is left is not taken for what comes.
		document.body.replaceChildren();
		// Afterwards: who goes at once is not there to answer.
		setTimeout(() => {
			location.href = href;
		});
	}, address);
	await screen.see('heading', 'Theirs');
}

/** How many entries of ours stand in their navigation: a page sees that there is something, and no more. */
export function entries({ screen }: Town): Promise<number> {
	return screen.evaluate(() => document.querySelectorAll('nav > div').length, null);
}

/** How many frames of ours lie over their page. */
export function frames({ screen }: Town): Promise<number> {
	return screen.evaluate(() => document.querySelectorAll('body > div:not([id])').length, null);
}

/** The person presses the entry, by where it stands. */
export async function pressEntry(town: Town): Promise<void> {
	await expect.poll(() => entries(town), 'the entry').toBe(1);
	const { x, y } = await town.screen.evaluate(() => {
		const box = document.querySelector('nav > div')?.getBoundingClientRect();
		return { x: (box?.left ?? 0) + 40, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 };
	}, null);
	await town.screen.tap(x, y);
}

/** The person presses something in the frame: the first that fits, by where it lies in the window. */
export async function pressInside({ screen }: Town, selector: string): Promise<void> {
	const found = () =>
		screen.framed((wanted) => {
			const box = document.querySelector(wanted)?.getBoundingClientRect();
			return box
				? { x: box.left + box.width / 2, y: box.top + box.height / 2, height: innerHeight }
				: null;
		}, selector);
	await expect.poll(async () => (await found()) !== null, selector).toBe(true);
	const inside = await found();
	const frame = await screen.evaluate(() => {
		const box = document.querySelector('body > div:not([id])')?.getBoundingClientRect();
		return box ? { left: box.left + 1, bottom: box.bottom } : null;
	}, null);
	if (!inside || !frame) throw new Error('There is no frame of ours.');
	await screen.tap(frame.left + inside.x, frame.bottom - inside.height + inside.y);
}

/** What the frame shows, as a person reads it. */
export function readInside({ screen }: Town): Promise<string> {
	// A frame that is being opened has no body yet.
	// biome-ignore lint/performance/useDomNodeTextContent: what a person reads
	return screen.framed(() => document.body?.innerText ?? '', null);
}

/** Addresses of the tabs of ours that are open, without their host. Asked in a page of ours. */
export function tabsOfOurs({ screen }: Town): Promise<readonly string[]> {
	return screen.evaluate(() => {
		type Api = { extension: { getViews(of: object): readonly Window[] } };
		const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
		const views = (browser ?? chrome)?.extension.getViews({ type: 'tab' }) ?? [];
		return [...views].map(({ location }) => location.pathname + location.hash).sort();
	}, null);
}
