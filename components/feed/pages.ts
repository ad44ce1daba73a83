import type { StoredPost } from '../../lib/model';

/** A page of a feed and where the next one begins; without `next` it was the last. */
export type Loaded<C> = { items: readonly StoredPost[]; next?: C | undefined };

/** A page that was read. Its posts are forgotten far from what is looked at, and read again by `from`. */
export type FeedPage<C> = {
	from: C | undefined;
	count: number;
	items?: readonly StoredPost[] | undefined;
};

/** All pages read so far, newest first; `next` is where to go on, absent when all is read. */
export type Pages<C> = {
	pages: readonly FeedPage<C>[];
	next?: { from: C | undefined } | undefined;
};

export const START: Pages<never> = { pages: [], next: { from: undefined } };

/** Pages kept on each side of those in view: with 50 posts each, some 1,000 posts in memory. */
const KEPT = 10;

export function countOf<C>({ pages }: Pages<C>): number {
	return pages.reduce((sum, page) => sum + page.count, 0);
}

/** The page that holds item `index`, and the place in it. */
export function locate<C>(
	{ pages }: Pages<C>,
	index: number,
): { page: number; at: number } | undefined {
	let at = index;
	for (const [page, { count }] of pages.entries()) {
		if (at < count) return { page, at };
		at -= count;
	}
	return undefined;
}

export function itemAt<C>(pages: Pages<C>, index: number): StoredPost | undefined {
	const place = locate(pages, index);
	return place && pages.pages[place.page]?.items?.[place.at];
}

/** Adds the page read at `next`. An empty page ends the feed, even when it names a next one. */
export function withNext<C>(old: Pages<C>, { items, next }: Loaded<C>): Pages<C> {
	const end = next === undefined || items.length === 0;
	return {
		pages: [...old.pages, { from: old.next?.from, count: items.length, items }],
		...(end ? {} : { next: { from: next } }),
	};
}

/** Fills a forgotten page again. What changed meanwhile does not move what is around it. */
export function withItems<C>(old: Pages<C>, page: number, items: readonly StoredPost[]): Pages<C> {
	return { ...old, pages: old.pages.map((one, i) => (i === page ? { ...one, items } : one)) };
}

/** Forgets the posts of pages far from items `first` to `last`. Returns the same object when nothing changes. */
export function forgetFar<C>(old: Pages<C>, first: number, last: number): Pages<C> {
	const from = (locate(old, first)?.page ?? 0) - KEPT;
	const to = (locate(old, last)?.page ?? old.pages.length) + KEPT;
	const far = (i: number) => i < from || i > to;
	if (!old.pages.some((page, i) => page.items && far(i))) return old;
	return {
		...old,
		pages: old.pages.map((page, i) => (far(i) ? { from: page.from, count: page.count } : page)),
	};
}

/** The forgotten pages that items `first` to `last` are in. */
export function forgotten<C>(pages: Pages<C>, first: number, last: number): number[] {
	const from = locate(pages, first)?.page ?? 0;
	const to = locate(pages, last)?.page ?? pages.pages.length - 1;
	return pages.pages.flatMap((page, i) => (i >= from && i <= to && !page.items ? [i] : []));
}
