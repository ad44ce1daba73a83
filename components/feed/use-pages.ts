import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { StoredPost } from '../../lib/model';
import { useNavigation } from '../shared/navigation';
import { countOf, itemAt, type Pages } from './pages';
import { createReader, type Load } from './reader';

/** What a feed draws from. */
export type FeedList = {
	/** Items read so far. */
	count: number;
	/** All there are, where it is known. */
	size?: number | undefined;
	/** Absent while it is being read again. */
	item(index: number): StoredPost | undefined;
	/** Tells which items are in view: reads what they need. */
	want(first: number, last: number): void;
	/** Nothing is left to read. */
	done: boolean;
	error?: unknown;
	retry(): void;
};

type Left<C> = { key: string; pages: Pages<C> };

/**
 * Reads a feed page by page as it is looked at, and starts over when `key` (which names what is read) changes. The
 * pages are left in the memory of the history entry under `name`, so that coming back shows them at once.
 */
export function usePages<C>(key: string, load: Load<C>, name: string): FeedList {
	const { memory } = useNavigation();
	const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
	const latest = useRef(load);
	latest.current = load;
	const reader = useMemo(() => {
		const left = memory.get(name) as Left<C> | undefined;
		const made = createReader<C>(
			(from, signal) => latest.current(from, signal),
			() => {
				memory.set(name, { key, pages: made.pages } satisfies Left<C>);
				redraw();
			},
			left?.key === key ? left.pages : undefined,
		);
		return made;
	}, [key, memory, name]);
	useEffect(() => {
		if (reader.pages.pages.length === 0) reader.want(0, 0);
		return () => reader.stop();
	}, [reader]);
	const { pages } = reader;
	return {
		count: countOf(pages),
		item: (index) => itemAt(pages, index),
		want: reader.want,
		done: pages.next === undefined,
		error: reader.error,
		retry: reader.retry,
	};
}
