import type { Facet, Post } from '../../model';
import { foldName } from './name';
import type { Scanner } from './scan';

/** Longer texts are searchable as far as this, in UTF-16 code units. */
const MAX_TEXT = 100_000;

/**
 * Hands every term of a post's texts to the scanner's sink, text by text. `next` is called after each: phrases do
 * not reach from one into the other.
 */
export function scanPost(post: Post, scanner: Scanner, next: () => void): void {
	const { text, facets } = post.content;
	scanRich(text, facets ?? [], scanner);
	next();
	for (const words of wordsBeside(post)) {
		scanRich(words, [], scanner);
		next();
	}
	for (const facet of facets ?? []) {
		if (facet.type === 'link') scanHidden(facet.href, text.slice(facet.start, facet.end), scanner);
		if (facet.type === 'mention') scanner.emitExtra(`@${foldName(facet.handle)}`);
		next();
	}
	scanPeople(post, scanner, next);
}

/** What is read with a post besides its text: each is a text of its own. */
function wordsBeside({ media, warning, poll, card }: Post): string[] {
	const alts = media?.map(({ alt }) => alt) ?? [];
	const answers = poll?.options.map(({ title }) => title) ?? [];
	const all = [...alts, warning, ...answers, card?.title, card?.description];
	return all.flatMap((words) => words || []);
}

/** What stands between links is read as text, links as host and path. */
function scanRich(text: string, facets: readonly Facet[], scanner: Scanner): void {
	const end = Math.min(text.length, MAX_TEXT);
	let at = 0;
	for (const facet of facets) {
		if (facet.type !== 'link' || facet.start < at || facet.end > end) continue;
		scanner.scan(text, at, facet.start);
		scanAddress(text, scanner, facet.start, facet.end);
		at = facet.end;
	}
	scanner.scan(text, at, end);
}

/** Host and path of the link that stands in text[start, end), without its scheme. */
export function scanAddress(text: string, scanner: Scanner, start = 0, end = text.length): void {
	const scheme = text.indexOf('://', start);
	const host = scheme < 0 || scheme + 3 > end ? start : scheme + 3;
	const slash = text.indexOf('/', host);
	const path = slash < 0 || slash > end ? end : slash;
	scanner.scan(text, host, path);
	scanner.scan(text, path, end, true);
}

/** The address of a link that shows something else. */
function scanHidden(href: string, shown: string, scanner: Scanner): void {
	if (href.includes(shown)) return;
	scanAddress(href, scanner, 0, Math.min(href.length, MAX_TEXT));
}

/** Whoever a post answers, reposts or quotes is found by @handle and by the words of the handle. */
function scanPeople(post: Post, scanner: Scanner, next: () => void): void {
	const people = [post.repostOf, post.replyTo, post.quote, ...(post.replyMentions ?? [])];
	for (const person of people) {
		if (!person?.handle) continue;
		scanner.scan(person.handle);
		scanner.emitExtra(`@${foldName(person.handle)}`);
		next();
	}
}
