import { browser } from 'wxt/browser';
import type { FromBackground, Reply, ToBackground } from './messages';
import {
	SignInRefused,
	type SignInWindow,
	type Tab,
	type WatchedTab,
	watchedWindow,
} from './sessions';

// The one file outside the entrypoints that touches the extension API.

/** The person closed the browser's window: Chromium and Firefox say it in words alone. */
const CLOSED = /approve|cancel|denied/i;

/** Nobody listens there: a server on this machine may lead to it, and the address alone is read. */
const LOOPBACK = 'http://127.0.0.1/';

/**
 * The browser's own windows for signing in; none where it has none. Firefox's lets servers on this machine lead back
 * too (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/identity/getRedirectURL).
 */
export function identityWindows(): SignInWindow[] {
	if (!('identity' in browser) || !browser.identity?.launchWebAuthFlow) return [];
	const redirect = browser.identity.getRedirectURL();
	const [hash] =
		/^[\da-f]{40}(?=\.extensions\.allizom\.org$)/.exec(new URL(redirect).hostname) ?? [];
	if (hash === undefined) return [ownWindow(redirect)];
	const near = `${LOOPBACK}mozoauth2/${hash}`;
	return [ownWindow(redirect), ownWindow(near, near)];
}

/** `named`: what Firefox must find in the address to wait for it, though the server has been told already. */
function ownWindow(redirect: string, named?: string): SignInWindow {
	return {
		redirect,
		async open(address) {
			const shown = new URL(address);
			if (named !== undefined) shown.searchParams.set('redirect_uri', named);
			const url = shown.href;
			try {
				return await browser.identity.launchWebAuthFlow({ url, interactive: true });
			} catch (error) {
				if (error instanceof Error && CLOSED.test(error.message)) {
					throw new SignInRefused({ key: 'signInClosed' });
				}
				// Whatever else it says (the page answers with an error, no window can be had): a tab can do it.
				return undefined;
			}
		},
	};
}

/** A tab that is watched until it leads to this machine: the last resort, which needs a permission. */
export function loopbackWindow(): SignInWindow {
	return watchedWindow(
		`${LOOPBACK}townsquare`,
		(pattern) => browser.permissions.contains({ origins: [pattern] }),
		openWatchedTab,
	);
}

async function openWatchedTab(url: string, until: string): Promise<WatchedTab> {
	const early = new Map<number, string>();
	let settle: ((led: string) => void) | undefined;
	let watched: number | undefined;
	const led = new Promise<string>((resolve) => {
		settle = resolve;
	});
	const look = (id: number, { url: at }: { url?: string | undefined }) => {
		if (at?.startsWith(until) !== true) return;
		early.set(id, at);
		if (id === watched) settle?.(at);
	};
	// Before the tab: a server that knows the person leads back at once.
	browser.tabs.onUpdated.addListener(look);
	const tab = await openTab(url);
	watched = tab.id;
	const before = early.get(tab.id);
	if (before !== undefined) settle?.(before);
	void tab.closed.then(() => browser.tabs.onUpdated.removeListener(look));
	return { ...tab, led };
}

/** The address of a page of the extension. */
export function pageAddress(path: '/signed-in.html' | '/app.html'): string {
	return browser.runtime.getURL(path);
}

export async function openTab(url: string): Promise<Tab & { id: number }> {
	const { id } = await browser.tabs.create({ url });
	if (id === undefined) throw new Error('the tab has no id');
	let isClosed = false;
	const closed = new Promise<void>((resolve) => {
		const look = (gone: number) => {
			if (gone !== id) return;
			browser.tabs.onRemoved.removeListener(look);
			isClosed = true;
			resolve();
		};
		browser.tabs.onRemoved.addListener(look);
	});
	const close = async () => {
		if (!isClosed) await browser.tabs.remove(id).catch(reportError);
	};
	return { id, closed, close };
}

/** Asks the person to let the extension read answers of `pattern`. Only in the turn of their click. */
export function askForPermission(pattern: string): Promise<boolean> {
	return browser.permissions.request({ origins: [pattern] });
}

/** Shows on the toolbar how many notices nobody has looked at yet; nothing when there are none. */
export async function showBadge(count: number): Promise<void> {
	await browser.action.setBadgeText({
		text: count === 0 ? '' : count > 99 ? '99+' : String(count),
	});
}

/** Asks the background, which wakes for it, and waits for what it says. Throws what went wrong there. */
export async function askBackground(message: ToBackground): Promise<FromBackground> {
	const reply: Reply = await browser.runtime.sendMessage(message);
	if ('failed' in reply) throw new Error(reply.failed);
	return reply;
}

/** Whether a popup closes when a file is chosen: it does where windows of the browser take the focus from it (Firefox). */
export function closesForFiles(): boolean {
	return browser.runtime.getURL('/').startsWith('moz-');
}

type Where = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/** Shows a route of the app (`#/…`): in a tab of its own unless said. */
export async function openApp(route: string, where: Where = 'newForegroundTab'): Promise<void> {
	const url = pageAddress('/app.html') + route;
	if (where === 'currentTab') await browser.tabs.update({ url });
	else await browser.tabs.create({ url, active: where === 'newForegroundTab' });
}

const BROUGHT = 'brought ';

/** Opens the composer with a new draft. What was brought waits in memory, and in no address: histories keep those. */
export async function openComposer(brought: object, where?: Where): Promise<void> {
	const id = crypto.randomUUID();
	await browser.storage.session.set({ [BROUGHT + id]: brought });
	await openApp(`#/compose?brought=${id}`, where);
}

/** What was brought under that id, once. */
export async function takeBrought(id: string): Promise<unknown> {
	const name = BROUGHT + id;
	const { [name]: brought } = await browser.storage.session.get(name);
	await browser.storage.session.remove(name);
	return brought;
}

/** Firefox alone: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction/open */
type Sidebar = { sidebarAction?: { open(): Promise<void> } };

/** Shows the timeline beside the pages of a window. Only in the turn of a click, a key or a menu. */
export async function openBeside(windowId: number | undefined): Promise<void> {
	const { sidebarAction } = browser as Sidebar;
	// A call that waits for anything first is not of that turn any more.
	if (sidebarAction) await sidebarAction.open();
	else if (windowId !== undefined) await browser.sidePanel.open({ windowId });
}

/** The same beside the page that asks, or beside the one that a popup stands over. */
export async function openBesideHere(): Promise<void> {
	// Firefox wants it at once, and needs no window.
	const here = 'sidePanel' in browser ? await browser.windows.getCurrent() : undefined;
	await openBeside(here?.id);
}

/** A page that is busy keeps nobody from writing. */
const MARKED_MS = 250;

/** The page of the active tab: the person pressed the popup open, so that the browser tells. Words that are marked there too. */
export async function pageBelow(): Promise<unknown> {
	const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
	if (tab?.id === undefined) return undefined;
	const { id: tabId, title, url } = tab;
	const marked = browser.scripting
		.executeScript({ target: { tabId }, func: () => String(getSelection() ?? '') })
		// Pages of the browser and of its shop let nobody in.
		.catch(() => []);
	const late = new Promise<[]>((resolve) => setTimeout(resolve, MARKED_MS, []));
	const [found] = await Promise.race([marked, late]);
	return { title, url, quote: found?.result };
}

/** A script of ours in pages of a host: `also` brings typed texts, `entry` stands in their navigation. */
export type Watched = { host: string; part?: 'entry' };

/** What the browser calls it. */
export function nameOfWatched({ host, part }: Watched): string {
	return part ? `${part} ${host}` : host;
}

/** From now on the script runs in pages of that host. Needs the permission for them. */
export async function watchSite(site: Watched): Promise<void> {
	const { host, part = 'also' } = site;
	const matches = [`https://${host}/*`];
	await browser.scripting.registerContentScripts([
		{ id: nameOfWatched(site), js: [`${part}.js`], matches, runAt: 'document_idle' },
	]);
}

/** Runs the script in the pages of that host that are open. */
export async function runInOpen({ host, part }: Watched): Promise<void> {
	const file = part ? '/entry.js' : '/also.js';
	for (const { id } of await browser.tabs.query({ url: `https://${host}/*` })) {
		if (id === undefined) continue;
		// A tab that shows an error of the browser's takes none; it gets the script when it is loaded.
		await browser.scripting
			.executeScript({ target: { tabId: id }, files: [file] })
			.catch(reportError);
	}
}

export async function isWatched(site: Watched): Promise<boolean> {
	const ids = [nameOfWatched(site)];
	return (await browser.scripting.getRegisteredContentScripts({ ids })).length > 0;
}

/** The alarm that looks for news holds nothing of the person's, and no page wakes the background to set it again. */
const KEPT_ALARM = 'poll';

/**
 * Deletes what the browser keeps for the extension outside of its database: stored values (also those that its sync
 * carries to the person's other browsers), alarms, scripts that were registered by choice, permissions that were given,
 * and the number on the toolbar.
 */
export async function forgetInBrowser(): Promise<void> {
	const { local, session, sync } = browser.storage;
	await Promise.all([local.clear(), session.clear(), sync.clear()]);
	for (const { name } of await browser.alarms.getAll())
		if (name !== KEPT_ALARM) await browser.alarms.clear(name);
	// Only there where the permission for it was given.
	if ('scripting' in browser && browser.scripting)
		await browser.scripting.unregisterContentScripts();
	// Firefox names what the manifest has not as null.
	const { host_permissions, content_scripts } = browser.runtime.getManifest();
	const fixed = new Set([
		...(host_permissions ?? []),
		...(content_scripts ?? []).flatMap(({ matches }) => matches ?? []),
	]);
	const { origins = [] } = await browser.permissions.getAll();
	// What the manifest has from the start cannot be given back.
	const given = origins.filter((origin) => !fixed.has(origin));
	await showBadge(0);
	await browser.permissions.remove({
		origins: given,
		permissions: ['downloads', 'notifications'],
	});
}
