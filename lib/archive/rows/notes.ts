import type { Instant, RichText } from '../../model';
import { parseInstant, unescapeText } from '../../text';
import { codePointOffsets, compose, type Mark } from './compose';
import { linkMark, mentionFacet } from './entities';
import { address, type Fields, fields, idString, list, string } from './fields';
import { snowflakeInstant } from './snowflake';

type Note = { created: Instant; text: string; plain: string; core: Core };
type Core = Fields<'text' | 'urls' | 'mentions' | 'hashtags' | 'cashtags' | 'styletags'>;
type Span = Fields<
	'fromIndex' | 'toIndex' | 'expandedUrl' | 'shortUrl' | 'screenName' | 'id' | 'text' | 'styleTypes'
>;

/** A tweet is made up to this many milliseconds after its note (0 to 99 in 41 of 41 seen). */
const LATEST = 1500;
export const LEADING_MENTIONS = /^(?:[@＠]\w+\s+)+/;

/**
 * Long posts. Nothing in an archive links a note to its tweet; the same moment and the same beginning do
 * (42 of 42 seen).
 */
export class Notes {
	private readonly bySecond = new Map<number, Note[]>();

	/** Adds a row of note-tweet.js; false when it is not one. */
	add(row: unknown): boolean {
		const raw = fields<'noteTweetId' | 'createdAt' | 'core'>(
			fields<'noteTweet'>(row).noteTweet ?? row,
		);
		const core = fields<keyof Core>(raw.core);
		const created = momentOf(raw.createdAt, raw.noteTweetId);
		const text = string(core.text);
		if (created === undefined || text === undefined) return false;
		const second = Math.floor(created / 1000);
		const notes = this.bySecond.get(second) ?? [];
		notes.push({ created, text, plain: comparable(text), core });
		this.bySecond.set(second, notes);
		return true;
	}

	get empty(): boolean {
		return this.bySecond.size === 0;
	}

	/** The whole text of a tweet from its raw text and moment; undefined when it has no note. */
	textFor(raw: string, created: Instant, reply: boolean): RichText | undefined {
		const second = Math.floor(created / 1000);
		const candidates = [
			...(this.bySecond.get(second) ?? []),
			...(this.bySecond.get(second - 1) ?? []),
		];
		if (candidates.length === 0) return undefined;
		const start = beginning(raw);
		// The tweet's own moment may be known to the second only.
		const near = candidates.filter(
			(n) => created - n.created < LATEST && n.created - created < 1000 && begins(n, start),
		);
		near.sort((a, b) => distance(a, created) - distance(b, created));
		const note = near[0];
		return note ? richText(note, reply) : undefined;
	}
}

/** `createdAt` names the second; the note's id, a snowflake as a tweet's, the millisecond. */
function momentOf(createdAt: unknown, id: unknown): Instant | undefined {
	const said = parseInstant(createdAt);
	const digits = idString(id);
	const exact = digits ? snowflakeInstant(BigInt(digits)) : undefined;
	if (said === undefined || exact === undefined) return said;
	return Math.abs(exact - said) < 2000 ? exact : said;
}

/** A tweet comes after its note: one that is later can be it only when no other is. */
function distance(note: Note, created: Instant): number {
	const after = created - note.created;
	return after >= 0 ? after : LATEST - after;
}

/** Both texts shorten links in their own way, and replies begin with mentions in one of them only. */
function comparable(text: string): string {
	return unescapeText(text)
		.replace(LEADING_MENTIONS, '')
		.replace(/https?:\/\/\S+/g, '\uFFFC')
		.replace(/\s+/g, ' ')
		.trim();
}

type Beginning = { words: string; cut: boolean };

function beginning(raw: string): Beginning {
	const withoutMedia = raw.replace(/\s*https:\/\/t\.co\/\w+\s*$/, '');
	const cut = withoutMedia.endsWith('…');
	const text = cut ? withoutMedia.slice(0, -1) : raw;
	// A link that was cut in the middle is not the link of the note.
	return { words: comparable(text.replace(/\s*https?:\/\/\S*$/, '')), cut };
}

/** A tweet that was not cut has a note only for its bold and italic words: then both texts are the same. */
function begins({ plain }: Note, { words, cut }: Beginning): boolean {
	return cut ? plain.startsWith(words) : plain.replace(/[\s\uFFFC]+$/, '') === words;
}

function richText(note: Note, reply: boolean): RichText {
	const offset = codePointOffsets(note.text);
	const begin = reply ? (LEADING_MENTIONS.exec(note.text)?.[0].length ?? 0) : 0;
	const marks: Mark[] = [];
	for (const item of list(note.core.urls)) {
		const span = fields<keyof Span>(item);
		const href = address(span.expandedUrl) ?? address(span.shortUrl);
		const at = href ? place(note.text, offset, span, string(span.shortUrl)) : undefined;
		if (href && at) marks.push({ ...at, ...linkMark(href) });
	}
	for (const item of list(note.core.mentions)) {
		const span = fields<keyof Span>(item);
		const handle = string(span.screenName);
		const at = handle ? place(note.text, offset, span, `@${handle}`) : undefined;
		if (handle && at) marks.push({ ...at, facet: mentionFacet(handle, { id_str: span.id }) });
	}
	addTags(marks, note, offset);
	const composed = compose(note.text, begin, marks);
	return withStyles(composed, note, offset, begin, marks);
}

function addTags(marks: Mark[], note: Note, offset: (codePoint: number) => number): void {
	for (const [items, sign, type] of [
		[note.core.hashtags, '#', 'tag'],
		[note.core.cashtags, '$', 'cashtag'],
	] as const) {
		for (const item of list(items)) {
			const span = fields<keyof Span>(item);
			const tag = string(span.text);
			const at = tag ? place(note.text, offset, span, sign + tag) : undefined;
			if (tag && at) marks.push({ ...at, facet: { type, tag } });
		}
	}
}

function place(
	text: string,
	offset: (codePoint: number) => number,
	span: Span,
	words: string | undefined,
): { start: number; end: number } | undefined {
	const start = offset(Number(span.fromIndex));
	const end = offset(Number(span.toIndex));
	if (start < end && end <= text.length) return { start, end };
	const found = words ? text.toLowerCase().indexOf(words.toLowerCase()) : -1;
	return words && found >= 0 ? { start: found, end: found + words.length } : undefined;
}

/** Bold and italic lie over the other facets, so they are moved by what the links before them changed. */
function withStyles(
	composed: RichText,
	note: Note,
	offset: (codePoint: number) => number,
	begin: number,
	marks: readonly Mark[],
): RichText {
	const facets = [...(composed.facets ?? [])];
	const moved = (at: number) =>
		marks.reduce(
			(sum, mark) =>
				mark.start >= begin && mark.end <= at && mark.show !== undefined
					? sum + mark.show.length - (mark.end - mark.start)
					: sum,
			unescapeText(note.text.slice(begin, at)).length,
		);
	for (const item of list(note.core.styletags)) {
		const span = fields<keyof Span>(item);
		const at = place(note.text, offset, span, undefined);
		if (!at || at.start < begin) continue;
		for (const style of list(span.styleTypes)) {
			const name = fields<'name'>(style).name;
			if (name !== 'Bold' && name !== 'Italic') continue;
			const type = name === 'Bold' ? 'bold' : 'italic';
			facets.push({ start: moved(at.start), end: moved(at.end), type });
		}
	}
	facets.sort((a, b) => a.start - b.start);
	return facets.length > 0 ? { text: composed.text, facets } : { text: composed.text };
}
