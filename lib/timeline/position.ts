import type { Instant, PostUri } from '../model';
import { type Directory, keyNumber, type Segment } from '../store';

/** A place in time; what is read from it is strictly older. Without a key: older than the moment. */
export type Cursor = { sortAt: Instant; key?: PostUri };

/** The last segment that can hold something older than the cursor; -1 when there is none. */
export function lastSegmentBefore(directory: Directory, before: Cursor | undefined): number {
	let low = 0;
	let high = directory.minSort.length;
	if (!before) return high - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((directory.minSort[middle] ?? 0) <= before.sortAt) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

/** How many records of the segment are older than the cursor: they are its first ones. */
export function countBefore(segment: Segment, before: Cursor | undefined): number {
	if (!before) return segment.ends.length;
	const id = before.key === undefined ? undefined : keyNumber(before.key);
	let low = 0;
	let high = segment.ends.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isBefore(segment, middle, before.sortAt, id)) low = middle + 1;
		else high = middle;
	}
	return low;
}

function isBefore(segment: Segment, i: number, sortAt: Instant, id: bigint | undefined): boolean {
	const own = segment.sortAt[i] ?? 0;
	return own < sortAt || (own === sortAt && id !== undefined && (segment.ids[i] ?? 0n) < id);
}

/**
 * The total order of entries, newest first: by moment, then by key. Keys of one network that count up compare by
 * number, because a shorter number is a smaller one.
 */
export function newestFirst(
	a: { sortAt: Instant; post: { key: PostUri } },
	b: { sortAt: Instant; post: { key: PostUri } },
): number {
	if (a.sortAt !== b.sortAt) return b.sortAt - a.sortAt;
	const byLength = b.post.key.length - a.post.key.length;
	if (byLength !== 0) return byLength;
	return a.post.key < b.post.key ? 1 : a.post.key > b.post.key ? -1 : 0;
}
