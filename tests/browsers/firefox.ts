import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { builtManifest, extensionFolder } from './extension';
import { type BrowserScope, openBrowserScope } from './firefox-scope';
import { browserProgram } from './install';
import { killFamily } from './processes';
import type { Gateway } from './proxy';
import { newWatch, noteConsole, noteRequest, type Watch } from './watch';

export type FirefoxOptions = {
	/** Profile folder to go on with; a fresh one by default. */
	profile?: string;
	headless?: boolean;
	/** Its way out; none: whatever the machine has. */
	gateway?: Gateway;
};

export type Firefox = {
	browser: Browser;
	page: Page;
	profile: string;
	/** The browser's own process. */
	pid: number;
	/** `moz-extension://<uuid>` */
	origin: string;
	scope: BrowserScope;
	/** Fetches what the browser noted since the start; the same object each time. */
	watched(): Promise<Watch>;
	open(route: string, page?: Page): Promise<void>;
	stop(): Promise<void>;
	kill(): Promise<void>;
	close(): Promise<void>;
};

/** Firefox gives each extension a random host; this one is told which. */
const UUID = '7d0f8a52-5f1e-4c0e-9a3b-70776e737172';
const FIRST_RUN_MS = 20_000;
const ORIGIN = `moz-extension://${UUID}`;

/** Starts Firefox over WebDriver BiDi with the built extension and waits until its background is there. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<Firefox> {
	const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'townsquare-firefox-'));
	const browser = await puppeteer.launch({
		browser: 'firefox',
		executablePath: browserProgram('firefox'),
		headless: options.headless ?? true,
		userDataDir: profile,
		defaultViewport: options.headless === false ? null : { width: 1280, height: 900 },
		args: ['--remote-allow-system-access'],
		// The certificate of the proxy is of no authority that Firefox knows.
		acceptInsecureCerts: options.gateway !== undefined,
		extraPrefsFirefox: { ...preferences(), ...(options.gateway ? behind(options.gateway) : {}) },
	});
	const pid = browser.process()?.pid;
	if (pid === undefined) throw new Error('Firefox has no process.');
	const watch = newWatch();
	followConsole(browser, watch);
	const scope = await openBrowserScope(browser);
	await scope.run(NOTE_ERRORS_AND_REQUESTS);
	const [page = await browser.newPage()] = await browser.pages();
	await browser.installExtension(extensionFolder('firefox'));
	await closeFirstRunTab(scope);

	const watched = async () => {
		const noted: Noted = JSON.parse(String(await scope.run(TAKE_NOTES)));
		watch.errors.push(...noted.errors);
		for (const url of noted.requests) noteRequest(watch, url);
		return watch;
	};
	const gone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
	const stop = () => browser.close();
	return {
		browser,
		page,
		profile,
		pid,
		origin: ORIGIN,
		scope,
		watched,
		async open(route, target = page) {
			// Load events of extension pages do not reach BiDi.
			await target.goto(`${ORIGIN}/app.html${route}`, { waitUntil: [] });
			await target.waitForSelector('#app');
		},
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
 * As in Chromium: the tab that opens at the first run also says that the background works. Firefox itself is asked for
 * it: over BiDi everything of an extension is one more `about:blank`, its background page too, which comes and goes.
 */
async function closeFirstRunTab(scope: BrowserScope): Promise<void> {
	const told = String(await scope.run(FIRST_RUN_TAB));
	if (told !== 'closed')
		throw new Error(`Firefox loaded the extension, but no first-run tab came: ${told}`);
}

function preferences(): Record<string, unknown> {
	const id = builtManifest('firefox').browser_specific_settings?.gecko.id ?? '';
	return {
		'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
		// What an installed extension keeps over a restart, one loaded for a test would lose.
		'extensions.webextensions.keepStorageOnUninstall': true,
		'extensions.webextensions.keepUuidOnUninstall': true,
		// The console of extension pages does not reach BiDi either; it is read from the browser's output.
		'devtools.console.stdout.content': true,
		// Buttons of its questions can be pressed at once.
		'security.dialog_enable_delay': 0,
		// The question for a host is answered with yes.
		'extensions.webextOptionalPermissionPrompts': false,
		// Nobody can press the button in the toolbar.
		'extensions.openPopupWithoutUserGesture.enabled': true,
		'intl.locale.requested': 'en-US',
		'browser.sessionstore.resume_from_crash': false,
		'browser.aboutwelcome.enabled': false,
	};
}

/** Loopback goes past a proxy by itself (network.proxy.allow_hijacking_localhost). */
const behind = ({ port }: Gateway): Record<string, unknown> => ({
	'network.proxy.type': 1,
	'network.proxy.http': '127.0.0.1',
	'network.proxy.http_port': port,
	'network.proxy.ssl': '127.0.0.1',
	'network.proxy.ssl_port': port,
	'network.proxy.share_proxy_settings': false,
	'network.proxy.no_proxies_on': '',
});

/** Firefox's own loggers print their name without quotes: `console.error: RSLoader: …`. Pages print `"text"`. */
const FIREFOX_ITSELF = /^[A-Za-z][\w.]*: /;

/** Lines such as `console.error: "text"`. */
function followConsole(browser: Browser, watch: Watch): void {
	let rest = '';
	browser.process()?.stdout?.on('data', (bytes: Buffer) => {
		const lines = (rest + bytes.toString('utf8')).split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) {
			const said = /^console\.(\w+): (.*)$/.exec(line);
			const kind = FIREFOX_ITSELF.test(said?.[2] ?? '') ? 'output' : said?.[1];
			noteConsole(watch, kind ?? 'output', said?.[2] ?? line);
		}
	});
}

type Noted = { errors: string[]; requests: string[] };

/** Runs in the browser's own scope: errors of our pages and workers, and requests that they caused. */
const NOTE_ERRORS_AND_REQUESTS = `
	globalThis.townsquareNotes = { errors: [], requests: [] };
	Services.console.registerListener({ observe(message) {
		if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return;
		if (String(message.sourceName).startsWith('${ORIGIN}'))
			townsquareNotes.errors.push(message.errorMessage + ' (' + message.sourceName + ':' + message.lineNumber + ')');
	} });
	Services.obs.addObserver({ observe(subject) {
		const channel = subject.QueryInterface(Ci.nsIChannel);
		if (channel.loadInfo?.triggeringPrincipal?.spec?.startsWith('${ORIGIN}'))
			townsquareNotes.requests.push(channel.URI.spec);
	} }, 'http-on-modify-request');
	true`;

/** Closes the extension's own tab as soon as it is there; otherwise says how things stand. */
const FIRST_RUN_TAB = `new Promise((resolve) => {
	const end = (told) => {
		clearTimeout(timer);
		gBrowser.removeTabsProgressListener(listener);
		resolve(told);
	};
	const look = () => {
		const found = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.startsWith('${ORIGIN}'));
		if (!found) return;
		gBrowser.removeTab(found);
		end('closed');
	};
	const listener = { onLocationChange: look };
	const timer = setTimeout(() => {
		const extension = WebExtensionPolicy.getByHostname('${UUID}')?.extension;
		const tabs = gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec).join(' ');
		end('tabs ' + tabs + '; started by ' + extension?.startupReason + '; background ' + extension?.backgroundState);
	}, ${FIRST_RUN_MS});
	gBrowser.addTabsProgressListener(listener);
	look();
})`;

const TAKE_NOTES = `{
	const notes = JSON.stringify(townsquareNotes);
	townsquareNotes.errors = [];
	townsquareNotes.requests = [];
	notes;
}`;
