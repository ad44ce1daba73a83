import type { Instant, PostUri } from '../../model';
import {
	changeLiveIndex,
	type DirtyRow,
	EVERYTHING,
	KEYS_TOGETHER,
	type LiveBlock,
	livePostKeys,
	readDirty,
	readLiveIndex,
	readLiveKeys,
	readLivePages,
} from '../../store';
import { BLOCK_POSTS } from '../block/builder';
import { TOKENIZER } from '../tokenizer';
import { isOutdated, LONGEST_DEAD_MS } from '../untidy';
import { mergeBlocks, type WholeBlock } from './merge';
import { packPosts } from './pack';
import { LiveCache, ordinalsOf } from './source';

/** Posts packed into one block at a time. */
const AT_ONCE = 4096;
/** A block of which more than an eighth is dead is packed anew. */
const MOST_DEAD = 1 / 8;

/**
 * Makes the index right about every live post, and keeps it small: what is dirty is packed into a block, blocks of
 * like size become one, what is gone is taken out. Only where nobody else drains.
 */
export async function drainLive(now: Instant, atOnce = AT_ONCE): Promise<void> {
	await dropOutdated();
	for (;;) {
		const dirty = (await readDirty(atOnce + 1)).filter(({ key }) => key !== EVERYTHING);
		if (dirty.length === 0) break;
		await index(
			dirty.map(({ key }) => key),
			dirty,
			now,
		);
	}
	await indexMissing(now, atOnce);
	await compact(now);
}

/** Another tokenizer cuts texts differently: its postings are worth nothing. */
async function dropOutdated(): Promise<void> {
	const { blocks } = await readLiveIndex();
	const outdated = blocks.filter(isOutdated);
	if (outdated.length === 0) return;
	await changeLiveIndex({ drop: outdated.map(({ id }) => id), everything: true });
}

async function index(keys: readonly PostUri[], clean: readonly DirtyRow[], now: Instant) {
	const add = await packPosts(keys);
	const { blocks } = await readLiveIndex();
	const cache = new LiveCache();
	const dead = new Map<number, number[]>();
	for (const block of blocks) {
		const ordinals = await ordinalsOf(block, keys, cache);
		const fresh = ordinals.filter((at) => !isDead(block, at));
		if (fresh.length > 0) dead.set(block.id, fresh);
	}
	const goneAt = clean.some(({ purged }) => purged) ? 0 : now;
	const gone = add.keys.length < keys.length ? { goneAt } : {};
	await changeLiveIndex({ add, dead, clean, ...gone });
}

/** Everything that no block holds: after an update of the program, or of the tokenizer. */
async function indexMissing(now: Instant, atOnce: number): Promise<void> {
	const { blocks, dirty } = await readLiveIndex();
	const everything = dirty.filter(({ key }) => key === EVERYTHING);
	if (everything.length === 0) return;
	const known = new Set<PostUri>();
	for (const block of blocks) {
		const { keys } = await whole(block);
		for (const [at, key] of keys.entries()) if (!isDead(block, at)) known.add(key);
	}
	const missing = (await livePostKeys()).filter((key) => !known.has(key));
	for (let at = 0; at < missing.length; at += atOnce) {
		await index(missing.slice(at, at + atOnce), [], now);
	}
	await changeLiveIndex({ clean: everything });
}

/** Joins the smallest blocks while the next is no more than twice as large, and packs anew what has too much dead. */
async function compact(now: Instant): Promise<void> {
	const { blocks } = await readLiveIndex();
	const joined = toJoin(blocks);
	if (joined.length > 1) await join(joined);
	for (const block of blocks) {
		if (!joined.includes(block) && isSpoilt(block, now)) await join([block]);
	}
	const [only] = joined;
	if (joined.length === 1 && only && isSpoilt(only, now)) await join([only]);
}

function toJoin(blocks: readonly LiveBlock[]): LiveBlock[] {
	const joined: LiveBlock[] = [];
	let count = 0;
	for (const block of blocks.toSorted((a, b) => liveCount(a) - liveCount(b))) {
		const own = liveCount(block);
		const fits = joined.length === 0 || (own <= count * 2 && own + count <= BLOCK_POSTS);
		if (!fits) break;
		joined.push(block);
		count += own;
	}
	return joined;
}

async function join(blocks: readonly LiveBlock[]): Promise<void> {
	const parts: WholeBlock[] = [];
	for (const block of blocks) parts.push(await whole(block));
	const add = { ...mergeBlocks(parts), tokenizer: TOKENIZER };
	await changeLiveIndex({ add, drop: blocks.map(({ id }) => id) });
}

async function whole(block: LiveBlock): Promise<WholeBlock> {
	const together = Math.ceil(block.sortAt.length / KEYS_TOGETHER);
	const [keys, pages] = await Promise.all([
		readLiveKeys(Array.from({ length: together }, (_, n) => [block.id, n] as const)),
		readLivePages(block.firstTerms.map((_, n) => [block.id, n] as const)),
	]);
	return {
		block,
		keys: keys.flatMap((some) => some ?? []),
		pages: pages.filter((one) => one !== undefined),
	};
}

function liveCount({ sortAt, deadCount }: LiveBlock): number {
	return sortAt.length - deadCount;
}

function isDead({ dead }: LiveBlock, at: number): boolean {
	return dead !== undefined && ((dead[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

function isSpoilt({ sortAt, deadCount, deadSince }: LiveBlock, now: Instant): boolean {
	const late = deadSince !== undefined && deadSince <= now - LONGEST_DEAD_MS;
	return late || deadCount > sortAt.length * MOST_DEAD;
}
