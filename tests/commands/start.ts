import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { launchChromium } from '../browsers/chromium';
import { chromiumScreen, chromiumWindow } from '../browsers/chromium-screen';
import { ARTIFACTS, type BrowserName, ROOT } from '../browsers/extension';
import { launchFirefox } from '../browsers/firefox';
import { firefoxScreen, firefoxWindow } from '../browsers/firefox-screen';
import { ensureBrowsers } from '../browsers/install';
import { type Gateway, startProxy } from '../browsers/proxy';
import type { Signing } from '../browsers/sign-in';
import type { Watch } from '../browsers/watch';
import { buildExtension } from './build';
import { type Demo, startDemo } from './demo';
import { sampleArchive } from './sample';
import { importSample, tour } from './tour';
import { writeForAll } from './tour-writing';

type Options = {
	browser: BrowserName;
	/** Keep profile and browser. */
	keep: boolean;
	demo: boolean;
	visible: boolean;
};

type Running = Signing & {
	watched(): Promise<Watch>;
	close(): Promise<void>;
	stop(): Promise<void>;
	ended: Promise<void>;
};

/**
 * `npm start`: builds the extension and shows it in a browser of its own, with a sample archive imported and signed
 * in to servers that run here: a small community and a large forum of the Mastodon API, and a foundation's town square
 * on AT Protocol. Without a display the same runs headless, says what it did, and leaves pictures.
 *
 *   --browser firefox   instead of Chromium (branded Chrome refuses unpacked extensions on its command line)
 *   --keep              keeps the browser open, the servers too, and leaves the profile
 *   --no-demo           no servers, nothing imported; with --keep the profile goes on the next time
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
	await buildExtension(options.browser, options.demo ? 'here' : 'world');
	// Whoever brings an own archive or account needs the way to the world; the demo leads to its servers alone.
	const gateway = options.demo ? await startProxy() : undefined;
	const running = await launch(options, gateway);
	const servers = options.demo ? await startDemo(say) : undefined;
	try {
		if (servers && gateway) await show({ ...running, gateway }, servers, options);
		else await running.screen.open('#/');
		if (options.visible || options.keep) {
			servers?.live();
			say('The browser stays open until you close it or press Ctrl+C.');
			await running.ended;
		}
	} finally {
		await (options.keep ? running.stop() : running.close());
		await servers?.stop();
		await gateway?.close();
	}
	return 0;
}

type Shown = Running & { gateway: Gateway };

async function show(running: Shown, demo: Demo, { visible }: Options): Promise<void> {
	const { screen, watched, gateway } = running;
	say('Making a sample archive (kept for the next time) …');
	const sample = await sampleArchive();
	if (visible) {
		await importSample(screen, sample, say);
		await demo.signIn(running);
		await writeForAll(screen, demo);
		say('Under “Write” a text for three places waits; one of them says no, and why.');
		await screen.open('#/');
		return;
	}
	const pictures = join(ARTIFACTS, 'tour');
	rmSync(pictures, { recursive: true, force: true });
	mkdirSync(pictures, { recursive: true });
	await tour({ sample, demo, signing: running }, pictures, say);
	const watch = await watched();
	const expected = demo.check(watch, gateway);
	const asked = new Set([...watch.foreign.map((url) => new URL(url).host), ...gateway.led]);
	say(`Asked: ${[...asked].join(', ')}, all of the demo, which found nothing amiss.`);
	say('Requests to other hosts: 0.');
	say(`Errors in the console: 0, besides ${expected} answers of “no” that were counted on.`);
	say(`Pictures: ${relative(ROOT, pictures)}/*.png`);
}

async function launch(
	{ browser, keep, demo, visible }: Options,
	gateway: Gateway | undefined,
): Promise<Running> {
	const profile = keep ? { profile: keptProfile(browser, demo) } : {};
	const how = { ...profile, headless: !visible, ...(gateway ? { gateway } : {}) };
	if (browser === 'chromium') {
		const chromium = await launchChromium(how);
		const ended = new Promise<void>((resolve) => chromium.context.once('close', () => resolve()));
		const watched = async () => chromium.watch;
		const window = (timeoutMs?: number) => chromiumWindow(chromium, timeoutMs);
		return { ...chromium, screen: chromiumScreen(chromium), window, watched, ended };
	}
	const firefox = await launchFirefox(how);
	const ended = new Promise<void>((resolve) =>
		firefox.browser.once('disconnected', () => resolve()),
	);
	return {
		...firefox,
		screen: firefoxScreen(firefox),
		window: (timeoutMs) => firefoxWindow(firefox, timeoutMs),
		// A preference of the profile says yes to every question.
		grantHosts: async () => {},
		ended,
	};
}

/** The demo's servers forget everybody when they stop, so its profile begins anew; a person's own goes on. */
function keptProfile(browser: BrowserName, demo: boolean): string {
	const profile = join(ARTIFACTS, `profile-${demo ? 'demo-' : ''}${browser}`);
	if (demo) rmSync(profile, { recursive: true, force: true });
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
