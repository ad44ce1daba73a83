import type { Json } from '../../browsers/screen';

// Each of these runs in the page, so everything it needs is inside of it. They return what is wrong.

/** What an element never is here and how it is never marked; `marks`: every way in which one is marked. */
export function lookAtElements(): { wrong: string[]; marks: string[] } {
	const NEVER =
		'iframe, frame, frameset, object, embed, applet, base, template, noscript, portal, math, foreignObject, animate, ' +
		'set, use, image, marquee, map, area, body style, body script, body link, body meta, main table, form[action], ' +
		'[formaction], [srcdoc], [ping], [is], [slot], [background], [contenteditable], [autofocus], [popover], [accesskey]';
	const WITH_VALUE = ['role', 'rel', 'target', 'type', 'dir', 'referrerpolicy', 'name'];
	const wrong: string[] = [];
	const say = (what: string, { outerHTML }: Element) =>
		wrong.push(`${what}: ${outerHTML.slice(0, 300)} (${location.hash})`);
	const { trapped } = globalThis as unknown as { trapped?: string[] };
	if (!trapped) wrong.push('no traps are set in this document');
	for (const name of trapped ?? []) wrong.push(`called: ${name}`);
	for (const element of document.querySelectorAll(NEVER)) say('must not be', element);

	const marks = new Set<string>();
	const ids = new Set<string>();
	const mark = (element: Element, { name, value }: Attr) => {
		const tag = element.localName;
		// Ids that Preact makes count on.
		const shape = value.replace(/\d+/g, 'N');
		marks.add(`${tag}[${name}]`);
		if (name.startsWith('on')) say('event', element);
		if (name === 'id') marks.add(`${tag}#${shape}`);
		if (WITH_VALUE.includes(name)) marks.add(`${tag}[${name}=${shape}]`);
		if (name === 'style')
			for (const one of (element as HTMLElement).style) marks.add(`${tag}{${one}}`);
	};
	for (const element of document.querySelectorAll('*')) {
		marks.add(element.localName);
		for (const attribute of element.attributes) mark(element, attribute);
		for (const one of element.classList) marks.add(`${element.localName}.${one}`);
		if (element.shadowRoot) say('shadow root', element);
		if (element.id && ids.has(element.id)) say('an id twice', element);
		ids.add(element.id);
	}
	return { wrong, marks: [...marks] };
}

/** Links lead to pages of ours, or out and into a tab of their own; nothing is asked of anybody but `own`. */
export function lookAtAddresses(own: Json): string[] {
	const wrong: string[] = [];
	const say = (what: string, { outerHTML }: Element) =>
		wrong.push(`${what}: ${outerHTML.slice(0, 300)} (${location.hash})`);
	const apart = (link: Element) =>
		link.getAttribute('target') === '_blank' && /\bnoopener\b/.test(link.getAttribute('rel') ?? '');
	const ours = (link: Element, href: string) =>
		link.closest('.text, .fields')
			? /^#\/(person\/|search\?q=)/.test(href)
			: /^#(main$|\/)/.test(href);
	for (const link of document.querySelectorAll('[href], [*|href]')) {
		const href = link.getAttribute('href') ?? '';
		if (link.localName === 'link' && document.head.contains(link)) continue;
		if (link.localName !== 'a') say('leads without being a link', link);
		else if (!ours(link, href) && !(/^https?:\/\/[^/@\\]+(\/|$)/.test(href) && apart(link)))
			say('leads astray', link);
	}
	const allowed = (value: string) => {
		const url = URL.canParse(value) ? new URL(value) : undefined;
		return url?.protocol === 'blob:' || (own as readonly string[]).includes(url?.origin ?? '');
	};
	const check = (element: Element, name: string) => {
		const value = element.getAttribute(name);
		if (value !== null && !allowed(value)) say(`asks by ${name}`, element);
	};
	for (const element of document.body.querySelectorAll('[src], [srcset], [poster], [data]'))
		for (const name of ['src', 'srcset', 'poster', 'data']) check(element, name);
	return wrong;
}

/** No word hides, and none turns what stands around it. */
export function lookAtWords(): { wrong: string[]; looked: number } {
	const HIDDEN =
		/[\p{Cc}\u202A-\u202E\u2061-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB\u{E0001}]|\p{Cs}/u;
	const TURNS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u2066-\u2068]/;
	const ALONE = 'bdi, [dir=auto], h1, textarea, option';
	const wrong: string[] = [];
	const say = (what: string, where: Element | null) =>
		wrong.push(`${what}: ${(where ?? document.head).outerHTML.slice(0, 300)} (${location.hash})`);
	const isBalanced = (text: string) => {
		let open = 0;
		const signs = text.match(/[\u2066-\u2069]/g) ?? [];
		return signs.every((sign) => (sign === '\u2069' ? open-- > 0 : ++open > 0)) && open === 0;
	};
	const check = (text: string, where: Element | null, what: string) => {
		if (HIDDEN.test(text.replace(/[\n\t]/g, ''))) say(`hidden characters in ${what}`, where);
	};
	let looked = 0;
	const read = ({ nodeValue, parentElement }: Node) => {
		const text = nodeValue ?? '';
		looked += text.length;
		check(text, parentElement, 'text');
		const bare = text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');
		if (TURNS.test(bare) && !parentElement?.closest(ALONE)) say('may turn its line', parentElement);
	};
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) read(node);
	const within = ':has(p, li, dd, [dir=auto])';
	for (const line of document.querySelectorAll('bdi, [dir=auto], h1, p, li, dt, dd'))
		if (!line.matches(within) && !isBalanced(line.textContent ?? ''))
			say('isolates without an end', line);
	for (const element of document.querySelectorAll('[title], [aria-label], [alt], [placeholder]'))
		for (const name of ['title', 'aria-label', 'alt', 'placeholder'])
			check(element.getAttribute(name) ?? '', element, name);
	check(document.title, null, 'the title');
	const { title } = document;
	if (!isBalanced(title) || !title.includes('Townsquare') || title.length > 300)
		wrong.push(`title: ${title}`);
	return { wrong, looked };
}

/** Everything stays in its card, and the cards in the window. */
export function lookAtLayout(): string[] {
	const wrong: string[] = [];
	const say = (what: string, { outerHTML }: Element) =>
		wrong.push(`${what}: ${outerHTML.slice(0, 300)} (${location.hash})`);
	const { scrollWidth, clientWidth } = document.documentElement;
	if (scrollWidth > clientWidth + 1) {
		wrong.push(`the page is ${scrollWidth} wide in ${clientWidth} (${location.hash})`);
		for (const one of document.querySelectorAll('main *'))
			if (one.getBoundingClientRect().right > clientWidth + 1) say('wider than the window', one);
	}
	const clipped = (part: Element, card: Element): boolean => {
		const box = part.parentElement;
		if (!box || box === card) return false;
		return getComputedStyle(box).overflowX !== 'visible' || clipped(box, card);
	};
	const checkCard = (card: Element) => {
		const edge = card.getBoundingClientRect();
		if (getComputedStyle(card).position === 'fixed') say('over the page', card);
		for (const part of card.querySelectorAll('p, b, a, span, div, blockquote')) {
			const box = part.getBoundingClientRect();
			if (box.width <= 1 || part.closest('dialog, .menu-list, .folded')) continue;
			const out = box.left < edge.left - 2 || box.right > edge.right + 2;
			if (out && !clipped(part, card)) say('out of its card', part);
		}
	};
	for (const card of document.querySelectorAll('main article, main li.notice, main .module'))
		checkCard(card);
	return wrong;
}
