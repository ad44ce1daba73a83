import { useEffect, useRef } from 'preact/hooks';
import type { FeedList } from './use-pages';

/** An item that the page wants to be gone to, wherever in the list it turns out to stand. */
export type Target = { key: string; sortAt: number; reached(): void };

/** Items read at a time on the way there. */
const STEP = 200;

/** Reads on until the item is there, then goes to it once; where it is gone, to the next older one. */
export function useTarget(
	target: Target | undefined,
	list: FeedList,
	first: number,
	go: (index: number) => void,
): void {
	const done = useRef<Target>(undefined);
	useEffect(() => {
		if (!target || done.current === target) return;
		const index = placeIn(list, target);
		if (index === undefined && !list.done) {
			list.want(first, list.count + STEP);
			return;
		}
		done.current = target;
		if (index !== undefined) go(index);
		target.reached();
	});
}

function placeIn(list: FeedList, { key, sortAt }: Target): number | undefined {
	for (let index = 0; index < list.count; index++) {
		if (list.key(index) === key || (list.item(index)?.sortAt ?? sortAt) < sortAt) return index;
	}
	return undefined;
}
