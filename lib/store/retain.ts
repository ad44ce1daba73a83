import type { IDBPTransaction } from 'idb';
import type { AccountUri } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';
import type { EntryRow, LiveSegment, PostRow } from './live-schema';
import { oldestFirst, replaceSegment, segmentOf } from './live-segments';
import type { Schema } from './schema';

/** Entries in a segment as it is begun; one that grows in its middle is cut in two at twice as many. */
const SEGMENT_ENTRIES = 64;
/** Timelines that the person keeps posts in, and those that are read as a whole. */
const KEPT = /^(bookmarks |author .* pinned$)/;

const STORES = ['posts', 'entries', 'liveSegments', 'sessions'] as const;
type Tx = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;

/** How many entries are rows. Counts them: seconds for a hundred thousand. */
export async function countEntries(): Promise<number> {
	return (await database()).count('entries');
}

/** Bytes of a list's old part are not counted by anybody: how many entries are in segments. */
export async function countOldEntries(): Promise<number> {
	let count = 0;
	const tx = (await database()).transaction('liveSegments');
	for (let at = await tx.store.openCursor(); at; at = await at.continue()) {
		count += at.value.entries.length;
	}
	return count;
}

/** The timelines that entries are in, without those that are kept, with the number of their rows. */
export async function movableTimelines(): Promise<{ timeline: string; count: number }[]> {
	const { store } = (await database()).transaction('entries');
	const found: { timeline: string; count: number }[] = [];
	let at = await store.openKeyCursor();
	while (at) {
		const [timeline] = at.key;
		const count = await store.count(IDBKeyRange.bound([timeline], [timeline, []]));
		if (!KEPT.test(timeline)) found.push({ timeline, count });
		at = await at.continue([timeline, []] as unknown as [string, string]);
	}
	return found;
}

/** The place in time of the nth oldest entry of a timeline; of the newest when there are fewer. */
export async function nthOldest(timeline: string, n: number): Promise<EntryRow | undefined> {
	const index = (await database()).transaction('entries').store.index('time');
	const range = IDBKeyRange.bound([timeline], [timeline, []]);
	const at = await index.openCursor(range);
	if (!at || n <= 1) return at?.value;
	return (await at.advance(n - 1))?.value ?? (await index.openCursor(range, 'prev'))?.value;
}

/** How far a timeline was looked through. */
export type Place = { sortAt: number; activity: string };

/**
 * Moves some of the oldest posts of a timeline, up to `until`, into segments: each with all its entries, in one
 * transaction, so that it is a row or in a segment and never both or neither. Posts that are mine or bookmarked, and
 * those that stand in a list at a newer place too, stay. Returns where to go on; nothing when all was looked at.
 */
export async function moveOldest(
	timeline: string,
	after: Place | undefined,
	until: Place,
): Promise<{ moved: number; next?: Place }> {
	const result = await atOnce(STORES, async (tx) => {
		const lower = after ? [timeline, after.sortAt, after.activity] : [timeline];
		const upper = [timeline, until.sortAt, until.activity];
		const range = IDBKeyRange.bound(lower, upper, after !== undefined, false);
		const rows = await tx.objectStore('entries').index('time').getAll(range, SEGMENT_ENTRIES);
		const last = rows.at(-1);
		const mine = new Set((await tx.objectStore('sessions').getAllKeys()).map(String));
		let moved = 0;
		const entries: EntryRow[] = [];
		const posts: PostRow[] = [];
		for (const key of new Set(rows.map(({ post }) => post))) {
			const row = await tx.objectStore('posts').get(key);
			const all = await tx.objectStore('entries').index('post').getAll(key);
			if (!row || isKept(row, mine) || !all.every((entry) => isOld(entry, until))) continue;
			posts.push(row);
			entries.push(...all);
			moved += all.length;
		}
		await putOld(tx, timeline, entries, posts);
		for (const { key } of posts) await tx.objectStore('posts').delete(key);
		for (const one of entries) await tx.objectStore('entries').delete([one.timeline, one.activity]);
		return { moved, last };
	});
	if (result.moved > 0) announce('retention');
	const { moved, last } = result;
	const isEnd = !last || (last.sortAt === until.sortAt && last.activity === until.activity);
	return { moved, ...(isEnd ? {} : { next: { sortAt: last.sortAt, activity: last.activity } }) };
}

function isKept({ post, views }: PostRow, mine: ReadonlySet<AccountUri>): boolean {
	// What no account of mine sees went through a window, and is mine.
	const isHanded = views.length === 0;
	return isHanded || views.some(({ bookmarked }) => bookmarked) || mine.has(post.author ?? '');
}

function isOld(entry: EntryRow, until: Place): boolean {
	return entry.sortAt <= until.sortAt && !KEPT.test(entry.timeline);
}

/** Puts entries where they belong in the segments of their timelines; the posts go with those of `timeline`. */
async function putOld(
	tx: Tx,
	timeline: string,
	entries: readonly EntryRow[],
	posts: readonly PostRow[],
): Promise<void> {
	const left = new Map(posts.map((row) => [row.key, row]));
	for (const name of new Set([timeline, ...entries.map((one) => one.timeline)])) {
		const own = entries.filter((one) => one.timeline === name).sort(oldestFirst);
		while (own.length > 0) {
			const segment = await segmentFor(tx, own[0] as EntryRow);
			const fit = segment ? own.filter((one) => oldestFirst(one, lastOf(segment)) <= 0) : [...own];
			own.splice(0, fit.length);
			const carried = fit.flatMap(({ post }) => {
				const row = left.get(post);
				left.delete(post);
				return row ?? [];
			});
			await putInto(tx, segment, fit, carried);
		}
	}
}

/** The segment in the middle of which an entry belongs; undefined when it is newer than all of them. */
async function segmentFor(tx: Tx, entry: EntryRow): Promise<LiveSegment | undefined> {
	const { timeline, sortAt, activity } = entry;
	const range = IDBKeyRange.bound([timeline, sortAt, activity], [timeline, []]);
	return (await tx.objectStore('liveSegments').getAll(range, 1))[0];
}

function lastOf({ timeline, sortAt, activity }: LiveSegment): EntryRow {
	return { timeline, sortAt, activity, post: '', seen: [], locals: [] };
}

async function putInto(
	tx: Tx,
	segment: LiveSegment | undefined,
	entries: readonly EntryRow[],
	posts: readonly PostRow[],
): Promise<void> {
	const store = tx.objectStore('liveSegments');
	const last = entries.at(-1);
	if (!segment) {
		if (last) await store.put(segmentOf(last, { entries, posts }));
		return;
	}
	const all = [...segment.entries, ...entries].sort(oldestFirst);
	const allPosts = [...segment.posts, ...posts];
	const half = all[all.length >> 1];
	if (all.length < 2 * SEGMENT_ENTRIES || !half) {
		return replaceSegment(store, segment, { entries: all, posts: allPosts });
	}
	const lower = all.slice(0, (all.length >> 1) + 1);
	const there = new Set(lower.map(({ post }) => post));
	const below = allPosts.filter(({ key }) => there.has(key));
	await store.put(segmentOf(half, { entries: lower, posts: below }));
	const above = allPosts.filter(({ key }) => !there.has(key));
	await replaceSegment(store, segment, { entries: all.slice(lower.length), posts: above });
}
