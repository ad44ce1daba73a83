import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { launchChromium } from '../browsers/chromium';
import { chromiumScreen } from '../browsers/chromium-screen';
import { ARTIFACTS, type BrowserName, ROOT } from '../browsers/extension';
import { launchFirefox } from '../browsers/firefox';
import { firefoxScreen } from '../browsers/firefox-screen';
import { ensureBrowsers } from '../browsers/install';
import type { Screen } from '../browsers/screen';
import type { Watch } from '../browsers/watch';
import { buildExtension } from './build';
import { sampleArchive } from './sample';
import { importSample, tour } from './tour';

type Options = {
	browser: BrowserName;
	/** Keep profile and browser. */
	keep: boolean;
	demo: boolean;
	visible: boolean;
};

type Running = {
	screen: Screen;
	watched(): Promise<Watch>;
	close(): Promise<void>;
	stop(): Promise<void>;
	ended: Promise<void>;
};

/**
 * `npm start`: builds the extension and shows it in a browser of its own, with a sample archive imported.
 * Without a display the same runs headless, says what it did, and leaves pictures.
 *
 *   --browser firefox   instead of Chromium (branded Chrome refuses unpacked extensions on its command line)
 *   --keep              keeps the browser open and its profile for the next time
 *   --no-demo           an empty profile, nothing imported
 */
export async function run(argv: readonly string[]): Promise<number> {
	const options: Options = {
		browser: argv.includes('firefox') ? 'firefox' : 'chromium',
		keep: argv.includes('--keep'),
		demo: !argv.includes('--no-demo'),
		visible: hasDisplay() && !argv.includes('--headless'),
	};
	ensureBrowsers([options.browser]);
	say(`Building the extension for ${options.browser} …`);
	await buildExtension(options.browser);
	const town = await launch(options);
	try {
		if (options.demo) await demo(town, options);
		else await town.screen.open('#/');
		if (options.visible || options.keep) {
			say('The browser stays open until you close it or press Ctrl+C.');
			await town.ended;
		}
	} finally {
		await (options.keep ? town.stop() : town.close());
	}
	return 0;
}

async function demo({ screen, watched }: Running, { visible }: Options): Promise<void> {
	say('Making a sample archive (kept for the next time) …');
	const sample = await sampleArchive();
	if (visible) {
		await importSample(screen, sample, say);
		await screen.open('#/');
		return;
	}
	const pictures = join(ARTIFACTS, 'tour');
	rmSync(pictures, { recursive: true, force: true });
	mkdirSync(pictures, { recursive: true });
	await tour(screen, sample, pictures, say);
	const { errors, foreign } = await watched();
	if (errors.length + foreign.length > 0) {
		throw new Error(`The tour was not quiet:\n${[...errors, ...foreign].join('\n')}`);
	}
	say('Requests to other hosts: 0. Errors in the console: 0.');
	say(`Pictures: ${relative(ROOT, pictures)}/*.png`);
}

async function launch({ browser, keep, visible }: Options): Promise<Running> {
	const profile = keep ? { profile: keptProfile(browser) } : {};
	const how = { ...profile, headless: !visible };
	if (browser === 'chromium') {
		const chromium = await launchChromium(how);
		const ended = new Promise<void>((resolve) => chromium.context.once('close', () => resolve()));
		const watched = async () => chromium.watch;
		return { ...chromium, screen: chromiumScreen(chromium), watched, ended };
	}
	const firefox = await launchFirefox(how);
	const ended = new Promise<void>((resolve) =>
		firefox.browser.once('disconnected', () => resolve()),
	);
	return { ...firefox, screen: firefoxScreen(firefox), ended };
}

function keptProfile(browser: BrowserName): string {
	const profile = join(ARTIFACTS, `profile-${browser}`);
	mkdirSync(profile, { recursive: true });
	return profile;
}

function hasDisplay(): boolean {
	if (process.platform === 'darwin' || process.platform === 'win32') return true;
	return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function say(text: string): void {
	console.log(text);
}
