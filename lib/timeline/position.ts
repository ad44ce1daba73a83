import type { Instant, StoredPost } from '../model';
import { type Directory, keyNumber, type Segment } from '../store';

/** A place in time; what is read from it is strictly older. Without a key: older than the moment. */
export type Cursor = { sortAt: Instant; key?: string };

/** The place of a post that was read: where reading goes on below it. */
export function cursorOf(stored: StoredPost): Cursor {
	return { sortAt: stored.sortAt, key: keyOf(stored) };
}

/** The place right above a post that was read: what is read from it begins with that post. */
export function cursorAbove(stored: StoredPost): Cursor {
	const key = keyOf(stored);
	const number = keyNumber(key);
	if (number === undefined) return { sortAt: stored.sortAt, key: `${key}\u0000` };
	return { sortAt: stored.sortAt, key: `tw:${number + 1n}` };
}

/** Whether a place is older than a cursor: what reading from there would bring. */
export function isBelow(one: Placed, cursor: Cursor): boolean {
	if (cursor.key === undefined) return one.sortAt < cursor.sortAt;
	return newestFirst(one, { sortAt: cursor.sortAt, post: { key: cursor.key } }) > 0;
}

/** What tells apart two places of one moment. */
export function keyOf({ activity, post }: Placed): string {
	return activity ?? post.key;
}

type Placed = Pick<StoredPost, 'sortAt' | 'activity'> & { post: { key: string } };

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
	const id = tieOf(before);
	let low = 0;
	let high = segment.ends.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isBefore(segment, middle, before.sortAt, id)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Records of the cursor's own moment come after it up to this id: all of them after a live post, none without a key. */
function tieOf({ key }: Cursor): bigint {
	if (key === undefined) return -1n;
	return keyNumber(key) ?? LAST_ID;
}

const LAST_ID = 1n << 64n;

function isBefore(segment: Segment, i: number, sortAt: Instant, id: bigint): boolean {
	const own = segment.sortAt[i] ?? 0;
	return own < sortAt || (own === sortAt && (segment.ids[i] ?? 0n) < id);
}

/**
 * The total order of entries, newest first: by moment; at one moment live posts before those of archives; live ones
 * as the store's index has them, those of archives by number, because a shorter number is a smaller one.
 */
export function newestFirst(a: Placed, b: Placed): number {
	if (a.sortAt !== b.sortAt) return b.sortAt - a.sortAt;
	const [one, other] = [keyOf(a), keyOf(b)];
	const archived = keyNumber(one) !== undefined;
	if (archived !== (keyNumber(other) !== undefined)) return archived ? 1 : -1;
	const byLength = archived ? other.length - one.length : 0;
	if (byLength !== 0) return byLength;
	return one < other ? 1 : one > other ? -1 : 0;
}
