import { browser } from 'wxt/browser';
import { takeMark, whenToClose } from './asked';
import { brand, holder, pressable } from './made';

export type Frame = {
	/** Looks where it belongs now: their page was drawn anew, or went elsewhere. */
	look(): void;
	close(): void;
};

const STYLE = `
	:host {
		all: initial; position: fixed; inset-block: 0; z-index: 2147483000; display: flex; flex-direction: column;
		color-scheme: light dark; background: light-dark(#ffffff, #1b1d22); color: light-dark(#1d1c1a, #ecebe8);
		border-inline: 1px solid light-dark(#e6e2d9, #2a2d34); box-sizing: border-box;
	}
	div { display: flex; align-items: center; gap: 10px; padding: 6px 8px 6px 14px; font: 600 16px/1.2 system-ui, sans-serif; }
	svg { inline-size: 20px; block-size: 20px; fill: currentColor; }
	button {
		margin-inline-start: auto; min-block-size: 36px; padding: 6px 14px; border: 1px solid currentColor;
		border-radius: 18px; background: none; color: inherit; font: 600 14px/1.2 system-ui, sans-serif; cursor: pointer;
	}
	button:hover { background: light-dark(#eef1f6, #1f2733); }
	button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
	iframe { flex: 1; inline-size: 100%; min-block-size: 0; border: 0; }
`;

/**
 * Lays our page over a column of theirs, which stays as it is beneath. Escape and a button outside of the frame close
 * it, and so does the page when it goes elsewhere. `mark`: that the person asked for it.
 */
export function openFrame(
	name: string,
	mark: string,
	column: () => Element | undefined,
	closed: () => void,
): Frame {
	const { host, root } = holder('div', STYLE);
	const inner = document.createElement('iframe');
	inner.title = name;
	inner.allow = '';
	inner.src = `${browser.runtime.getURL('/framed.html')}#${mark}`;
	const bar = document.createElement('div');
	const ending = new AbortController();
	const { signal } = ending;
	const close = () => {
		if (signal.aborted) return;
		ending.abort();
		host.remove();
		// Closed before it was there.
		takeMark(mark).catch(reportError);
		closed();
	};
	const button = pressable(close);
	button.textContent = browser.i18n.getMessage('close');
	bar.append(brand(), name, button);
	root.append(bar, inner);
	const place = () => {
		const { left = 0, width = innerWidth } = column()?.getBoundingClientRect() ?? {};
		host.style.left = `${left}px`;
		host.style.width = `${width}px`;
	};
	const from = location.pathname;
	document.body.append(host);
	place();
	inner.focus();
	window.addEventListener('resize', place, { signal });
	window.addEventListener(
		'keydown',
		(event) => {
			if (event.key !== 'Escape' || !event.isTrusted) return;
			event.stopPropagation();
			close();
		},
		{ signal, capture: true },
	);
	whenToClose(mark, close, signal);
	const look = () => {
		if (host.isConnected && location.pathname === from) place();
		else close();
	};
	return { look, close };
}
