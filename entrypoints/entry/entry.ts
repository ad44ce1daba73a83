import { browser } from 'wxt/browser';
import type { FromSite, Navigation } from '../../lib/beside';
import { isOrphan } from '../also/standing';
import { watchPage } from '../also/watching';
import { askForFrame, takeMark } from './asked';
import { type Frame, openFrame } from './frame';
import { brand, holder, pressable } from './made';

/** As a link of the site stands there; where their navigation has room for pictures alone, so has ours. */
const STYLE = `
	:host { all: initial; display: block; align-self: stretch; container-type: inline-size; color-scheme: inherit; }
	button {
		display: inline-flex; align-items: center; gap: 20px; max-inline-size: 100%; padding: 12px; margin: 4px 0;
		border: 0; border-radius: 999px; background: none; cursor: pointer; white-space: nowrap; overflow: hidden;
		font: 400 20px/1.2 system-ui, sans-serif; color: light-dark(#0f1419, #e7e9ea);
	}
	button[aria-expanded="true"] { font-weight: 700; }
	button:hover { background: light-dark(#0f141919, #e7e9ea19); }
	button:focus-visible { outline: 2px solid currentColor; outline-offset: -2px; }
	svg { inline-size: 26px; block-size: 26px; flex: none; fill: currentColor; }
	@container (max-width: 140px) { span { display: none; } }
`;

/**
 * Keeps an entry at the end of the site's navigation as long as the page is there, and says when it has no place.
 * Returns what takes it away.
 */
export function keepEntry(site: Navigation, say: (said: FromSite) => void): () => void {
	const name = browser.i18n.getMessage('extensionName');
	const { host, root } = holder('div', STYLE);
	let frame: Frame | undefined;
	let told: string | undefined;
	const button = pressable(() => {
		if (isOrphan()) end();
		else if (frame) frame.close();
		else open().catch(reportError);
	});
	button.setAttribute('aria-label', name);
	button.title = name;
	button.setAttribute('aria-expanded', 'false');
	const word = document.createElement('span');
	word.textContent = name;
	button.append(brand(), word);
	root.append(button);
	const closed = () => {
		frame = undefined;
		button.setAttribute('aria-expanded', 'false');
		button.focus();
	};
	const open = async () => {
		const mark = await askForFrame();
		// Pressed twice before the first frame was there.
		if (frame) {
			await takeMark(mark);
			return;
		}
		frame = openFrame(name, mark, () => one(site.column.selector), closed);
		button.setAttribute('aria-expanded', 'true');
	};
	const lookAgain = () => {
		const links = one(site.links.selector);
		if (links && host.parentNode !== links) links.append(host);
		else if (!links) host.remove();
		frame?.look();
		const now = links ? 'nothing' : one(site.page.selector) ? 'navigation' : told;
		if (now !== told) {
			const missing = now === 'navigation' && ({ missing: now } as const);
			say({ type: 'looked', part: 'entry', ...missing });
		}
		told = now;
	};
	const ending = new AbortController();
	const end = () => {
		stop();
		ending.abort();
		frame?.close();
		host.remove();
	};
	const stop = watchPage(lookAgain, end);
	document.addEventListener(
		'click',
		(event) => {
			const path = event.composedPath();
			// Their own links lead away from where we stand.
			if (
				event.isTrusted &&
				host.parentNode &&
				!path.includes(host) &&
				path.includes(host.parentNode)
			)
				frame?.close();
		},
		{ capture: true, signal: ending.signal },
	);
	return end;
}

/** The one element that a selector is to find; undefined where there are none, or several. */
function one(selector: string): Element | undefined {
	const found = document.querySelectorAll(selector);
	return found.length === 1 ? found[0] : undefined;
}
