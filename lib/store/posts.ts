import type { Account, AccountUri, Instant, Post, PostUri, View } from '../model';
import { addAccounts, authoredIn } from './accounts';
import { announce } from './changes';
import { atOnce, database } from './database';
import { type DirtyStore, markDirty, searchable } from './live-index';
import type { PostRow } from './live-schema';
import { bringBack, keysInSegments, type Mark, postsInSegments } from './live-segments';
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
	const tx = (await database()).transaction(['posts', 'liveSegments']);
	const rows = await Promise.all(keys.map((key) => tx.objectStore('posts').get(key)));
	const others = keys.filter((_key, i) => rows[i] === undefined);
	const found = await postsInSegments(tx.objectStore('liveSegments'), others);
	return rows.map((row, i) => row ?? found.get(keys[i] ?? ''));
}

/** More of one person's are looked through nowhere. */
const MOST_OF_ONE = 2000;

/** Live posts that a person wrote, in no order. */
export async function postsBy(author: AccountUri): Promise<PostRow[]> {
	const tx = (await database()).transaction(['posts', 'liveSegments']);
	const [rows, old] = await Promise.all([
		tx.objectStore('posts').index('author').getAll(author, MOST_OF_ONE),
		keysInSegments(
			tx.objectStore('liveSegments'),
			[{ author }],
			({ post }) => post.author === author,
		),
	]);
	const known = new Set(rows.map(({ key }) => key));
	return [...rows, ...old.filter(({ key }) => !known.has(key))];
}

/** Keys of the stored live posts that answer each of these, in the order asked for. */
export async function repliesTo(keys: readonly PostUri[]): Promise<PostUri[][]> {
	if (keys.length === 0) return [];
	const tx = (await database()).transaction(['posts', 'liveSegments']);
	const index = tx.objectStore('posts').index('replyTo');
	const rows = await Promise.all(keys.map((key) => index.getAllKeys(key)));
	const old = await keysInSegments(
		tx.objectStore('liveSegments'),
		keys.map((replyTo) => ({ replyTo })),
		() => true,
	);
	return rows.map((found, i) => [
		...found,
		...old.flatMap(({ key, post }) => (post.replyTo?.post === keys[i] ? [key] : [])),
	]);
}

/** Stores posts that came outside a timeline: a thread, an answer to a reaction, a notice. */
export async function putPosts(
	{ posts, accounts }: { posts: readonly Reading[]; accounts: readonly Account[] },
	readAt: Instant,
): Promise<void> {
	if (posts.length + accounts.length === 0) return;
	await atOnce(['posts', 'entries', 'liveSegments', 'dirty', 'accounts'], async (tx) => {
		await bringBack(tx, marksOfReadings(posts));
		await addReadings(indexed(tx.objectStore('posts'), tx.objectStore('dirty')), posts, readAt);
		await addAccounts(tx.objectStore('accounts'), accounts, authoredIn(tx));
	});
	if (posts.length > 0) announce('posts');
	if (accounts.length > 0) announce('people');
}

/** Changes one stored post in one transaction; undefined, and nothing written, when it is not stored. */
export async function changePost(
	key: PostUri,
	change: (row: PostRow) => PostRow,
): Promise<PostRow | undefined> {
	const stores = ['posts', 'entries', 'liveSegments', 'dirty'] as const;
	const changed = await atOnce(stores, async (tx) => {
		await bringBack(tx, [{ post: key }]);
		const posts = indexed(tx.objectStore('posts'), tx.objectStore('dirty'));
		const row = await posts.get(key);
		if (!row) return undefined;
		const next = withViews(change(row));
		await posts.put(next);
		return next;
	});
	if (changed) announce('posts');
	return changed;
}

/** What has to be rows before readings are merged into them: themselves, what they answer, and what answers them. */
export function marksOfReadings(readings: readonly Reading[]): Mark[] {
	return readings.flatMap(({ post, view: { by, localId, parentId } }) => [
		{ post: post.key },
		{ waits: localKey(by, localId) },
		...(parentId ? [{ local: localKey(by, parentId) }] : []),
	]);
}

/** The store `posts` inside a transaction of anybody's. */
export type PostsStore = {
	get(key: PostUri): Promise<PostRow | undefined>;
	put(row: PostRow): Promise<unknown>;
	delete(key: PostUri): Promise<void>;
	index(name: 'locals' | 'waits'): {
		getAll(key: string): Promise<PostRow[]>;
		getKey(key: string): Promise<PostUri | undefined>;
	};
};

/** The store `posts`, told of the index: what is put or deleted through it is dirty where search looks at it. */
export function indexed(store: PostsStore, dirty: DirtyStore, purged = false): PostsStore {
	return {
		get: (key) => store.get(key),
		index: (name) => store.index(name),
		async put(row) {
			const before = await store.get(row.key);
			await store.put(row);
			if (!before || searchable(before) !== searchable(row)) await markDirty(dirty, [row.key]);
		},
		async delete(key) {
			await store.delete(key);
			await markDirty(dirty, [key], purged);
		},
	};
}

/**
 * Merges readings into the store, and joins replies with the posts that they answer, whichever came first. What
 * calls itself a post of an archive is left out. The caller gives the store `indexed`, and announces `posts`.
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
