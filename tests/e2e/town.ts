import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Chromium, launchChromium } from '../browsers/chromium';
import { chromiumScreen } from '../browsers/chromium-screen';
import type { BrowserName } from '../browsers/extension';
import { launchFirefox } from '../browsers/firefox';
import { firefoxScreen } from '../browsers/firefox-screen';
import type { Screen } from '../browsers/screen';
import type { Watch } from '../browsers/watch';

/** The extension in a browser with a profile of its own. */
export type Town = {
	readonly browser: BrowserName;
	readonly screen: Screen;
	/** Closes the tab of the app and opens another; the browser goes on. */
	newTab(): Promise<void>;
	/** What the browser said and asked for so far. */
	watched(): Promise<Watch>;
	/** Ends the browser in order, or at once as a crash does, and starts it on the same profile. */
	restart(how: 'stop' | 'kill'): Promise<void>;
};

type Fixtures = {
	/** In the browser that the project names. */
	town: Town;
	/** Only in Chromium: the same town with all that Playwright can do. */
	chromium: Chromium;
	/** A folder for what the test makes; removed afterwards. */
	folder: string;
};

type Launched = {
	screen: Screen;
	watched(): Promise<Watch>;
	profile: string;
	newTab(): Promise<Screen>;
} & Record<'stop' | 'kill' | 'close', () => Promise<void>>;

export const test = base.extend<Fixtures>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
	folder: async ({}, use) => {
		const folder = await mkdtemp(join(tmpdir(), 'townsquare-test-'));
		await use(folder);
		await rm(folder, { recursive: true, force: true });
	},

	// biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
	town: async ({}, use, { project }) => {
		const browser = project.name as BrowserName;
		const launch = browser === 'chromium' ? startChromium : startFirefox;
		let now = await launch();
		const earlier: Watch[] = [];
		await use({
			browser,
			get screen() {
				return now.screen;
			},
			watched: () => now.watched(),
			async newTab() {
				now = { ...now, screen: await now.newTab() };
			},
			async restart(how) {
				const { profile } = now;
				earlier.push(structuredClone(await now.watched()));
				await now[how]();
				now = await launch(profile);
			},
		});
		const seen = [...earlier, await now.watched()];
		await now.close();
		for (const watch of seen) expectQuiet(watch);
	},

	// biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
	chromium: async ({}, use) => {
		const chromium = await launchChromium();
		await use(chromium);
		await chromium.close();
		expectQuiet(chromium.watch);
	},
});

export { expect };

async function startChromium(profile?: string): Promise<Launched> {
	const chromium = await launchChromium(profile === undefined ? {} : { profile });
	return {
		...chromium,
		screen: chromiumScreen(chromium),
		watched: async () => chromium.watch,
		async newTab() {
			const page = await chromium.context.newPage();
			for (const other of chromium.context.pages()) if (other !== page) await other.close();
			return chromiumScreen(chromium, page);
		},
	};
}

async function startFirefox(profile?: string): Promise<Launched> {
	const firefox = await launchFirefox(profile === undefined ? {} : { profile });
	return {
		...firefox,
		screen: firefoxScreen(firefox),
		async newTab() {
			const page = await firefox.browser.newPage();
			for (const other of await firefox.browser.pages()) if (other !== page) await other.close();
			return firefoxScreen(firefox, page);
		},
	};
}

/** No test ends well with an error in a console, or with a request that left the extension. */
function expectQuiet(watch: Watch): void {
	expect(watch.errors, 'errors in the console').toEqual([]);
	expect(watch.foreign, 'requests to others').toEqual([]);
}
