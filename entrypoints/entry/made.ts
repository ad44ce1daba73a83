import { markAs } from '../also/standing';

/** An element with a tree of its own: scripts of the page cannot reach it, and styles of the page do not. */
export function holder(
	tag: 'div' | 'span',
	styles: string,
): { host: HTMLElement; root: ShadowRoot } {
	const host = document.createElement(tag);
	const root = host.attachShadow({ mode: 'closed' });
	// Firefox takes no adopted style sheet from a script of an extension.
	const style = document.createElement('style');
	style.textContent = styles;
	markAs('entry', style);
	root.append(style);
	return { host, root };
}

/** A button that only a person presses: a page can make events, not trusted ones. */
export function pressable(press: () => void): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.addEventListener('click', (event) => {
		event.preventDefault();
		event.stopPropagation();
		if (event.isTrusted) press();
	});
	return button;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Four dots: people on a square. */
export function brand(): SVGElement {
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('viewBox', '0 0 22 22');
	svg.setAttribute('aria-hidden', 'true');
	for (const [x, y] of [
		['6', '6'],
		['16', '6'],
		['6', '16'],
		['16', '16'],
	] as const) {
		const dot = document.createElementNS(SVG, 'circle');
		for (const [name, value] of [
			['cx', x],
			['cy', y],
			['r', '3.4'],
		] as const)
			dot.setAttribute(name, value);
		svg.append(dot);
	}
	return svg;
}
