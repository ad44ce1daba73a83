import type { IDBPTransaction } from 'idb';
import type { Instant, PostUri } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';
import type { DirtyRow, LiveBlock, PostRow } from './live-schema';
import { entriesInSegments } from './live-segments';
import { keyNumber } from './records';
import { EVERYTHING, type Schema } from './schema';

/** Keys of a block that are stored, and read, together. */
export const KEYS_TOGETHER = 64;

/** The store `dirty` inside a transaction of anybody's. */
export type DirtyStore = { put(row: DirtyRow): Promise<unknown> };

/**
 * Says, in the transaction that writes or deletes live posts, that the index is not right about them any more.
 * `purged`: their postings must not stay until it suits.
 */
export async function markDirty(
	store: DirtyStore,
	keys: Iterable<PostUri>,
	purged = false,
): Promise<void> {
	for (const key of keys) {
		await store.put({ key, stamp: Math.random(), ...(purged ? { purged } : {}) });
	}
}

/** All of a live post that search looks at: while it stays the same, the index is right about the post. */
export function searchable({ post, views }: PostRow): string {
	const { content, media, replyTo, replyMentions, quote, poll, card, warning } = post;
	const { author, language, editedAt, createdAt, edits, long, network, url } = post;
	return JSON.stringify([
		[content, replyTo, replyMentions, quote?.handle, warning, author, language, network, url],
		[media?.map(({ type, alt }) => [type, alt]), card?.title, card?.description, card?.url],
		[poll?.options.map(({ title }) => title), edits?.length, editedAt, createdAt, long],
		views.map(({ by, favourited, reposted }) => [by, favourited, reposted]),
	]);
}

/** What the index of live posts is made of: blocks that were packed, and keys about which they are not right. */
export type LiveIndex = { blocks: LiveBlock[]; dirty: DirtyRow[] };

export async function readLiveIndex(): Promise<LiveIndex> {
	const tx = (await database()).transaction(['liveBlocks', 'dirty']);
	const [blocks, dirty] = await Promise.all([
		tx.objectStore('liveBlocks').getAll(),
		tx.objectStore('dirty').getAll(),
	]);
	return { blocks, dirty };
}

/** Up to `n` keys about which the index is not right; those of purged posts among them are told apart. */
export async function readDirty(n: number): Promise<DirtyRow[]> {
	return (await database()).getAll('dirty', undefined, n);
}

/** Pages of postings by address, in the order asked for; absent when their block was replaced meanwhile. */
export async function readLivePages(
	addresses: readonly (readonly [block: number, page: number])[],
): Promise<(Uint8Array | undefined)[]> {
	if (addresses.length === 0) return [];
	const { store } = (await database()).transaction('livePostings');
	return Promise.all(addresses.map((address) => store.get([...address])));
}

/** Keys of the posts n · KEYS_TOGETHER and following of blocks, as `readLivePages` does. */
export async function readLiveKeys(
	addresses: readonly (readonly [block: number, n: number])[],
): Promise<(PostUri[] | undefined)[]> {
	if (addresses.length === 0) return [];
	const { store } = (await database()).transaction('liveKeys');
	return Promise.all(addresses.map((address) => store.get([...address])));
}

/** Keys of all live posts, wherever they are stored. */
export async function livePostKeys(): Promise<PostUri[]> {
	const tx = (await database()).transaction(['posts', 'liveSegments']);
	const [rows, segments] = await Promise.all([
		tx.objectStore('posts').getAllKeys(),
		tx.objectStore('liveSegments').getAll(),
	]);
	// Posts of archives are found in the index of their archive.
	return [...rows, ...segments.flatMap(({ posts }) => posts.map(({ key }) => key))].filter(
		(key) => keyNumber(key) === undefined,
	);
}

/** Keys of the posts among these that stand in a timeline because somebody reposted them. */
export async function repostedAmong(keys: readonly PostUri[]): Promise<ReadonlySet<PostUri>> {
	if (keys.length === 0) return new Set();
	const tx = (await database()).transaction(['entries', 'liveSegments']);
	const index = tx.objectStore('entries').index('post');
	const [rows, old] = await Promise.all([
		Promise.all(keys.map((key) => index.getAll(key))),
		entriesInSegments(tx.objectStore('liveSegments'), keys),
	]);
	const reposts = [...rows.flat(), ...old].filter(({ by }) => by !== undefined);
	return new Set(reposts.map(({ post }) => post));
}

/** A block as it is handed over to be stored. */
export type PackedBlock = Omit<LiveBlock, 'id' | 'bytes' | 'deadCount'> & {
	keys: readonly PostUri[];
	pages: readonly Uint8Array[];
};

/** What replaces what: all in one transaction. */
export type IndexChange = {
	add?: PackedBlock | undefined;
	/** Ordinals that count no more, by block. */
	dead?: ReadonlyMap<number, readonly number[]>;
	/** Some of them are gone, not reworded: their postings have to go too; since when. */
	goneAt?: Instant;
	/** Blocks that are not needed any more. */
	drop?: readonly number[];
	/** What the index is right about from now on, unless it was changed again. */
	clean?: readonly DirtyRow[];
	/** From now on every post that no block holds is dirty. */
	everything?: true;
};

const STORES = ['liveBlocks', 'livePostings', 'liveKeys', 'dirty'] as const;
type Tx = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;

/** Changes the index. False, and nothing is written, when a block that it speaks of is not there any more. */
export async function changeLiveIndex(change: IndexChange): Promise<boolean> {
	const { add, dead = new Map(), drop = [], clean = [], goneAt } = change;
	const done = await atOnce(STORES, async (tx) => {
		if (!(await areThere(tx, [...drop, ...dead.keys()]))) return false;
		for (const [id, ordinals] of dead) await bury(tx, id, ordinals, goneAt);
		for (const id of drop) await dropBlock(tx, id);
		if (add && add.keys.length > 0) await addBlock(tx, add);
		await cleanUp(tx, clean);
		if (change.everything) await markDirty(tx.objectStore('dirty'), [EVERYTHING]);
		return true;
	});
	if (done) announce('search');
	return done;
}

async function areThere(tx: Tx, blocks: readonly number[]): Promise<boolean> {
	const found = await Promise.all(blocks.map((id) => tx.objectStore('liveBlocks').getKey(id)));
	return found.every((id) => id !== undefined);
}

async function cleanUp(tx: Tx, rows: readonly DirtyRow[]): Promise<void> {
	const dirty = tx.objectStore('dirty');
	for (const { key, stamp } of rows) {
		if ((await dirty.get(key))?.stamp === stamp) await dirty.delete(key);
	}
}

async function addBlock(tx: Tx, { keys, pages, ...block }: PackedBlock): Promise<void> {
	const bytes = pages.reduce((sum, page) => sum + page.byteLength, 0);
	const row = { ...block, deadCount: 0, bytes };
	// The store gives the number: one that no block has had.
	const id = Number(await tx.objectStore('liveBlocks').put(row as LiveBlock));
	for (const [n, page] of pages.entries()) await tx.objectStore('livePostings').put(page, [id, n]);
	for (let at = 0, n = 0; at < keys.length; at += KEYS_TOGETHER, n++) {
		await tx.objectStore('liveKeys').put(keys.slice(at, at + KEYS_TOGETHER), [id, n]);
	}
}

async function dropBlock(tx: Tx, id: number): Promise<void> {
	const range = IDBKeyRange.bound([id], [id, []]);
	await tx.objectStore('liveBlocks').delete(id);
	await tx.objectStore('livePostings').delete(range);
	await tx.objectStore('liveKeys').delete(range);
}

async function bury(
	tx: Tx,
	id: number,
	ordinals: readonly number[],
	goneAt: Instant | undefined,
): Promise<void> {
	const block = await tx.objectStore('liveBlocks').get(id);
	if (!block) return;
	const dead = block.dead?.slice() ?? new Uint32Array((block.sortAt.length + 31) >> 5);
	for (const ordinal of ordinals)
		dead[ordinal >> 5] = (dead[ordinal >> 5] ?? 0) | (1 << (ordinal & 31));
	const deadSince =
		goneAt === undefined ? block.deadSince : Math.min(block.deadSince ?? goneAt, goneAt);
	await tx.objectStore('liveBlocks').put({
		...block,
		dead,
		deadCount: block.deadCount + ordinals.length,
		...(deadSince === undefined ? {} : { deadSince }),
	});
}

/** Bytes of the index of live posts: a few rows. */
export async function liveIndexBytes(): Promise<number> {
	const blocks = await (await database()).getAll('liveBlocks');
	return blocks.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** FNV-1a, 32 bits: finds a key's place in a block; whoever uses it looks at the key itself as well. */
export function keyHash(key: PostUri): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
	return hash >>> 0;
}
