import type { IDBPTransaction } from 'idb';
import type { Account, AccountUri, Instant, Post, PostUri } from '../model';
import { announce } from './changes';
import { atOnce } from './database';
import { joinedEntry } from './entries';
import { markDirty } from './live-index';
import type { PostRow } from './live-schema';
import { bringBack } from './live-segments';
import { addReadings, indexed, marksOfReadings, type Reading, withViews } from './posts';
import type { Schema } from './schema';

/** What an account of mine has just done, as its server told it. */
export type Done = {
	by: AccountUri;
	post: PostUri;
	/** How the server gave the post, where it did. */
	seen?: Reading | undefined;
	/** URI of what now stands in the timeline: the post's own, or the repost's. Absent: nothing new does. */
	activity?: PostUri | undefined;
};

const STORES = ['posts', 'entries', 'liveSegments', 'dirty', 'sessions'] as const;
type Tx = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;

/**
 * Stores what was just done with its place in the timeline of what I follow, in one transaction. Nothing is stored once
 * the account has signed out.
 */
export async function putDone(done: Done, now: Instant): Promise<void> {
	const { by, post, seen, activity } = done;
	const did = await atOnce(STORES, async (tx) => {
		if (!(await tx.objectStore('sessions').getKey(by))) return false;
		await bringBack(tx, [{ post }, ...(seen ? marksOfReadings([seen]) : [])]);
		const posts = indexed(tx.objectStore('posts'), tx.objectStore('dirty'));
		if (seen) await addReadings(posts, [seen], now);
		const row = await posts.get(post);
		if (row && activity !== undefined) await putPlace(tx, { row, activity, by, now });
		return true;
	});
	if (!did) return;
	announce('timeline');
	announce('posts');
}

type Placing = { row: PostRow; activity: PostUri; by: AccountUri; now: Instant };

/** What a server says of the place is better. */
async function putPlace(tx: Tx, { row, activity, by, now }: Placing): Promise<void> {
	const { key: post, post: said, views } = row;
	const localId = views.find((view) => view.by === by)?.localId;
	const entries = tx.objectStore('entries');
	if (localId === undefined || (await entries.get(['home', activity]))) return;
	const common = { timeline: 'home', activity, post };
	if (activity === post) {
		const sortAt = Math.min(said.createdAt ?? now, now);
		const seen = [{ by, cursorId: localId, localId }];
		await entries.put(joinedEntry(undefined, { ...common, sortAt, seen }));
		return;
	}
	const seen = [{ by, cursorId: activity, localId }];
	await entries.put(joinedEntry(undefined, { ...common, sortAt: now, seen, by }));
	await markDirty(tx.objectStore('dirty'), [post]);
}

/**
 * Keeps a post of mine that went through a network's own window, under the key that an archive will bring it by, with
 * its place in the timeline. No account of mine sees it; an archive that holds it is shown instead.
 */
export async function putHanded(
	post: Post,
	author: Account | undefined,
	at: Instant,
): Promise<void> {
	const { key } = post;
	await atOnce(['posts', 'entries', 'accounts'], async (tx) => {
		await tx.objectStore('posts').put(withViews({ key, post, views: [], readAt: at }));
		if (author) await tx.objectStore('accounts').put(author);
		// An activity of its own: keys of archives have their own order.
		const entry = { timeline: 'home', activity: `handed-over:${key}`, post: key, sortAt: at };
		await tx.objectStore('entries').put(joinedEntry(undefined, { ...entry, seen: [] }));
	});
	announce('timeline');
	announce('posts');
}
