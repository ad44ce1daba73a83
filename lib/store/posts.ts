import type { Account, AccountUri, Instant, Post, PostUri, View } from '../model';
import { addAccounts } from './accounts';
import { announce } from './changes';
import { atOnce, database } from './database';
import type { PostRow } from './live-schema';
import { keyNumber } from './records';

/** A post as one of my accounts was given it. */
export type Reading = { post: Post; view: View };

/** Names what one account's server calls `localId`: the key of the indexes `locals` and `waits`. */
export function localKey(by: AccountUri, localId: string): string {
	return `${by} ${localId}`;
}

/** Live posts by key, in the order asked for; a post is absent when it is not stored. */
export async function readPosts(keys: readonly PostUri[]): Promise<(PostRow | undefined)[]> {
	if (keys.length === 0) return [];
	const { store } = (await database()).transaction('posts');
	return Promise.all(keys.map((key) => store.get(key)));
}

/** Keys of the stored live posts that answer each of these, in the order asked for. */
export async function repliesTo(keys: readonly PostUri[]): Promise<PostUri[][]> {
	if (keys.length === 0) return [];
	const index = (await database()).transaction('posts').store.index('replyTo');
	return Promise.all(keys.map((key) => index.getAllKeys(key)));
}

/** Stores posts that came outside a timeline: a thread, an answer to a reaction, a notice. */
export async function putPosts(
	{ posts, accounts }: { posts: readonly Reading[]; accounts: readonly Account[] },
	readAt: Instant,
): Promise<void> {
	if (posts.length + accounts.length === 0) return;
	await atOnce(['posts', 'accounts'], async (tx) => {
		await addReadings(tx.objectStore('posts'), posts, readAt);
		await addAccounts(tx.objectStore('accounts'), accounts);
	});
	if (posts.length > 0) announce('posts');
	if (accounts.length > 0) announce('people');
}

/** Changes one stored post in one transaction; undefined, and nothing written, when it is not stored. */
export async function changePost(
	key: PostUri,
	change: (row: PostRow) => PostRow,
): Promise<PostRow | undefined> {
	const changed = await atOnce(['posts'], async (tx) => {
		const row = await tx.objectStore('posts').get(key);
		if (!row) return undefined;
		const next = withViews(change(row));
		await tx.objectStore('posts').put(next);
		return next;
	});
	if (changed) announce('posts');
	return changed;
}

/** The store `posts` inside a transaction of anybody's. */
export type PostsStore = {
	get(key: PostUri): Promise<PostRow | undefined>;
	put(row: PostRow): Promise<unknown>;
	index(name: 'locals' | 'waits'): {
		getAll(key: string): Promise<PostRow[]>;
		getKey(key: string): Promise<PostUri | undefined>;
	};
};

/**
 * Merges readings into the store, and joins replies with the posts that they answer, whichever came first. What
 * calls itself a post of an archive is left out. The caller announces `posts`.
 */
export async function addReadings(
	store: PostsStore,
	readings: readonly Reading[],
	readAt: Instant,
): Promise<void> {
	const live = readings.filter(({ post }) => keyNumber(post.key) === undefined);
	for (const reading of live) {
		await store.put(merged(await store.get(reading.post.key), reading, readAt));
	}
	for (const { post, view } of live) {
		for (const reply of await store.index('waits').getAll(localKey(view.by, view.localId))) {
			await store.put(answering(reply, post.key));
		}
		if (!view.parentId) continue;
		const parent = await store.index('locals').getKey(localKey(view.by, view.parentId));
		const row = parent && (await store.get(post.key));
		if (!row || row.from !== view.by || row.post.replyTo?.post) continue;
		await store.put(answering(row, parent));
	}
}

/**
 * What a post says is believed of the account that brought it, and of accounts on the post's own server, before all
 * others and for good: any server may name any key. Another reading adds its view alone. Of one teller a newer
 * reading replaces what was known, but an edit is not undone by one that has not heard of it. A partial reading adds
 * nothing to a whole one.
 */
export function merged(
	before: PostRow | undefined,
	{ post, view }: Reading,
	readAt: Instant,
): PostRow {
	if (!before) return withViews({ key: post.key, post, views: [view], from: view.by, readAt });
	const late = readAt < before.readAt;
	const known = before.views.find(({ by }) => by === view.by);
	if (known && !known.partial && view.partial) return before;
	const fresh = late && known ? known : keepParent(view, known);
	return withViews({
		...told(before, { post, view }, readAt),
		key: post.key,
		views: [...before.views.filter(({ by }) => by !== view.by), fresh],
		readAt: Math.max(readAt, before.readAt),
	});
}

/** Whose words stand after a reading, and which. */
function told(
	before: PostRow,
	{ post, view }: Reading,
	readAt: Instant,
): Required<Pick<PostRow, 'post' | 'from'>> {
	const teller = before.views.find(({ by }) => by === before.from);
	const instead = !teller || (view.own && !teller.own);
	if (instead) return { post, from: view.by };
	const same = teller.by === view.by || (view.own && teller.own);
	if (!same) return { post: before.post, from: teller.by };
	const newer = (post.editedAt ?? 0) - (before.post.editedAt ?? 0) || readAt - before.readAt;
	return newer < 0
		? { post: knowing(before.post, post), from: teller.by }
		: { post: knowing(post, before.post), from: view.by };
}

function keepParent(view: View, known: View | undefined): View {
	return known?.parentId && !view.parentId ? { ...view, parentId: known.parentId } : view;
}

/** `shown` with what only `other` knows: which post it answers, and the earlier wordings. */
function knowing(shown: Post, other: Post): Post {
	const parent = shown.replyTo?.post ? undefined : other.replyTo?.post;
	const edits = shown.edits || shown.editedAt !== other.editedAt ? undefined : other.edits;
	return {
		...shown,
		...(parent ? { replyTo: { ...other.replyTo, ...shown.replyTo, post: parent } } : {}),
		...(edits ? { edits } : {}),
	};
}

function answering(row: PostRow, parent: PostUri): PostRow {
	if (parent === row.key) return row;
	const { replyTo } = row.post;
	return withViews({ ...row, post: { ...row.post, replyTo: { ...replyTo, post: parent } } });
}

/** The row with its teller, if that one still sees it, and what is indexed of its views; pass every changed row through it. */
export function withViews({
	waits: _old,
	from,
	...row
}: Omit<PostRow, 'locals'> & Partial<PostRow>): PostRow {
	const teller = row.views.find(({ by }) => by === from);
	const waits =
		teller?.parentId && !row.post.replyTo?.post ? [localKey(teller.by, teller.parentId)] : [];
	return {
		...row,
		...(teller ? { from: teller.by } : {}),
		locals: row.views.map(({ by, localId }) => localKey(by, localId)),
		...(waits.length > 0 ? { waits } : {}),
	};
}
