import {
	countOf,
	forgetFar,
	forgotten,
	type Loaded,
	type Pages,
	START,
	withItems,
	withNext,
} from './pages';

/** Reads one page from a place on; from the beginning without one. */
export type Load<C> = (from: C | undefined, signal: AbortSignal) => Promise<Loaded<C>>;

export type Reader<C> = {
	readonly pages: Pages<C>;
	readonly error: unknown;
	/** Tells which items are in view: reads what they need, forgets what is far. */
	want(first: number, last: number): void;
	retry(): void;
	/** Nothing changes any more; what is under way is aborted. */
	stop(): void;
};

/** Items before the end at which the next page is asked for. */
const AHEAD = 25;

/** Reads a feed page by page as it is looked at; `changed` is called after each change of `pages` or `error`. */
export function createReader<C>(load: Load<C>, changed: () => void, left?: Pages<C>): Reader<C> {
	const abort = new AbortController();
	const { signal } = abort;
	const reading = new Set<number>();
	let pages: Pages<C> = left ?? START;
	let error: unknown;

	const read = async (page: number): Promise<void> => {
		const known = pages.pages[page];
		const from = known ? { from: known.from } : pages.next;
		if (!from || reading.has(page)) return;
		reading.add(page);
		try {
			const loaded = await load(from.from, signal);
			if (signal.aborted) return;
			error = undefined;
			pages = known ? withItems(pages, page, loaded.items) : withNext(pages, loaded);
		} catch (failure) {
			if (signal.aborted) return;
			error = failure;
		} finally {
			reading.delete(page);
		}
		changed();
	};

	return {
		get pages() {
			return pages;
		},
		get error() {
			return error;
		},
		want(first, last) {
			const near = forgetFar(pages, first, last);
			if (near !== pages) {
				pages = near;
				changed();
			}
			// After a failure the person asks again; a page in view must not ask in a loop.
			if (error !== undefined) return;
			for (const page of forgotten(pages, first, last)) void read(page);
			if (last >= countOf(pages) - AHEAD) void read(pages.pages.length);
		},
		retry() {
			error = undefined;
			changed();
			void read(pages.pages.length);
		},
		stop: () => abort.abort(),
	};
}
