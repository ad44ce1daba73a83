import { browser } from 'wxt/browser';
import { openApp, openBeside, openComposer } from '../../lib/browser';

/** By what is clicked: what can be posted of it; and the timeline beside a page, from the toolbar too. */
const MENUS = {
	page: 'menuPage',
	link: 'menuLink',
	image: 'menuImage',
	selection: 'menuSelection',
	beside: 'menuBeside',
} as const;

/** UTF-16 units: no shorter than what is taken of either (lib/beside/brought.ts). */
const MOST = 4000;

/** Menus, keys and words in the address bar: all listeners in the first turn. */
export function addWaysIn(): void {
	browser.contextMenus.onClicked.addListener((clicked, tab) => {
		if (clicked.menuItemId === 'beside') return openBeside(tab?.windowId);
		// A picture may be its own address, and whole books are marked: larger than what can wait.
		return openComposer({
			...clicked,
			srcUrl: clicked.srcUrl?.slice(0, MOST),
			selectionText: clicked.selectionText?.slice(0, MOST),
			title: tab?.title,
		});
	});
	browser.commands.onCommand.addListener((command, tab) => {
		if (command === 'beside') return openBeside(tab?.windowId);
		if (command === 'open') return openApp('');
		// Where no window has the toolbar, the popup has nothing to stand on.
		return browser.action.openPopup().catch(() => openApp('#/compose'));
	});
	browser.omnibox.onInputStarted.addListener(() => {
		// Words of ours alone: nothing that was typed is drawn there, so that nothing is to be escaped.
		browser.omnibox.setDefaultSuggestion({ description: browser.i18n.getMessage('omniboxHint') });
	});
	browser.omnibox.onInputEntered.addListener((typed, where) => {
		const [isPost, text] = /^post(?:\s+(.*))?$/is.exec(typed.trim()) ?? [];
		if (text) return openComposer({ text }, where);
		if (isPost) return openApp('#/compose?fresh', where);
		return openApp(`#/search?q=${encodeURIComponent(typed.trim().toWellFormed())}`, where);
	});
}

/** After an update too: browsers keep the menus of the version before, or none. */
export async function makeMenus(): Promise<void> {
	const { contextMenus, i18n } = browser;
	await contextMenus.removeAll();
	for (const [id, key] of Object.entries(MENUS)) {
		const kind = id as keyof typeof MENUS;
		contextMenus.create({
			id,
			title: i18n.getMessage(key),
			contexts: kind === 'beside' ? ['page', 'action'] : [kind],
			// Addresses of mail and telephones are nothing to post.
			...(kind === 'link' && { targetUrlPatterns: ['*://*/*'] }),
		});
	}
}
