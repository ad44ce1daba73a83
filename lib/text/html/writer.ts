import type { Facet, RichText } from '../../model';
import { cleanCharacters, Isolates } from './characters';

/** A stretch that has begun; its start is known once a character stands in it. */
export type Stretch = { start: number; part: number };

/** More facets than this are not written by people, and drawing looks at each for each. */
const MOST_FACETS = 1000;
/** Empty lines hide what follows, a little of which is a custom (spoilers). */
const MOST_BREAKS = 10;
const DEEPEST_QUOTE = 3;

/** Puts words on lines as HTML would: white space collapses, breaks are kept back until something follows. */
export class Writer {
	private readonly parts: string[] = [];
	private length = 0;
	private readonly facets: Facet[] = [];
	private waiting: Stretch[] = [];
	private readonly isolates = new Isolates();
	private breaks = 0;
	private space: '' | ' ' | '\t' = '';
	private marker = '';
	private quotes = 0;
	/** The least quoted since the last word: how empty lines between are marked. */
	private least = 0;

	/** Text outside of `<pre>`. */
	words(raw: string): void {
		const text = cleanCharacters(raw).replace(/[ \t\n]+/g, ' ');
		if (text.startsWith(' ')) this.space ||= ' ';
		const words = stripSpaces(text);
		if (words === '') return;
		this.put(words);
		if (text.endsWith(' ')) this.space = ' ';
	}

	/** Text in `<pre>`: spaces, tabs and newlines stay. */
	preformatted(raw: string): void {
		for (const [i, line] of cleanCharacters(raw).split('\n').entries()) {
			if (i > 0) this.lineBreak();
			if (line !== '') this.put(line);
		}
	}

	/** `<br>` */
	lineBreak(): void {
		this.space = '';
		this.breaks = Math.min(this.breaks + 1, MOST_BREAKS);
	}

	/** The edge of a block; at the beginning of a list item it is the item's own. */
	blockBreak(lines: number): void {
		this.space = '';
		if (this.marker === '') this.breaks = Math.max(this.breaks, lines);
	}

	/** The next words begin a list item. `first` keeps the distance the list asked for. */
	beginItem(marker: string, first: boolean): void {
		this.blockBreak(1);
		if (!first) this.breaks = 1;
		this.marker = marker;
	}

	endItem(): void {
		this.marker = '';
		this.blockBreak(1);
	}

	/** Between two cells of a row. */
	cell(): void {
		this.space = '\t';
	}

	beginQuote(): void {
		this.quotes++;
	}

	endQuote(): void {
		this.quotes--;
		this.least = Math.min(this.least, this.quotes);
	}

	begin(): Stretch {
		const stretch = { start: -1, part: -1 };
		this.waiting.push(stretch);
		return stretch;
	}

	/** Ends a stretch with a facet, unless nothing stands in it. */
	mark<T extends object>({ start }: Stretch, kind: T): void {
		if (start < 0 || start >= this.length || this.facets.length >= MOST_FACETS) return;
		this.facets.push({ start, end: this.length, ...kind } as T & Facet);
	}

	/** What has been written since the stretch began. */
	textOf({ part }: Stretch): string {
		return part < 0 ? '' : this.parts.slice(part).join('');
	}

	/** Writes other words in its place; facets within go with the words they marked. */
	replace({ start, part }: Stretch, words: string): void {
		this.parts.splice(part, this.parts.length, words);
		this.length = start + words.length;
		while ((this.facets.at(-1)?.start ?? -1) >= start) this.facets.pop();
	}

	/** The text without white space at its end. */
	finish(): RichText {
		this.parts.push(this.isolates.close());
		const text = this.parts.join('').trimEnd();
		const facets = this.facets
			.filter(({ start }) => start < text.length)
			.map((facet) => (facet.end > text.length ? { ...facet, end: text.length } : facet))
			.sort((a, b) => a.start - b.start || b.end - a.end);
		return facets.length > 0 ? { text, facets } : { text };
	}

	private put(raw: string): void {
		this.flush();
		const words = this.isolates.pass(raw);
		for (const stretch of this.waiting) {
			stretch.start = this.length;
			stretch.part = this.parts.length;
		}
		if (this.waiting.length > 0) this.waiting = [];
		this.push(words);
	}

	/** Before the isolates of the next words are counted, those of the last line end. */
	private flush(): void {
		const begins = this.length === 0;
		if (this.breaks > 0 && !begins) {
			this.push(this.isolates.close());
			this.push(`\n${prefix(this.least).trimEnd()}`.repeat(this.breaks - 1));
			this.push('\n');
		} else if (!begins) this.push(this.space);
		if (begins || this.breaks > 0) this.push(prefix(this.quotes) + this.marker);
		this.marker = '';
		this.breaks = 0;
		this.space = '';
		this.least = this.quotes;
	}

	private push(text: string): void {
		if (text === '') return;
		this.parts.push(text);
		this.length += text.length;
	}
}

/** As in mail: it says the same in a copy, a search result and a notification. */
function prefix(quotes: number): string {
	return '> '.repeat(Math.min(quotes, DEEPEST_QUOTE));
}

/** Only the spaces HTML collapses; others, such as U+00A0, were meant. */
function stripSpaces(text: string): string {
	const from = text.startsWith(' ') ? 1 : 0;
	return text.slice(from, text.endsWith(' ') ? -1 : undefined);
}
