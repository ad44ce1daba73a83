/** What is ours in the page stands in brackets: texts of the pseudo-locale, and what the browser's own `Intl` says. */
export type Bracketed = {
	/** Which way the document runs. */
	dir: string;
	/** Words that came from no message file, with the element that they stand in. */
	hardCoded: string[];
	/** Stretches in brackets: none would mean that nothing was looked at. */
	bracketed: number;
};

/** To run before the page does: what `Intl` writes is in brackets too, as it follows the language by itself. */
export function bracketIntl(): void {
	const wrap = (said: unknown) =>
		typeof said === 'string' && /\p{L}/u.test(said) ? `\u27e6${said}\u27e7` : said;
	for (const [prototype, name] of [
		[Intl.ListFormat.prototype, 'format'],
		[Intl.DisplayNames.prototype, 'of'],
		[Intl.RelativeTimeFormat.prototype, 'format'],
	] as const) {
		const own: unknown = Reflect.get(prototype, name);
		if (typeof own !== 'function') continue;
		Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]) {
			return wrap(own.apply(this, args));
		});
	}
	for (const prototype of [Intl.NumberFormat.prototype, Intl.DateTimeFormat.prototype]) {
		const get = Object.getOwnPropertyDescriptor(prototype, 'format')?.get;
		if (!get) continue;
		Object.defineProperty(prototype, 'format', {
			get(this: unknown) {
				const format = get.call(this);
				return (...args: unknown[]) => wrap(format(...args));
			},
		});
	}
}

/**
 * What is ours and stands in no brackets; `others` are names that a server chose. Runs in the page, as what follows:
 * everything that it needs is inside.
 */
export function lookAtBrackets(others: readonly string[]): Bracketed {
	/** Words of others, signs of the search, and keys of the keyboard. */
	const CONTENT =
		'bdi, [dir=auto], .avatar, .text, .handle, a[rel~=noopener], .name, .link-card, .announcements .quiet, code, kbd, .alt-badge, script, style';
	const LETTER = /\p{L}/u;
	const named = (one: Element) => one.outerHTML.slice(0, 160);
	const depths = new Map<Element, number>();
	let bracketed = 0;
	/** A sentence goes through the links in it. */
	const blockOf = (one: Element): Element =>
		one.parentElement && /^(inline|contents)$/.test(getComputedStyle(one).display)
			? blockOf(one.parentElement)
			: one;
	const outOf = (said: string, block: Element) => {
		let depth = depths.get(block) ?? 0;
		let out = '';
		for (const piece of said.split(/(?=[\u27e6\u27e7])|(?<=[\u27e6\u27e7])/)) {
			if (piece === '\u27e6') bracketed += 1;
			depth += { '\u27e6': 1, '\u27e7': -1 }[piece] ?? 0;
			if (depth <= 0 && LETTER.test(piece)) out += piece;
		}
		depths.set(block, depth);
		return out;
	};
	const hardCoded: string[] = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const parent = node.parentElement ?? document.body;
		const out = outOf(node.nodeValue ?? '', blockOf(parent));
		if (out !== '' && !others.includes(out) && !parent.closest(CONTENT))
			hardCoded.push(`${out}: ${named(parent)}`);
	}
	// Targets and accounts are called by their handles.
	for (const name of ['aria-label', 'placeholder', 'aria-roledescription'])
		for (const one of document.querySelectorAll(`body [${name}]:not(.target input)`)) {
			const said = one.getAttribute(name) ?? '';
			if (LETTER.test(said) && !said.startsWith('@') && !said.includes('\u27e6'))
				hardCoded.push(`${name}: ${named(one)}`);
		}
	return { dir: document.documentElement.dir, hardCoded, bracketed };
}

/** What reaches over the side of the window, and lies in nothing that scrolls. */
export function lookAtSides(): string[] {
	const { clientWidth, scrollWidth } = document.documentElement;
	const clips = (one: Element | null): boolean =>
		one !== null &&
		one !== document.body &&
		(getComputedStyle(one).overflowX !== 'visible' || clips(one.parentElement));
	const outside = [...document.querySelectorAll('body *')].filter((one) => {
		const { left, right, width, height } = one.getBoundingClientRect();
		const isOut = left < -1 || right > clientWidth + 1;
		return width > 1 && height > 1 && isOut && !clips(one.parentElement);
	});
	const isWide = scrollWidth > clientWidth + 1;
	return [
		...(isWide ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : []),
		...outside.map((one) => one.outerHTML.slice(0, 160)),
	];
}
