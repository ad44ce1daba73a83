import type { Filter, PostUri, StoredPost } from '../model';
import { type EntryBound, type EntryRow, entriesBefore, generations, keyNumber } from '../store';
import { passes } from './filter';
import { recordIn } from './history';
import { shown } from './hydrate';
import { countNewerWritings, writingsIn } from './person';
import { type Cursor, isBelow } from './position';

/** A timeline's live entries from the cursor back in time, `n` read at a time. */
export async function* liveEntries(
	timeline: string,
	before: Cursor | undefined,
	n: number,
): AsyncGenerator<StoredPost, void> {
	for (let bound = before && boundOf(before); ; ) {
		const rows = await entriesBefore(timeline, bound, n);
		yield* await shown(timeline, await withoutArchived(rows));
		const last = rows.at(-1);
		if (!last || rows.length < n) return;
		bound = { sortAt: last.sortAt, activity: last.activity };
	}
}

/** Without what was handed over and an archive has brought since. */
async function withoutArchived(rows: readonly EntryRow[]): Promise<readonly EntryRow[]> {
	const left: EntryRow[] = [];
	for (const row of rows) {
		const id = keyNumber(row.post);
		if (id === undefined || !(await recordIn(await generations(), 'posts', id))) left.push(row);
	}
	return left;
}

/** At one moment the posts of archives come last: after one of them no live entry of that moment is left. */
function boundOf({ sortAt, key }: Cursor): EntryBound {
	const isLive = key !== undefined && keyNumber(key) === undefined;
	return isLive ? { sortAt, activity: key } : { sortAt };
}

/** Entries looked at for those that a filter shows, in lots of what is counted at most. */
const LOTS = 10;

/**
 * How many live posts stand above a place in a timeline (all, without one), as far as `most`; reposts of one post count
 * once, and what a filter leaves out not at all, however much of that there is. Archives bring nothing new while one
 * reads.
 */
export async function countNewer(
	timeline: string,
	top: Cursor | undefined,
	most: number,
	filter?: Filter,
): Promise<number> {
	const writings = writingsIn(timeline);
	if (writings) return countNewerWritings(writings, top, most);
	const found = new Set<PostUri>();
	let bound: EntryBound | undefined;
	for (let lot = 0; lot < LOTS; lot++) {
		const rows = await entriesBefore(timeline, bound, most);
		const newer = rows.filter(
			({ sortAt, activity, post }) =>
				!top || !isBelow({ sortAt, activity, post: { key: post } }, top),
		);
		for (const key of await fitting(timeline, newer, filter)) found.add(key);
		bound = newer.at(-1);
		if (!filter || found.size >= most || !bound || newer.length < most) break;
	}
	return Math.min(found.size, most);
}

/** The posts of entries that a filter shows. */
async function fitting(
	timeline: string,
	rows: readonly EntryRow[],
	filter: Filter | undefined,
): Promise<PostUri[]> {
	if (!filter) return rows.map(({ post }) => post);
	const all = await shown(timeline, rows);
	return all.filter((stored) => passes(filter, stored)).map(({ post }) => post.key);
}
