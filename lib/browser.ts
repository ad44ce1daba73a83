import { browser } from 'wxt/browser';
import { SignInRefused, type SignInWindow, type Tab } from './sessions';

// The one file outside the entrypoints that touches the extension API. Every call is made from a page in a tab.

/** The person closed the browser's window: Chromium and Firefox say it in words alone. */
const CLOSED = /approve|cancel|denied/i;

/** The browser's own window for signing in; undefined where it has none. */
export function identityWindow(): SignInWindow | undefined {
	if (!('identity' in browser) || !browser.identity?.launchWebAuthFlow) return undefined;
	return {
		redirect: browser.identity.getRedirectURL(),
		async open(url) {
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

/** The address of a page of the extension. */
export function pageAddress(path: '/signed-in.html'): string {
	return browser.runtime.getURL(path);
}

export async function openTab(url: string): Promise<Tab> {
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
	return { closed, close };
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
