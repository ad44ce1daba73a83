import { browser } from 'wxt/browser';
import {
	SignInRefused,
	type SignInWindow,
	type Tab,
	type WatchedTab,
	watchedWindow,
} from './sessions';

// The one file outside the entrypoints that touches the extension API. Every call is made from a page in a tab.

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
export function pageAddress(path: '/signed-in.html'): string {
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
