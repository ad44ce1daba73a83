import { unwrap, wrap } from 'idb';
import type { AccountUri, Instant, PostUri } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';
import type { EntryRow } from './live-schema';
import { localKey, withViews } from './posts';

/** Where entries are read from: strictly older than the moment, or at it and before an activity in order. */
export type EntryBound = { sortAt: Instant; activity?: string };

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
	const index = (await database()).transaction('entries').store.index('time');
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
	const index = (await database()).transaction('entries').store.index('post');
	const all = await Promise.all(posts.map((post) => index.getAll(post)));
	return all.map((rows) =>
		rows
			.filter((row) => row.timeline === timeline)
			.sort((a, b) => b.sortAt - a.sortAt || (a.activity < b.activity ? 1 : -1)),
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

/** Takes one account out of an entry; an entry that nobody saw is gone. */
export async function unseen(
	store: EntriesStore,
	row: EntryRow,
	account: AccountUri,
): Promise<void> {
	const seen = row.seen.filter(({ by }) => by !== account);
	if (seen.length > 0) await store.put(withSeen({ ...row, seen }));
	else await store.delete([row.timeline, row.activity]);
}

/** Takes an entry out of a timeline as one account sees it: a bookmark that was removed. */
export async function dropEntry(by: AccountUri, timeline: string, activity: string): Promise<void> {
	await atOnce(['entries'], async (tx) => {
		const row = await tx.objectStore('entries').get([timeline, activity]);
		if (row) await unseen(tx.objectStore('entries'), row, by);
	});
	announce('timeline');
}

/**
 * What an account's server calls `localId` is gone there, a post or a repost: it vanishes for that account with its
 * places in every timeline, and for good when no other account of mine sees it.
 */
export async function dropLocal(by: AccountUri, localId: string): Promise<void> {
	await atOnce(['posts', 'entries'], async (tx) => {
		const posts = tx.objectStore('posts');
		const entries = tx.objectStore('entries');
		const local = localKey(by, localId);
		for (const row of await entries.index('locals').getAll(local)) await unseen(entries, row, by);
		for (const row of await posts.index('locals').getAll(local)) {
			for (const entry of await entries.index('post').getAll(row.key)) {
				await unseen(entries, entry, by);
			}
			const views = row.views.filter((view) => view.by !== by);
			if (views.length > 0) await posts.put(withViews({ ...row, views }));
			else await posts.delete(row.key);
		}
	});
	for (const topic of ['timeline', 'posts'] as const) announce(topic);
}
