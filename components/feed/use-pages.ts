import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { StoredPost } from '../../lib/model';
import { onChange, type Topic } from '../../lib/store';
import { useNavigation } from '../shared/navigation';
import { itemAt, type Pages } from './pages';
import { createReader, type Load, type LoadAgain, type Reader } from './reader';

/** What a feed draws from. */
export type FeedList = {
	/** Items read so far. */
	count: number;
	/** All there are, where it is known. */
	size?: number | undefined;
	/** Absent while it is being read again. */
	item(index: number): StoredPost | undefined;
	/** What item `index` is called, wherever in the list it comes to stand. */
	key(index: number): string | undefined;
	/** Tells which items are in view: reads what they need. */
	want(first: number, last: number): void;
	/** Nothing is left to read. */
	done: boolean;
	error?: unknown;
	retry(): void;
};

type Left<C> = { key: string; pages: Pages<C> };

/** For a list that changes while it is open: how a page is read again, and after changes of what. */
export type Changing<C> = { again: LoadAgain<C>; topics: readonly Topic[] };

/** Changes that follow each other faster are one. */
const TOGETHER_MS = 250;

/**
 * Reads a feed page by page as it is looked at, and starts over when `key` (which names what is read) changes. The
 * pages are left in the memory of the history entry under `name`, so that coming back shows them at once.
 */
export function usePages<C>(
	key: string,
	load: Load<C>,
	name: string,
	changing?: Changing<C>,
): FeedList & {
	/** Where the list begins, read or forgotten; undefined while nothing is read. */
	top: C | undefined;
} {
	const { memory } = useNavigation();
	const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
	const latest = useRef({ load, again: changing?.again });
	latest.current = { load, again: changing?.again };
	const changes = changing !== undefined;
	const reader = useMemo(() => {
		const left = memory.get(name) as Left<C> | undefined;
		const again: LoadAgain<C> = async (page, signal) =>
			latest.current.again?.(page, signal) ?? [await latest.current.load(page.from, signal)];
		const made = createReader<C>({
			load: (from, signal) => latest.current.load(from, signal),
			again: changes ? again : undefined,
			changed: () => {
				memory.set(name, { key, pages: made.pages } satisfies Left<C>);
				redraw();
			},
			left: left?.key === key ? left.pages : undefined,
		});
		return made;
	}, [key, memory, name, changes]);
	useLayoutEffect(() => {
		if (reader.pages.pages.length === 0) reader.want(0, 0);
		return () => reader.stop();
	}, [reader]);
	useRefreshed(reader, changing?.topics ?? []);
	const { pages } = reader;
	const keys = useMemo(() => pages.pages.flatMap((page) => page.keys), [pages]);
	const keyOf = useCallback((index: number) => keys[index], [keys]);
	return {
		top: pages.pages[0]?.from,
		count: keys.length,
		item: (index) => itemAt(pages, index),
		key: keyOf,
		want: reader.want,
		done: pages.next === undefined,
		error: reader.error,
		retry: reader.retry,
	};
}

/** Has a list read again what changed. What is left from before may have changed while nobody looked. */
function useRefreshed<C>(reader: Reader<C>, topics: readonly Topic[]): void {
	const watched = topics.join();
	useEffect(() => {
		if (!watched) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const soon = () => {
			timer ??= setTimeout(() => {
				timer = undefined;
				reader.refresh();
			}, TOGETHER_MS);
		};
		if (reader.pages.pages.length > 0) reader.refresh();
		const stop = onChange(watched.split(',') as Topic[], soon);
		return () => {
			clearTimeout(timer);
			stop();
		};
	}, [reader, watched]);
}
