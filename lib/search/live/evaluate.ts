import type { Clause, Element } from '../query/query';
import { lookedUp } from '../query/query';
import { type Bitmap, emptyBitmap } from '../read/bitmap';
import { Matches, type Prepared } from '../read/matches';
import { addPostings, pagesFor } from '../read/page-reader';
import { countOlder, type LiveSource } from './source';

/** What a query finds among the live posts of one source. */
export type LiveMatches = Matches<LiveSource>;

/** Evaluates a query on one source. */
export async function evaluateLive(
	source: LiveSource,
	clauses: readonly Clause[],
): Promise<LiveMatches> {
	const count = source.sortAt.length;
	const prepared = await Promise.all(clauses.map((clause) => prepare(source, clause)));
	const elements = clauses.flatMap(lookedUp);
	const postings = new Map<Element, Bitmap>();
	for (const element of elements) postings.set(element, await postingsOf(source, element));
	const matches: LiveMatches = new Matches(source);
	const lookUp = (element: Element) => postings.get(element) ?? emptyBitmap(count);
	matches.addBlock({ start: 0, count }, prepared, lookUp);
	matches.drop(0, source.dead);
	return matches;
}

async function prepare(source: LiveSource, clause: Clause): Promise<Prepared> {
	const count = source.sortAt.length;
	if (clause.type !== 'time') return { clause, from: 0, to: count };
	const { from, to } = clause;
	return {
		clause,
		from: from === undefined ? 0 : await countOlder(source, from),
		to: to === undefined ? count : await countOlder(source, to),
	};
}

async function postingsOf(source: LiveSource, element: Element): Promise<Bitmap> {
	const bits = emptyBitmap(source.sortAt.length);
	const [from, to] = pagesFor(source.firstTerms, element);
	const numbers = Array.from({ length: Math.max(to - from, 0) }, (_, i) => from + i);
	for (const page of await source.pages(numbers)) addPostings(page, element, bits);
	return bits;
}
