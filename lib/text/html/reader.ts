import type { Style } from '../../model';
import { BLOCKS, DROPPED, FOREIGN, impliedBy, LISTS, STYLES, VOID } from './elements';
import { type Anchor, type LinkContext, readAnchor } from './links';
import { type Tokens, tokenize } from './tokenizer';
import { type Stretch, Writer } from './writer';

type Open = {
	name: string;
	stretch?: Stretch;
	style?: Style;
	anchor?: Anchor;
	/** Number of the next item; absent for bullets. */
	next?: number;
	items: number;
};

/** Deeper elements count as text of the one they are in: structure that nobody sees. */
const DEEPEST = 50;
const DEEPEST_LIST = 4;
const ATTRIBUTES: ReadonlySet<string> = new Set([
	'href',
	'class',
	'rel',
	'alt',
	'start',
	'hidden',
	'aria-hidden',
	'style',
]);
/** What a browser does not draw is not said to anybody. */
const UNSEEN =
	/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0*\s*(?:!|;|$)|font-size\s*:\s*0)/i;

/**
 * Turns the tokens of one HTML text into calls of a Writer. It keeps a short stack: every token costs at most its
 * depth.
 */
export class HtmlReader implements Tokens {
	readonly writer = new Writer();
	private readonly stack: Open[] = [];
	/** Elements below DEEPEST that are still open. */
	private beyond = 0;
	private dropped: { name: string; depth: number } | undefined;
	private attributes: ReadonlyMap<string, string> = new Map();
	private readonly preformatted: string[] = [];
	private afterPre = false;
	private readonly html: string;
	private readonly links: LinkContext;
	private readonly dropQuoteInline: boolean;
	private readonly dropUnseen: boolean;

	constructor(html: string, links: LinkContext, drop: { quoteInline: boolean; unseen: boolean }) {
		this.html = html;
		this.links = links;
		this.dropQuoteInline = drop.quoteInline;
		this.dropUnseen = drop.unseen;
	}

	/** Once. `more` says that the HTML went on: then an ellipsis stands where it was cut. */
	read(more: boolean): void {
		tokenize(this.html, ATTRIBUTES, this);
		if (more) this.writer.words('…');
		while (this.stack.length > 0) this.endLast();
	}

	isForeign(): boolean {
		return this.dropped !== undefined && FOREIGN.has(this.dropped.name);
	}

	startTag(name: string, attributes: ReadonlyMap<string, string>, closed: boolean): void {
		this.attributes = attributes;
		this.element(name);
		if (closed && this.isForeign() && this.dropped?.name === name) this.leaveDropped();
	}

	text(text: string): void {
		if (this.dropped) return;
		if (this.preformatted.length === 0) this.writer.words(text);
		else this.writer.preformatted(this.afterPre ? text.replace(/^\n/, '') : text);
		this.afterPre = false;
	}

	private element(name: string): void {
		if (this.dropped) {
			if (name === this.dropped.name && name !== 'p') this.dropped.depth++;
			// The paragraph with a quote's address ends where the next block begins.
			if (this.dropped.name !== 'p' || !BLOCKS.has(name)) return;
			this.dropped = undefined;
		}
		this.afterPre = false;
		this.endImplied(name);
		const unseen = this.dropUnseen && isUnseen(this.attributes);
		if (VOID.has(name)) {
			if (!unseen) this.begin(name);
			return;
		}
		if (unseen || this.isQuoteInline() || DROPPED.has(name)) {
			this.dropped = { name, depth: 1 };
			return;
		}
		this.begin(name);
		if (this.stack.length === DEEPEST) this.beyond++;
		else this.push(name);
	}

	private isQuoteInline(): boolean {
		return this.dropQuoteInline && words(this.attributes, 'class').has('quote-inline');
	}

	private begin(name: string): void {
		const lines = BLOCKS.get(name);
		if (name === 'br') this.writer.lineBreak();
		else if (name === 'img') this.image();
		else if (name === 'td' || name === 'th') this.writer.cell();
		else if (name === 'li') this.beginItem();
		else if (lines !== undefined) this.writer.blockBreak(this.linesOf(name, lines));
	}

	private push(name: string): void {
		const open: Open = { name, items: 0 };
		const style = STYLES.get(name);
		if (style && !this.stack.some((outer) => outer.style === style)) open.style = style;
		const href = this.attributes.get('href');
		if (name === 'a' && href !== undefined) {
			const { attributes } = this;
			open.anchor = { href, classes: words(attributes, 'class'), rel: words(attributes, 'rel') };
		}
		if (name === 'ol') open.next = firstNumber(this.attributes.get('start'));
		if (name === 'blockquote') this.writer.beginQuote();
		if (name === 'pre') {
			this.preformatted.push(name);
			this.afterPre = true;
		}
		if (open.style || open.anchor) open.stretch = this.writer.begin();
		this.stack.push(open);
	}

	endTag(name: string): void {
		this.afterPre = false;
		if (this.dropped) {
			if (name === this.dropped.name) this.leaveDropped();
			return;
		}
		if (name === 'br') this.writer.lineBreak();
		if (this.beyond > 0) {
			this.beyond--;
			this.writer.blockBreak(BLOCKS.get(name) ?? 0);
			return;
		}
		const at = this.stack.findLastIndex((open) => open.name === name);
		// As browsers do: an end without a beginning is an empty paragraph.
		if (at < 0 && name === 'p') this.writer.blockBreak(2);
		while (at >= 0 && this.stack.length > at) this.endLast();
	}

	private leaveDropped(): void {
		if (this.dropped && --this.dropped.depth === 0) this.dropped = undefined;
	}

	private endImplied(name: string): void {
		const rule = impliedBy(name);
		if (!rule) return;
		const at = this.stack.findLastIndex((open) => {
			return rule.ends.has(open.name) || rule.within.has(open.name);
		});
		if (!rule.ends.has(this.stack[at]?.name ?? '')) return;
		while (this.stack.length > at) this.endLast();
	}

	private endLast(): void {
		const open = this.stack.pop();
		if (!open) return;
		const { name, stretch, style, anchor } = open;
		if (stretch && anchor) this.endAnchor(stretch, anchor);
		if (stretch && style) this.writer.mark(stretch, { type: style });
		if (name === 'pre') this.preformatted.pop();
		const lines = BLOCKS.get(name);
		if (name === 'li') this.writer.endItem();
		else if (lines !== undefined) this.writer.blockBreak(this.linesOf(name, lines));
		if (name === 'blockquote') this.writer.endQuote();
	}

	private endAnchor(stretch: Stretch, anchor: Anchor): void {
		const before = this.writer.textOf(stretch);
		const { words: shown, mark } = readAnchor(anchor, before, this.links);
		if (shown !== before) this.writer.replace(stretch, shown);
		if (mark) this.writer.mark(stretch, mark);
	}

	/** A custom emoji is its shortcode; of another image its description remains. */
	private image(): void {
		const alt = this.attributes.get('alt')?.trim();
		if (!alt) return;
		const emoji = /^:[^\s:]+:$/.test(alt) || words(this.attributes, 'class').has('emoji');
		this.text(emoji ? alt : `[${alt}]`);
	}

	private beginItem(): void {
		const lists = this.stack.filter(({ name }) => LISTS.has(name));
		const list = lists.at(-1);
		const number = list?.next;
		if (list && number !== undefined) list.next = number + 1;
		const indent = '  '.repeat(Math.max(Math.min(lists.length, DEEPEST_LIST) - 1, 0));
		const marker = number === undefined ? '• ' : `${number}. `;
		this.writer.beginItem(indent + marker, !list || list.items === 0);
		if (list) list.items++;
	}

	/** A list within a list stands close. */
	private linesOf(name: string, lines: number): number {
		return LISTS.has(name) && this.stack.some((open) => LISTS.has(open.name)) ? 1 : lines;
	}
}

function isUnseen(attributes: ReadonlyMap<string, string>): boolean {
	if (attributes.has('hidden') || attributes.get('aria-hidden')?.toLowerCase() === 'true')
		return true;
	return UNSEEN.test(attributes.get('style') ?? '');
}

function words(attributes: ReadonlyMap<string, string>, name: string): ReadonlySet<string> {
	const value = attributes.get(name);
	return new Set(value === undefined ? [] : value.split(/\s+/));
}

function firstNumber(start: string | undefined): number {
	return start !== undefined && /^\d{1,6}$/.test(start.trim()) ? Number(start) : 1;
}
