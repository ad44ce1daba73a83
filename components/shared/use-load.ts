import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onChange, type Topic } from '../../lib/store';

export type Loaded<T> = {
	value?: T;
	/** Whether `value` belongs to the key of now. */
	ready: boolean;
	error?: unknown;
	retry(): void;
};

type State<T> = { key: string; value?: T; error?: unknown };

/**
 * Runs `load` when `key` (which names what is loaded) changes and again after each change of `topics` in the store.
 * The last value stays while a newer one is on its way; an answer that came too late is dropped.
 */
export function useLoad<T>(
	key: string,
	load: () => Promise<T>,
	topics: readonly Topic[] = [],
): Loaded<T> {
	const [state, setState] = useState<State<T>>();
	const turn = useRef(0);
	const latest = useRef(load);
	latest.current = load;
	const run = useCallback(() => {
		turn.current += 1;
		const mine = turn.current;
		const put = (next: State<T>) => {
			if (mine === turn.current) setState(next);
		};
		latest.current().then(
			(value) => put({ key, value }),
			(error: unknown) => put({ key, error }),
		);
	}, [key]);
	const watched = topics.join();
	// At once, and not after the next painting: what is shown within what was loaded would wait one after the other.
	useLayoutEffect(() => {
		run();
		// Readers of the store drop what they keep in memory when they hear of the change: they come first.
		const stop = onChange(watched ? (watched.split(',') as Topic[]) : [], () =>
			queueMicrotask(run),
		);
		return () => {
			turn.current += 1;
			stop();
		};
	}, [run, watched]);
	const { key: of, ...found } = state ?? { key: undefined };
	return { ...found, ready: of === key, retry: run };
}
