import { type Clause, type Element, lookedUp } from '../query/query';
import { type Bitmap, emptyBitmap } from './bitmap';
import { countBelow } from './border';
import type { Cache, PageAddress } from './cache';
import { Matches, type Prepared } from './matches';
import { addPostings, pagesFor } from './page-reader';
import type { Source } from './source';

/** Pages read in one transaction: what a word needs in all blocks of a million posts, and no more at a time. */
const PAGES_AT_ONCE = 256;

/** Evaluates a query on one source, all blocks of its index. */
export async function evaluate(
	source: Source,
	clauses: readonly Clause[],
	cache: Cache,
	signal: AbortSignal,
): Promise<Matches> {
	const prepared = await Promise.all(clauses.map((clause) => prepare(source, clause, cache)));
	const postings = await readPostings(source, clauses.flatMap(lookedUp), cache, signal);
	const matches = new Matches(source);
	for (const [i, block] of source.directory.blocks.entries()) {
		matches.addBlock(block, prepared, (element) => postings.get(element)?.[i] ?? emptyBitmap(0));
	}
	return matches;
}

async function prepare(source: Source, clause: Clause, cache: Cache): Promise<Prepared> {
	const { count } = source.directory;
	if (clause.type !== 'time') return { clause, from: 0, to: count };
	const { from, to } = clause;
	return {
		clause,
		from: from === undefined ? 0 : await countBelow(source, from, cache),
		to: to === undefined ? count : await countBelow(source, to, cache),
	};
}

/** For each element the posts that have it, a bitmap per block. */
async function readPostings(
	{ generation, list, directory }: Source,
	elements: readonly Element[],
	cache: Cache,
	signal: AbortSignal,
): Promise<Map<Element, Bitmap[]>> {
	const postings = new Map<Element, Bitmap[]>();
	const wanted: { address: PageAddress; element: Element; bits: Bitmap }[] = [];
	for (const element of elements) {
		const bitmaps = directory.blocks.map(({ count }) => emptyBitmap(count));
		postings.set(element, bitmaps);
		for (const [block, bits] of bitmaps.entries()) {
			const [from, to] = pagesFor(directory.blocks[block]?.firstTerms ?? [], element);
			for (let page = from; page < to; page++) {
				const address = [generation.index ?? generation.id, list, block, page] as const;
				wanted.push({ address, element, bits });
			}
		}
	}
	for (let at = 0; at < wanted.length; at += PAGES_AT_ONCE) {
		signal.throwIfAborted();
		const batch = wanted.slice(at, at + PAGES_AT_ONCE);
		const pages = await cache.pages(batch.map(({ address }) => address));
		for (const [i, { element, bits }] of batch.entries()) {
			addPostings(pages[i] ?? new Uint8Array(0), element, bits);
		}
	}
	return postings;
}
