import type { IDBPTransaction } from 'idb';
import type { Account, AccountUri, Entry, Instant, Source } from '../model';
import { addAccounts, authoredIn } from './accounts';
import { announce } from './changes';
import { atOnce } from './database';
import { joinedEntry, unseen } from './entries';
import { markDirty } from './live-index';
import type { SpanRow } from './live-schema';
import { bringBack } from './live-segments';
import { addReadings, indexed, marksOfReadings, type Reading } from './posts';
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

const STORES = [
	'posts',
	'dirty',
	'entries',
	'liveSegments',
	'spans',
	'sources',
	'accounts',
] as const;
type Tx = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;

/**
 * Stores a page in one transaction: its posts and people, its places in the timeline, how far the source is read,
 * and that it answered. Returns how many places are new.
 */
export async function putPage(given: PageRead): Promise<{ added: number }> {
	const { by, timeline, how, page, readAt } = given;
	const result = await atOnce(STORES, async (tx) => {
		// A date in the future would stay on top for ever. What claims to have one, all of it where the clock here is slow,
		// stands in the server's order, and below what it is older than.
		let last =
			(how.type === 'older' &&
				(await tx.objectStore('spans').get([by, timeline, how.span]))?.endsAt) ||
			readAt;
		const entries = page.entries.map((entry) =>
			entry.sortAt > readAt ? { ...entry, sortAt: --last } : entry,
		);
		const read = { ...given, page: { ...page, entries } };
		const listed = page.entries.map(({ post }) => ({ post }));
		await bringBack(tx, [...marksOfReadings(page.posts), ...listed]);
		const posts = indexed(tx.objectStore('posts'), tx.objectStore('dirty'));
		await addReadings(posts, page.posts, readAt);
		await addAccounts(tx.objectStore('accounts'), page.accounts, authoredIn(tx));
		const added = await putEntries(tx, read);
		if (read.whole) await dropOthers(tx, read);
		const opened = await putSpans(tx, read);
		return { added, isOther: (await putSource(tx, read)) || opened };
	});
	if (result.isOther || page.entries.length > 0 || given.whole) announce('timeline');
	if (page.posts.length > 0) announce('posts');
	if (page.accounts.length > 0) announce('people');
	return { added: result.added };
}

/**
 * An entry whose post nobody stored would be a hole in the timeline. Any server may name any activity: one that another
 * account was told to be something else is that there, too.
 */
async function putEntries(tx: Tx, { by, timeline, page }: PageRead): Promise<number> {
	const store = tx.objectStore('entries');
	let added = 0;
	for (let entry of page.entries) {
		if (!(await tx.objectStore('posts').getKey(entry.post))) continue;
		let before = await store.get([timeline, entry.activity]);
		if (before && (before.post !== entry.post || !before.by !== !entry.by)) {
			entry = { ...entry, activity: `${entry.activity}#to-${by}` };
			before = await store.get([timeline, entry.activity]);
		}
		await store.put(joinedEntry(before, { ...entry, timeline }));
		if (before) continue;
		added++;
		if (entry.by !== undefined) await markDirty(tx.objectStore('dirty'), [entry.post]);
	}
	return added;
}

async function dropOthers(tx: Tx, { by, timeline, page }: PageRead): Promise<void> {
	const store = tx.objectStore('entries');
	const there = new Set(page.entries.map(({ activity }) => activity));
	const range = IDBKeyRange.bound([timeline], [timeline, []]);
	for (const row of await store.getAll(range)) {
		if (!there.has(row.activity)) await unseen(store, row, by, tx.objectStore('dirty'));
	}
}

/** Says whether a gap came or went, which an empty page can do as well. */
async function putSpans(tx: Tx, { by, timeline, how, page }: PageRead): Promise<boolean> {
	const store = tx.objectStore('spans');
	const before = await store.getAll(rangeOf(by, timeline));
	const after = afterPage({ by, timeline }, before, how, page);
	for (const span of after) if (!before.includes(span)) await store.put(span);
	const left = new Set(after.map(({ id }) => id));
	for (const { id } of before) if (!left.has(id)) await store.delete([by, timeline, id]);
	return openEnds(before) !== openEnds(after);
}

/** Which ends of the spans have a gap. */
function openEnds(spans: readonly SpanRow[]): string {
	const ends = spans.map(({ id, above, older }) => `${id} ${above} ${older !== undefined}`);
	return ends.sort().join();
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
