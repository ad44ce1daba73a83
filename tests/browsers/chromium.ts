import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { builtManifest, chromiumId, extensionFolder } from './extension';
import { browserProgram } from './install';
import { browserProcess, killFamily } from './processes';
import type { Gateway } from './proxy';
import { newWatch, noteConsole, noteRequest, type Watch } from './watch';

export type ChromiumOptions = {
	/** Profile folder to go on with; a fresh one by default. */
	profile?: string;
	/** False opens a window, which needs a display. */
	headless?: boolean;
	/** Without the extension: for measuring what is not part of it. */
	bare?: boolean;
	/** Folder of the unpacked extension, if not the built one. */
	extension?: string;
	/** Its way out; none: whatever the machine has. */
	gateway?: Gateway;
	args?: readonly string[];
};

export type Chromium = {
	context: BrowserContext;
	page: Page;
	profile: string;
	/** The browser's own process. */
	pid: number;
	/** `chrome-extension://<id>` */
	origin: string;
	watch: Watch;
	/** Goes to a route of the app, such as `#/search`, in `page` or in the page given. */
	open(route: string, page?: Page): Promise<void>;
	/** Says yes to the question for these hosts (`http://127.0.0.1/*`), which a headless browser cannot show. */
	grantHosts(pattern: string): Promise<void>;
	/** Closes it in order and keeps the profile. */
	stop(): Promise<void>;
	/** Ends it at once, as a crash would, and keeps the profile. */
	kill(): Promise<void>;
	/** Closes it and removes the profile. */
	close(): Promise<void>;
};

const ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--lang=en-US',
	// Without a display the screen is 800 by 600, which cuts popups short.
	'--screen-info={1600x1200}',
];

/** Loopback goes past a proxy by itself; of certificates only that of the proxy is taken. */
const behind = ({ address, spki }: Gateway): string[] => [
	`--proxy-server=http://${address}`,
	`--ignore-certificate-errors-spki-list=${spki}`,
];

/** Starts Chromium with the built extension and waits until its background is there. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
	const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'townsquare-chromium-'));
	const folder = options.bare ? undefined : (options.extension ?? extensionFolder('chromium'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: browserProgram('chromium'),
		headless: options.headless ?? true,
		// A window keeps its own size.
		viewport: options.headless === false ? null : { width: 1280, height: 900 },
		acceptDownloads: true,
		ignoreDefaultArgs: ['--disable-extensions'],
		args: [
			...ARGS,
			...(folder ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []),
			...(options.gateway ? behind(options.gateway) : []),
			...(options.args ?? []),
		],
	});
	const watch = watchContext(context);
	const origin = `chrome-extension://${chromiumId(builtManifest('chromium').key ?? '')}`;
	if (folder) await closeFirstRunTab(context, origin);
	const pid = browserProcess(profile);
	if (pid === undefined) throw new Error(`No browser process found for ${profile}.`);
	const page = context.pages()[0] ?? (await context.newPage());
	const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
	const stop = () => context.close();
	return {
		context,
		page,
		profile,
		pid,
		origin,
		watch,
		async open(route, target = page) {
			await target.goto(`${origin}/app.html${route}`);
		},
		grantHosts: (pattern) => grantHosts(context, new URL(origin).host, pattern),
		stop,
		async kill() {
			killFamily(pid);
			await gone;
		},
		async close() {
			await stop();
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

/**
 * An extension given by --load-extension is installed anew at every start, and its first-run tab opens each
 * time. Waiting for it also means that the background works.
 */
async function closeFirstRunTab(context: BrowserContext, origin: string): Promise<void> {
	const ours = (page: Page) => page.url().startsWith(origin);
	const tab = context.pages().find(ours) ?? (await context.waitForEvent('page', ours));
	await tab.close();
}

/** Through the page in which a person changes what an extension may do. */
async function grantHosts(context: BrowserContext, id: string, pattern: string): Promise<void> {
	const page = await context.newPage();
	await page.goto('chrome://extensions/');
	await page.evaluate(
		async ([extension, hosts]) => {
			type Chrome = {
				developerPrivate: { addHostPermission(id: string, hosts: string): Promise<void> };
			};
			const { chrome } = globalThis as unknown as { chrome: Chrome };
			await chrome.developerPrivate.addHostPermission(extension, hosts);
		},
		[id, pattern] as const,
	);
	await page.close();
}

function watchContext(context: BrowserContext): Watch {
	const watch = newWatch();
	context.on('console', (message) => {
		const { url } = message.location();
		// What the browser says of a request that failed names the address only here.
		const about = url.startsWith('chrome-extension:') ? '' : ` (${url})`;
		noteConsole(watch, message.type(), `${message.text()}${about}`);
	});
	context.on('weberror', (error) =>
		watch.errors.push(String(error.error().stack ?? error.error())),
	);
	context.on('request', (request) => noteRequest(watch, request.url()));
	return watch;
}
