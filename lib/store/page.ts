import type { IDBPTransaction } from 'idb';
import type { Account, AccountUri, Entry, Instant, Source } from '../model';
import { addAccounts } from './accounts';
import { announce } from './changes';
import { atOnce } from './database';
import { joinedEntry, unseen } from './entries';
import { addReadings, type Reading } from './posts';
import type { Schema } from './schema';
import { answered } from './sources';
import { afterPage, type How, rangeOf, type Stretch } from './spans';

/** One page of a source, as one of my accounts was given it. */
export type PageRead = {
	by: AccountUri;
	timeline: string;
	source: Source;
	how: How;
	/** The whole of the source: what is not in it is not there any more. */
	whole?: true;
	readAt: Instant;
	page: Omit<Stretch, 'entries'> & {
		entries: readonly Omit<Entry, 'timeline'>[];
		posts: readonly Reading[];
		accounts: readonly Account[];
	};
};

const STORES = ['posts', 'entries', 'spans', 'sources', 'accounts'] as const;
type Tx = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;

/**
 * Stores a page in one transaction: its posts and people, its places in the timeline, how far the source is read,
 * and that it answered. Returns how many places are new.
 */
export async function putPage(read: PageRead): Promise<{ added: number }> {
	const { page, readAt } = read;
	const result = await atOnce(STORES, async (tx) => {
		await addReadings(tx.objectStore('posts'), page.posts, readAt);
		await addAccounts(tx.objectStore('accounts'), page.accounts);
		const added = await putEntries(tx, read);
		if (read.whole) await dropOthers(tx, read);
		await putSpans(tx, read);
		return { added, recovered: await putSource(tx, read) };
	});
	if (result.recovered || page.entries.length > 0 || read.whole) announce('timeline');
	if (page.posts.length > 0) announce('posts');
	if (page.accounts.length > 0) announce('people');
	return { added: result.added };
}

/** An entry whose post nobody stored would be a hole in the timeline. */
async function putEntries(tx: Tx, { timeline, readAt, page }: PageRead): Promise<number> {
	const store = tx.objectStore('entries');
	let added = 0;
	for (const entry of page.entries) {
		if (!(await tx.objectStore('posts').getKey(entry.post))) continue;
		const before = await store.get([timeline, entry.activity]);
		// A date in the future would stay on top for ever.
		const sortAt = Math.min(entry.sortAt, readAt);
		await store.put(joinedEntry(before, { ...entry, timeline, sortAt }));
		if (!before) added++;
	}
	return added;
}

async function dropOthers(tx: Tx, { by, timeline, page }: PageRead): Promise<void> {
	const store = tx.objectStore('entries');
	const there = new Set(page.entries.map(({ activity }) => activity));
	const range = IDBKeyRange.bound([timeline], [timeline, []]);
	for (const row of await store.getAll(range)) {
		if (!there.has(row.activity)) await unseen(store, row, by);
	}
}

async function putSpans(tx: Tx, { by, timeline, how, page }: PageRead): Promise<void> {
	const store = tx.objectStore('spans');
	const before = await store.getAll(rangeOf(by, timeline));
	const after = afterPage({ by, timeline }, before, how, page);
	for (const span of after) if (!before.includes(span)) await store.put(span);
	const left = new Set(after.map(({ id }) => id));
	for (const { id } of before) if (!left.has(id)) await store.delete([by, timeline, id]);
}

/** Says whether the source had failed before. */
async function putSource(
	tx: Tx,
	{ by, timeline, source, how, readAt, page }: PageRead,
): Promise<boolean> {
	// A stream that runs says nothing of what could not be fetched.
	if (how.type === 'stream' && !how.joined) return false;
	const store = tx.objectStore('sources');
	const before = (await store.get([by, timeline])) ?? { by, timeline, source };
	await store.put(answered(before, readAt, page.entries));
	return before.failure !== undefined;
}
