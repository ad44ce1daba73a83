import type { StoredPost } from '../model';
import { type EntryBound, entriesBefore, keyNumber } from '../store';
import { shown } from './hydrate';
import { type Cursor, newestFirst } from './position';

/** A timeline's live entries from the cursor back in time, `n` read at a time. */
export async function* liveEntries(
	timeline: string,
	before: Cursor | undefined,
	n: number,
): AsyncGenerator<StoredPost, void> {
	for (let bound = before && boundOf(before); ; ) {
		const rows = await entriesBefore(timeline, bound, n);
		yield* await shown(timeline, rows);
		const last = rows.at(-1);
		if (!last || rows.length < n) return;
		bound = { sortAt: last.sortAt, activity: last.activity };
	}
}

/** At one moment the posts of archives come last: after one of them no live entry of that moment is left. */
function boundOf({ sortAt, key }: Cursor): EntryBound {
	const isLive = key !== undefined && keyNumber(key) === undefined;
	return isLive ? { sortAt, activity: key } : { sortAt };
}

/**
 * How many live posts stand above one of a timeline (all, without one), as far as `most`; reposts of one post count
 * once. Archives bring nothing new while one reads.
 */
export async function countNewer(
	timeline: string,
	first: StoredPost | undefined,
	most: number,
): Promise<number> {
	const rows = await entriesBefore(timeline, undefined, most);
	const newer = rows.filter(
		({ sortAt, activity, post }) =>
			!first || newestFirst({ sortAt, activity, post: { key: post } }, first) < 0,
	);
	return new Set(newer.map(({ post }) => post)).size;
}
