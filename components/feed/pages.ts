import type { StoredPost } from '../../lib/model';

/**
 * A page of a feed and where the next one begins; without `next` it was the last. `from`: where to begin to read this
 * page again, when that is not where it was read from (what came since stays out of a first page).
 */
export type Loaded<C> = {
	items: readonly StoredPost[];
	next?: C | undefined;
	from?: C | undefined;
};

/**
 * A page that was read: the stretch from `from` down to where the next one begins. Its posts are forgotten far from
 * what is looked at, and read again; what they are called is kept.
 */
export type FeedPage<C> = {
	from: C | undefined;
	keys: readonly string[];
	items?: readonly StoredPost[] | undefined;
	/** Something changed since it was read. */
	stale?: true;
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
	return pages.reduce((sum, page) => sum + page.keys.length, 0);
}

/** What a post is called in its list, however many come to stand above it. */
function keyOfItem({ activity, post }: StoredPost): string {
	return activity ?? post.key;
}

/** The page that holds item `index`, and the place in it. */
export function locate<C>(
	{ pages }: Pages<C>,
	index: number,
): { page: number; at: number } | undefined {
	let at = index;
	for (const [page, { keys }] of pages.entries()) {
		if (at < keys.length) return { page, at };
		at -= keys.length;
	}
	return undefined;
}

export function itemAt<C>(pages: Pages<C>, index: number): StoredPost | undefined {
	const place = locate(pages, index);
	return place && pages.pages[place.page]?.items?.[place.at];
}

export function keyAt<C>(pages: Pages<C>, index: number): string | undefined {
	const place = locate(pages, index);
	return place && pages.pages[place.page]?.keys[place.at];
}

/** Adds the page read at `next`. An empty page ends the feed, even when it names a next one. */
export function withNext<C>(old: Pages<C>, loaded: Loaded<C>): Pages<C> {
	const { items, next } = loaded;
	const end = next === undefined || items.length === 0;
	return {
		pages: [...old.pages, pageOf(loaded.from ?? old.next?.from, items)],
		...(end ? {} : { next: { from: next } }),
	};
}

/** Where page `n` ends: the next one begins there. Undefined when nothing was read below it, nor is left to read. */
export function endOf<C>({ pages, next }: Pages<C>, n: number): C | undefined {
	return (pages[n + 1] ?? next)?.from;
}

/**
 * Puts what was read again in the place of a page: it may be more than before, then it is several pages, or less.
 * What is around it stays what it was.
 */
export function withAgain<C>(old: Pages<C>, page: number, parts: readonly Loaded<C>[]): Pages<C> {
	const first = old.pages[page];
	if (!first) return old;
	const fresh = parts.map(({ items }, i) =>
		pageOf(i === 0 ? first.from : parts[i - 1]?.next, items),
	);
	return { ...old, pages: old.pages.toSpliced(page, 1, ...fresh) };
}

function pageOf<C>(from: C | undefined, items: readonly StoredPost[]): FeedPage<C> {
	return { from, keys: items.map(keyOfItem), items };
}

/** Marks every page as to be read again, and lets a list that had ended go on from its end. */
export function outdated<C>(old: Pages<C>): Pages<C> {
	const pages = old.pages.map((page) => ({ ...page, stale: true as const }));
	const last = pages.at(-1);
	// Only an empty page says where reading would go on.
	if (old.next || !last || last.keys.length > 0) return { ...old, pages };
	return { pages: pages.slice(0, -1), next: { from: last.from } };
}

/** Forgets the posts of pages far from items `first` to `last`. Returns the same object when nothing changes. */
export function forgetFar<C>(old: Pages<C>, first: number, last: number): Pages<C> {
	const from = (locate(old, first)?.page ?? 0) - KEPT;
	const to = (locate(old, last)?.page ?? old.pages.length) + KEPT;
	const far = (i: number) => i < from || i > to;
	if (!old.pages.some((page, i) => page.items && far(i))) return old;
	return {
		...old,
		pages: old.pages.map((page, i) => (far(i) ? { from: page.from, keys: page.keys } : page)),
	};
}

/** The pages that items `first` to `last` are in and that were forgotten, or changed since they were read. */
export function unread<C>(pages: Pages<C>, first: number, last: number): number[] {
	const from = locate(pages, first)?.page ?? 0;
	const to = locate(pages, last)?.page ?? pages.pages.length - 1;
	return pages.pages.flatMap((page, i) =>
		i >= from && i <= to && (page.stale || !page.items) ? [i] : [],
	);
}
