import type { StoredPost } from '../../lib/model';
import {
	countOf,
	endOf,
	forgetFar,
	type Loaded,
	outdated,
	type Pages,
	START,
	unread,
	withAgain,
	withNext,
} from './pages';

/** Reads one page from a place on (from the beginning without one). */
export type Load<C> = (from: C | undefined, signal: AbortSignal) => Promise<Loaded<C>>;

/**
 * Reads a page again: all from its place down to its end, in parts. `shown` is what stood there before, `top` where the
 * list begins.
 */
export type LoadAgain<C> = (
	page: { from: C | undefined; until: C; top: C | undefined; shown: readonly StoredPost[] },
	signal: AbortSignal,
) => Promise<readonly Loaded<C>[]>;

export type Reader<C> = {
	readonly pages: Pages<C>;
	readonly error: unknown;
	/** Tells which items are in view: reads what they need, forgets what is far. */
	want(first: number, last: number): void;
	/** What is stored changed: what is in view is read again now, all else when it is. */
	refresh(): void;
	retry(): void;
	/** Nothing changes any more; what is under way is aborted. */
	stop(): void;
};

type Options<C> = {
	load: Load<C>;
	/** Absent: a page does not change. */
	again?: LoadAgain<C> | undefined;
	/** Called after each change of `pages` or `error`. */
	changed(): void;
	left?: Pages<C> | undefined;
};

/** So many items below what is in view, or comes soon, are read. */
const AHEAD = 100;

/** Reads a feed page by page as it is looked at. */
export function createReader<C>({ load, again, changed, left }: Options<C>): Reader<C> {
	const abort = new AbortController();
	const { signal } = abort;
	let pages: Pages<C> = left ?? START;
	let error: unknown;
	let view = { first: 0, last: 0 };
	/** Pages change places when one above is read again: one is read at a time. */
	let reading = false;

	const step = async (): Promise<void> => {
		const [known] = unread(pages, view.first, view.last);
		if (known !== undefined) return readKnown(known);
		const { next } = pages;
		if (!next) return;
		const loaded = await load(next.from, signal);
		if (!signal.aborted && pages.next === next) pages = withNext(pages, loaded);
	};

	const readKnown = async (n: number): Promise<void> => {
		const page = pages.pages[n];
		if (!page) return;
		const parts = await partsOf(pages, n, { load, again }, signal);
		const now = pages.pages.indexOf(page);
		// What became outdated while it was read is read once more.
		if (!signal.aborted && now >= 0) pages = withAgain(pages, now, parts);
	};

	const read = async (): Promise<void> => {
		if (reading) return;
		reading = true;
		try {
			// After a failure the person asks again; a page in view must not ask in a loop.
			while (error === undefined && !signal.aborted && isWanting(pages, view)) {
				await step();
				if (!signal.aborted) changed();
			}
		} catch (failure) {
			if (signal.aborted) return;
			error = failure;
			changed();
		} finally {
			reading = false;
		}
	};

	return {
		get pages() {
			return pages;
		},
		get error() {
			return error;
		},
		want(first, last) {
			view = { first, last };
			const near = forgetFar(pages, first, last);
			if (near !== pages) {
				pages = near;
				changed();
			}
			void read();
		},
		refresh() {
			if (!again) return;
			pages = outdated(pages);
			void read();
		},
		retry() {
			error = undefined;
			changed();
			void read();
		},
		stop: () => abort.abort(),
	};
}

/** Whether what is in view, or comes soon, is not read. */
function isWanting<C>(pages: Pages<C>, { first, last }: { first: number; last: number }): boolean {
	if (unread(pages, first, last).length > 0) return true;
	return pages.next !== undefined && last >= countOf(pages) - AHEAD;
}

/** A page as it is now. */
async function partsOf<C>(
	pages: Pages<C>,
	n: number,
	{ load, again }: Pick<Options<C>, 'load' | 'again'>,
	signal: AbortSignal,
): Promise<readonly Loaded<C>[]> {
	const { from, items: shown = [] } = pages.pages[n] ?? { from: undefined };
	const until = endOf(pages, n);
	const top = pages.pages[0]?.from;
	if (again && until !== undefined) return again({ from, until, top, shown }, signal);
	return [await load(from, signal)];
}
