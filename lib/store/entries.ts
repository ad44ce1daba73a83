import { type IDBPIndex, unwrap, wrap } from 'idb';
import type { AccountUri, PostUri } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';
import { type DirtyStore, markDirty } from './live-index';
import type { EntryBound, EntryRow } from './live-schema';
import { bringBack, entriesInSegments, oldestFirst, segmentEntriesBefore } from './live-segments';
import { indexed, localKey, withViews } from './posts';
import { dropPictures, picturesIn, picturesOfPost } from './previews';
import type { Schema } from './schema';

/**
 * Reads many rows backwards at once, where the browser can (https://w3c.github.io/IndexedDB/#dom-idbindex-getallrecords):
 * with a cursor each row is a round trip.
 */
type Backwards = {
	getAllRecords?(options: {
		query: IDBKeyRange;
		count: number;
		direction: 'prev';
	}): IDBRequest<{ value: EntryRow }[]>;
};

/** Up to `n` entries of a timeline below the bound, newest first. */
export async function entriesBefore(
	timeline: string,
	before: EntryBound | undefined,
	n: number,
): Promise<EntryRow[]> {
	const tx = (await database()).transaction(['entries', 'liveSegments']);
	const [rows, old] = await Promise.all([
		rowsBefore(tx.objectStore('entries').index('time'), timeline, before, n),
		segmentEntriesBefore(tx.objectStore('liveSegments'), timeline, before, n),
	]);
	if (old.length === 0) return rows;
	return [...rows, ...old].sort((a, b) => oldestFirst(b, a)).slice(0, n);
}

type TimeIndex = IDBPIndex<Schema, ('entries' | 'liveSegments')[], 'entries', 'time', 'readonly'>;

async function rowsBefore(
	index: TimeIndex,
	timeline: string,
	before: EntryBound | undefined,
	n: number,
): Promise<EntryRow[]> {
	const upper = before && [timeline, before.sortAt, before.activity ?? ''];
	const range = IDBKeyRange.bound([timeline], upper ?? [timeline, []], false, true);
	const raw = unwrap(index) as Backwards;
	if (raw.getAllRecords) {
		const wanted = { query: range, count: n, direction: 'prev' } as const;
		return (await wrap(raw.getAllRecords(wanted))).map(({ value }) => value);
	}
	const rows: EntryRow[] = [];
	for (
		let cursor = await index.openCursor(range, 'prev');
		cursor && rows.length < n;
		cursor = rows.length < n ? await cursor.continue() : null
	) {
		rows.push(cursor.value);
	}
	return rows;
}

/** The places of posts in a timeline, newest first; for each post in the order asked for. */
export async function entriesOf(
	timeline: string,
	posts: readonly PostUri[],
): Promise<EntryRow[][]> {
	if (posts.length === 0) return [];
	const tx = (await database()).transaction(['entries', 'liveSegments']);
	const index = tx.objectStore('entries').index('post');
	const [all, old] = await Promise.all([
		Promise.all(posts.map((post) => index.getAll(post))),
		entriesInSegments(tx.objectStore('liveSegments'), posts),
	]);
	return all.map((rows, i) =>
		[...rows, ...old.filter(({ post }) => post === posts[i])]
			.filter((row) => row.timeline === timeline)
			.sort((a, b) => oldestFirst(b, a)),
	);
}

/** Joins an entry with what is stored of it: what it is and its place in time stay as they were told first. */
export function joinedEntry(
	before: EntryRow | undefined,
	entry: Omit<EntryRow, 'locals'>,
): EntryRow {
	const mine = new Set(entry.seen.map(({ by }) => by));
	return withSeen({
		...(before ?? entry),
		seen: [...(before?.seen.filter(({ by }) => !mine.has(by)) ?? []), ...entry.seen],
	});
}

/** The row with what is indexed of `seen`; pass every changed row through it. */
export function withSeen(row: Omit<EntryRow, 'locals'>): EntryRow {
	const ids = row.seen.flatMap(({ by, cursorId, localId }) => [
		localKey(by, cursorId),
		localKey(by, localId),
	]);
	return { ...row, locals: [...new Set(ids)] };
}

/** The stores `posts` and `entries` inside a transaction of anybody's. */
type EntriesStore = {
	put(row: EntryRow): Promise<unknown>;
	delete(key: [string, string]): Promise<void>;
};

/** Takes one account out of an entry; an entry that nobody saw is gone, and its post is no repost by it. */
export async function unseen(
	store: EntriesStore,
	row: EntryRow,
	account: AccountUri,
	dirty: DirtyStore,
): Promise<void> {
	const seen = row.seen.filter(({ by }) => by !== account);
	if (seen.length > 0) return void (await store.put(withSeen({ ...row, seen })));
	await store.delete([row.timeline, row.activity]);
	if (row.by !== undefined) await markDirty(dirty, [row.post]);
}

/** Takes an entry out of a timeline as one account sees it: a bookmark that was removed. */
export async function dropEntry(by: AccountUri, timeline: string, activity: string): Promise<void> {
	await atOnce(['posts', 'entries', 'liveSegments', 'dirty'], async (tx) => {
		await bringBack(tx, [{ activity }]);
		const row = await tx.objectStore('entries').get([timeline, activity]);
		if (row) await unseen(tx.objectStore('entries'), row, by, tx.objectStore('dirty'));
	});
	announce('timeline');
}

/**
 * What an account's server calls `localId` is gone there, a post or a repost: it vanishes for that account with its
 * places in every timeline, and for good when no other account of mine sees it.
 */
export async function dropLocal(by: AccountUri, localId: string): Promise<void> {
	await atOnce(
		['posts', 'entries', 'liveSegments', 'dirty', 'previews', 'previewBytes'],
		async (tx) => {
			await bringBack(tx, [{ local: localKey(by, localId) }]);
			const dirty = tx.objectStore('dirty');
			const posts = indexed(tx.objectStore('posts'), dirty);
			const entries = tx.objectStore('entries');
			const local = localKey(by, localId);
			for (const row of await entries.index('locals').getAll(local))
				await unseen(entries, row, by, dirty);
			for (const row of await posts.index('locals').getAll(local)) {
				for (const entry of await entries.index('post').getAll(row.key)) {
					await unseen(entries, entry, by, dirty);
				}
				const views = row.views.filter((view) => view.by !== by);
				if (views.length > 0) await posts.put(withViews({ ...row, views }));
				else {
					await posts.delete(row.key);
					await dropPictures(picturesIn(tx), picturesOfPost(row.post));
				}
			}
		},
	);
	for (const topic of ['timeline', 'posts'] as const) announce(topic);
}
