import type { IDBPObjectStore, StoreNames } from 'idb';
import type { AccountUri, PostUri } from '../model';
import type { EntryBound, EntryRow, LiveSegment, PostRow } from './live-schema';
import type { Schema } from './schema';

/** The store `liveSegments` in a transaction that reads, and in one that writes. */
export type Segments = IDBPObjectStore<
	Schema,
	StoreNames<Schema>[],
	'liveSegments',
	'readonly' | 'readwrite'
>;
export type WritingSegments = IDBPObjectStore<
	Schema,
	StoreNames<Schema>[],
	'liveSegments',
	'readwrite'
>;

/** What rows in segments are found by: what the indexes of `posts` and `entries` are for rows. */
export type Mark =
	| { post: PostUri }
	| { local: string }
	| { activity: string }
	| { replyTo: PostUri }
	| { waits: string }
	| { author: AccountUri };

/** FNV-1a, 32 bits: numbers take a tenth of an index of words. Whoever finds by it looks at the row itself too. */
function number(mark: Mark): number {
	const [[kind, value] = []] = Object.entries(mark);
	const text = `${kind} ${value}`;
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash >>> 0;
}

function marksOfPost({ key, post, locals, waits }: PostRow): Mark[] {
	return [
		{ post: key },
		...locals.map((local) => ({ local })),
		...(waits ?? []).map((wait) => ({ waits: wait })),
		...(post.replyTo?.post ? [{ replyTo: post.replyTo.post }] : []),
		...(post.author === undefined ? [] : [{ author: post.author }]),
	];
}

function marksOfEntry({ post, activity, locals }: EntryRow): Mark[] {
	return [{ post }, { activity }, ...locals.map((local) => ({ local }))];
}

/** A segment of these rows, the entries ascending, up to the key that it has. */
export function segmentOf(
	{ timeline, sortAt, activity }: Pick<LiveSegment, 'timeline' | 'sortAt' | 'activity'>,
	{ entries, posts }: Pick<LiveSegment, 'entries' | 'posts'>,
): LiveSegment {
	const marks = [...posts.flatMap(marksOfPost), ...entries.flatMap(marksOfEntry)].map(number);
	return { timeline, sortAt, activity, entries, posts, marks: [...new Set(marks)] };
}

/** The order of entries in a timeline, old to new, as the index of rows has it. */
export function oldestFirst(a: EntryRow, b: EntryRow): number {
	return a.sortAt - b.sortAt || (a.activity < b.activity ? -1 : a.activity > b.activity ? 1 : 0);
}

/** Whether anything is in segments: mostly nothing is, and nothing more need be asked. */
async function hasAny(store: Segments): Promise<boolean> {
	return (await store.getKey(IDBKeyRange.lowerBound([]))) !== undefined;
}

/** Every segment that may hold a row with one of the marks, once. */
async function segmentsWith(store: Segments, marks: readonly Mark[]): Promise<LiveSegment[]> {
	if (marks.length === 0 || !(await hasAny(store))) return [];
	const index = store.index('marks');
	const keys = await Promise.all(
		[...new Set(marks.map(number))].map((mark) => index.getAllKeys(mark)),
	);
	const once = new Map(keys.flat().map((key) => [JSON.stringify(key), key]));
	const found = await Promise.all([...once.values()].map((key) => store.get(key)));
	return found.filter((segment) => segment !== undefined);
}

/** The posts with these keys that are in segments. */
export async function postsInSegments(
	store: Segments,
	keys: readonly PostUri[],
): Promise<ReadonlyMap<PostUri, PostRow>> {
	const segments = await segmentsWith(
		store,
		keys.map((post) => ({ post })),
	);
	const wanted = new Set(keys);
	const rows = segments.flatMap(({ posts }) => posts.filter(({ key }) => wanted.has(key)));
	return new Map(rows.map((row) => [row.key, row]));
}

/** The entries of these posts that are in segments, of every timeline. */
export async function entriesInSegments(
	store: Segments,
	keys: readonly PostUri[],
): Promise<EntryRow[]> {
	const segments = await segmentsWith(
		store,
		keys.map((post) => ({ post })),
	);
	const wanted = new Set(keys);
	return segments.flatMap(({ entries }) => entries.filter(({ post }) => wanted.has(post)));
}

/** Keys of the posts in segments that fit: answers to these, or what somebody wrote. */
export async function keysInSegments(
	store: Segments,
	marks: readonly Mark[],
	fits: (row: PostRow) => boolean,
): Promise<PostRow[]> {
	return (await segmentsWith(store, marks)).flatMap(({ posts }) => posts.filter(fits));
}

/** Up to `n` entries of a timeline below the bound that are in segments, newest first. */
export async function segmentEntriesBefore(
	store: Segments,
	timeline: string,
	before: EntryBound | undefined,
	n: number,
): Promise<EntryRow[]> {
	if (!(await hasAny(store))) return [];
	const found: EntryRow[] = [];
	const bound = before && [timeline, before.sortAt, before.activity ?? ''];
	const top = [timeline, []];
	if (before) {
		// The segment that the bound lies in begins below it.
		const [around] = await store.getAll(IDBKeyRange.bound(bound, top), 1);
		found.push(...(around?.entries.filter((row) => isBelow(row, before)).reverse() ?? []));
	}
	const range = IDBKeyRange.bound([timeline], bound ?? top, false, true);
	let cursor = found.length < n ? await store.openCursor(range, 'prev') : null;
	while (cursor) {
		found.push(...cursor.value.entries.toReversed());
		cursor = found.length < n ? await cursor.continue() : null;
	}
	return found.slice(0, n);
}

function isBelow(row: EntryRow, { sortAt, activity = '' }: EntryBound): boolean {
	return row.sortAt < sortAt || (row.sortAt === sortAt && row.activity < activity);
}

/** The stores that rows are in, inside a transaction that writes them and segments. */
export type Rows = {
	objectStore(name: 'liveSegments'): WritingSegments;
	objectStore(name: 'posts'): { put(row: PostRow): Promise<unknown> };
	objectStore(name: 'entries'): { put(row: EntryRow): Promise<unknown> };
};

/**
 * Makes rows again of the posts that fit one of the marks, with all their entries, before somebody writes them: inside
 * the transaction that does, so that nothing is lost or doubled in between.
 */
export async function bringBack(tx: Rows, marks: readonly Mark[]): Promise<void> {
	const store = tx.objectStore('liveSegments');
	const first = await segmentsWith(store, marks);
	if (first.length === 0) return;
	const numbers = new Set(marks.map(number));
	const fits = (of: readonly Mark[]) => of.some((mark) => numbers.has(number(mark)));
	const keys = new Set(
		first.flatMap(({ posts, entries }) => [
			...posts.filter((row) => fits(marksOfPost(row))).map(({ key }) => key),
			...entries.filter((row) => fits(marksOfEntry(row))).map(({ post }) => post),
		]),
	);
	const all = await segmentsWith(
		store,
		[...keys].map((post) => ({ post })),
	);
	for (const segment of all) {
		const entries = segment.entries.filter(({ post }) => keys.has(post));
		const posts = segment.posts.filter(({ key }) => keys.has(key));
		for (const row of entries) await tx.objectStore('entries').put(row);
		for (const row of posts) await tx.objectStore('posts').put(row);
		await replaceSegment(store, segment, {
			entries: segment.entries.filter((row) => !entries.includes(row)),
			posts: segment.posts.filter((row) => !posts.includes(row)),
		});
	}
}

/** Writes what is left of a segment, under the key that it had: what lies above it begins there. */
export async function replaceSegment(
	store: WritingSegments,
	before: LiveSegment,
	left: Pick<LiveSegment, 'entries' | 'posts'>,
): Promise<void> {
	if (left.entries.length + left.posts.length > 0) await store.put(segmentOf(before, left));
	else await store.delete([before.timeline, before.sortAt, before.activity]);
}
