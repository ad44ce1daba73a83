import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Chromium, launchChromium } from '../browsers/chromium';
import { chromiumScreen, chromiumWindow } from '../browsers/chromium-screen';
import { chromiumClipboard, firefoxClipboard } from '../browsers/clipboard';
import type { BrowserName } from '../browsers/extension';
import { type Firefox, launchFirefox } from '../browsers/firefox';
import { firefoxScreen, firefoxWindow } from '../browsers/firefox-screen';
import { type Gateway, refusedOfOurs, startProxy } from '../browsers/proxy';
import type { Screen, SignInWindow } from '../browsers/screen';
import type { Watch } from '../browsers/watch';

/** The extension in a browser with a profile of its own. */
export type Town = {
	readonly browser: BrowserName;
	readonly screen: Screen;
	/** Where the browser is Chromium: all that Playwright can do with it. */
	readonly chromium?: Chromium | undefined;
	/** Closes the tab of the app and opens another; the browser goes on. */
	newTab(): Promise<void>;
	/** The window that a sign-in opens; waits for it. */
	window(timeoutMs?: number): Promise<SignInWindow>;
	/** From now on the person says yes when the browser asks for these hosts (`http://127.0.0.1/*`). */
	grantHosts(pattern: string): Promise<void>;
	/** Servers that this test asks, by origin: their addresses and refusals are no surprise. */
	expectServers(origins: readonly string[]): void;
	/** Errors of the console that this test brings about. */
	expectErrors(pattern: RegExp): void;
	/** From now on the browser reaches `https://<host>` at the server of this machine that is named. */
	map(host: string, origin: string): void;
	/** Looks at something else than the popup, so that the browser closes it. */
	closePopup(): Promise<void>;
	/** What is on the clipboard: the types of its pictures, which Firefox without a display does not keep, and its words. */
	clipboard(): Promise<readonly string[]>;
	/** What the browser said and asked for so far. */
	watched(): Promise<Watch>;
	/** Ends the browser in order, or at once as a crash does, and starts it on the same profile. */
	restart(how: 'stop' | 'kill'): Promise<void>;
};

type Fixtures = {
	/** The way out of every browser of the test: it leads to servers of this machine alone. */
	gateway: Gateway;
	/** In the browser that the project names. */
	town: Town;
	/** Only in Chromium: the same town with all that Playwright can do. */
	chromium: Chromium;
	/** A folder for what the test makes; removed afterwards. */
	folder: string;
};

type Launched = {
	screen: Screen;
	chromium?: Chromium;
	watched(): Promise<Watch>;
	profile: string;
	newTab(): Promise<Screen>;
	window(timeoutMs?: number): Promise<SignInWindow>;
	grantHosts(pattern: string): Promise<void>;
	clipboard(): Promise<readonly string[]>;
	closePopup(): Promise<void>;
} & Record<'stop' | 'kill' | 'close', () => Promise<void>>;

export const test = base.extend<Fixtures>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
	folder: async ({}, use) => {
		const folder = await mkdtemp(join(tmpdir(), 'townsquare-test-'));
		await use(folder);
		await rm(folder, { recursive: true, force: true });
	},

	// biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
	gateway: async ({}, use) => {
		const gateway = await startProxy();
		await use(gateway);
		await gateway.close();
		expect(refusedOfOurs(gateway), 'hosts that the proxy refused').toEqual([]);
	},

	town: async ({ gateway }, use, { project }) => {
		const browser = project.name as BrowserName;
		const launch = browser === 'chromium' ? startChromium : startFirefox;
		let now = await launch(gateway);
		const earlier: Watch[] = [];
		const servers: string[] = [];
		const expected: RegExp[] = [];
		await use({
			browser,
			get screen() {
				return now.screen;
			},
			get chromium() {
				return now.chromium;
			},
			window: (timeoutMs) => now.window(timeoutMs),
			grantHosts: (pattern) => now.grantHosts(pattern),
			expectServers: (origins) => servers.push(...origins),
			expectErrors: (pattern) => void expected.push(pattern),
			map: (host, origin) => gateway.map(host, origin),
			clipboard: () => now.clipboard(),
			closePopup: () => now.closePopup(),
			watched: () => now.watched(),
			async newTab() {
				now = { ...now, screen: await now.newTab() };
			},
			async restart(how) {
				const { profile } = now;
				earlier.push(structuredClone(await now.watched()));
				await now[how]();
				now = await launch(gateway, profile);
			},
		});
		const seen = [...earlier, await now.watched()];
		await now.close();
		for (const watch of seen) expectQuiet(watch, servers, expected);
	},

	chromium: async ({ gateway }, use) => {
		const chromium = await launchChromium({ gateway });
		await use(chromium);
		await chromium.close();
		expectQuiet(chromium.watch);
	},
});

export { expect };

async function startChromium(gateway: Gateway, profile?: string): Promise<Launched> {
	const chromium = await launchChromium({ gateway, ...(profile ? { profile } : {}) });
	return {
		...chromium,
		chromium,
		screen: chromiumScreen(chromium),
		watched: async () => chromium.watch,
		clipboard: () => chromiumClipboard(chromium),
		closePopup: async () => chromium.context.pages().at(-1)?.bringToFront(),
		window: (timeoutMs) => chromiumWindow(chromium, timeoutMs),
		async newTab() {
			const page = await chromium.context.newPage();
			for (const other of chromium.context.pages()) if (other !== page) await other.close();
			return chromiumScreen(chromium, page);
		},
	};
}

async function startFirefox(gateway: Gateway, profile?: string): Promise<Launched> {
	const firefox = await launchFirefox({ gateway, ...(profile ? { profile } : {}) });
	return {
		...firefox,
		screen: firefoxScreen(firefox),
		window: (timeoutMs) => firefoxWindow(firefox, timeoutMs),
		clipboard: () => firefoxClipboard(firefox),
		closePopup: () => closePanel(firefox),
		// A preference of the profile says yes to every question.
		grantHosts: async () => {},
		async newTab() {
			const page = await firefox.browser.newPage();
			for (const other of await firefox.browser.pages()) if (other !== page) await other.close();
			return firefoxScreen(firefox, page);
		},
	};
}

/** Without a display no window of Firefox loses the focus: its panel is told what it would be told then. */
async function closePanel({ scope }: Firefox): Promise<void> {
	const closed = await scope.run(`{
		const panel = [...document.querySelectorAll('panel')].find(({ state }) => state === 'open');
		panel?.hidePopup();
		panel !== undefined;
	}`);
	if (closed !== true) throw new Error('Firefox shows no popup.');
}

/** No test ends well with an error in a console, or with a request that left for a host that is no part of it. */
function expectQuiet(
	{ errors, foreign }: Watch,
	servers: readonly string[] = [],
	expected: readonly RegExp[] = [],
): void {
	const theirs = (text: string) =>
		servers.some((origin) => text.includes(`${origin.replace(/^https?/, '')}/`));
	const known = (text: string) =>
		(theirs(text) && ABOUT_A_REQUEST.test(text)) ||
		LEFT_WHILE_ASKING.test(text) ||
		expected.some((one) => one.test(text));
	const surprising = errors.filter((text) => !known(text));
	expect(surprising, 'errors in the console').toEqual([]);
	expect(
		foreign.filter((url) => !servers.includes(new URL(url).origin)),
		'requests to others',
	).toEqual([]);
}

/** What Firefox writes of a page that was left or closed before the background or the store answered it. */
const LEFT_WHILE_ASKING =
	/^Promise (resolved (while context is inactive|after context unloaded)|rejected (while context is inactive|after context unloaded): Actor 'Conduits' destroyed)/;

/** What a browser itself writes when a server refuses, is down, or closes its answers, or a page is left meanwhile. */
const ABOUT_A_REQUEST =
	/Failed to load resource|has been blocked by CORS policy|Cross-Origin Request Blocked|can’t establish a connection|WebSocket connection to|was interrupted while the page was loading/;
