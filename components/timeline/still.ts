import { useRef, useState } from 'preact/hooks';
import type { AccountUri } from '../../lib/model';

type Line = { by: AccountUri };

/** A line as it is shown. `gone`: nothing is left of it but its room. */
export type Held<T extends Line> = { line: T; gone?: true };

/**
 * The lines to show after `before`, where there are `now`: each stays where it is and new ones come below. While
 * somebody points at the one of `at`, nothing above it changes, and what is over keeps its room.
 */
export function still<T extends Line>(
	before: readonly Held<T>[],
	now: readonly T[],
	at: AccountUri | undefined,
): Held<T>[] {
	const pointed = at === undefined ? -1 : before.findIndex(({ line }) => line.by === at);
	const stayed = before.flatMap(({ line }, index): Held<T>[] => {
		const fresh = now.find(({ by }) => by === line.by);
		if (fresh) return [{ line: index < pointed ? line : fresh }];
		return pointed < 0 ? [] : [{ line, gone: true }];
	});
	const isNew = ({ by }: T) => !before.some(({ line }) => line.by === by);
	return [...stayed, ...now.filter(isNew).map((line) => ({ line }))];
}

/** Keeps lines still under the pointer; `point` tells at whose it points, if at any. */
export function useStill<T extends Line>(
	now: readonly T[],
): { lines: readonly Held<T>[]; point(at: AccountUri | undefined): void } {
	const [at, point] = useState<AccountUri>();
	const shown = useRef<readonly Held<T>[]>([]);
	shown.current = still(shown.current, now, at);
	return { lines: shown.current, point };
}
