import { browser } from 'wxt/browser';

/** Under this and its name a script of ours leaves what takes it away again: in its own world, which no page sees. */
export const STANDING = 'townsquare ';

/** What is ours in a page, by the name of the script: within its own tree, which the page cannot look into. */
const MARK = 'data-of';

/**
 * Begins what stands in a page. It is switched on in pages that are open, and perhaps a second time, or by a newer
 * version than the one that stands there: that one goes first, so that there are never two.
 */
export function replaceIn(world: object, name: string, begin: () => () => void): void {
	const end: unknown = Reflect.get(world, STANDING + name);
	if (typeof end === 'function') end();
	for (const host of document.querySelectorAll<HTMLElement>('span:empty, div:empty'))
		if (rootOf(host)?.querySelector(`[${MARK}="${name}"]`)) host.remove();
	Reflect.set(world, STANDING + name, begin());
}

export function markAs(name: 'also' | 'entry', style: HTMLStyleElement): void {
	style.setAttribute(MARK, name);
}

type Opener = { openOrClosedShadowRoot(of: HTMLElement): ShadowRoot | null };

/**
 * The tree of an element, which scripts of extensions alone may see: in Firefox by the element
 * (https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot), in Chromium by
 * https://developer.chrome.com/docs/extensions/reference/api/dom.
 */
function rootOf(host: HTMLElement & Partial<Record<keyof Opener, unknown>>): ShadowRoot | null {
	const { openOrClosedShadowRoot: root } = host;
	if (root instanceof ShadowRoot) return root;
	const { dom } = browser as { dom?: Opener };
	return dom?.openOrClosedShadowRoot(host) ?? null;
}

/** Whether the extension that this script is of was updated or taken away: nobody hears it any more. */
export function isOrphan(): boolean {
	return browser.runtime?.id === undefined;
}
