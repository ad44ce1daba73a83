import type { Instant, PostUri } from '../../model';
import {
	EVERYTHING,
	KEYS_TOGETHER,
	keyHash,
	type LiveBlock,
	type PackedBlock,
	readLiveIndex,
	readLiveKeys,
	readLivePages,
} from '../../store';
import { type Bitmap, emptyBitmap, unite } from '../read/bitmap';
import { filled, Recent } from '../read/cache';
import type { Place } from '../read/source';
import { packPosts } from './pack';

/** Stands before every archive where moments are equal, as in the timeline. */
export const LIVE_RANK = ' live';
const MOST_PAGE_BYTES = 4_000_000;
const MOST_KEYS_TOGETHER = 2000;

/** Live posts that are searched together: a stored block, or what was just packed of those no block holds. */
export type LiveSource = {
	firstTerms: readonly string[];
	/** Old to new. */
	sortAt: Float64Array;
	/** Posts that count no more. */
	dead: Bitmap;
	pages(numbers: readonly number[]): Promise<Uint8Array[]>;
	/** Keys of these posts, in this order. */
	keys(ordinals: readonly number[]): Promise<PostUri[]>;
};

/** Pages and keys of stored blocks, those used last kept in memory. */
export class LiveCache {
	readonly #pages = new Recent<Uint8Array>(MOST_PAGE_BYTES, ({ byteLength }) => byteLength);
	readonly #keys = new Recent<PostUri[]>(MOST_KEYS_TOGETHER, () => 1);

	pages(block: number, numbers: readonly number[]): Promise<Uint8Array[]> {
		const addresses = numbers.map((n) => [block, n] as const);
		return filled(this.#pages, addresses, (address) => address.join(), readLivePages);
	}

	/** Keys of the posts n · KEYS_TOGETHER and following. */
	keys(block: number, numbers: readonly number[]): Promise<PostUri[][]> {
		const addresses = numbers.map((n) => [block, n] as const);
		return filled(this.#keys, addresses, (address) => address.join(), readLiveKeys);
	}
}

/** Every live post as it is stored now: what the blocks are not right about is packed here, for now. */
export async function openLive(cache: LiveCache): Promise<LiveSource[]> {
	const index = await readLiveIndex();
	const dirty = index.dirty.map(({ key }) => key).filter((key) => key !== EVERYTHING);
	const stored = await Promise.all(
		index.blocks.map(async (block) =>
			storedSource(block, await deadIn(block, dirty, cache), cache),
		),
	);
	return dirty.length > 0 ? [...stored, packedSource(await packPosts(dirty))] : stored;
}

function storedSource(block: LiveBlock, dead: Bitmap, cache: LiveCache): LiveSource {
	return {
		firstTerms: block.firstTerms,
		sortAt: block.sortAt,
		dead,
		pages: (numbers) => cache.pages(block.id, numbers),
		async keys(ordinals) {
			const numbers = [...new Set(ordinals.map(togetherOf))];
			const found = await cache.keys(block.id, numbers);
			const together = new Map(numbers.map((n, i) => [n, found[i] ?? []]));
			return ordinals.map((at) => together.get(togetherOf(at))?.[at % KEYS_TOGETHER] ?? '');
		},
	};
}

function togetherOf(ordinal: number): number {
	return Math.floor(ordinal / KEYS_TOGETHER);
}

function packedSource({ firstTerms, sortAt, pages, keys }: PackedBlock): LiveSource {
	return {
		firstTerms,
		sortAt,
		dead: emptyBitmap(sortAt.length),
		pages: async (numbers) => numbers.map((n) => pages[n] ?? new Uint8Array(0)),
		keys: async (ordinals) => ordinals.map((at) => keys[at] ?? ''),
	};
}

async function deadIn(
	block: LiveBlock,
	dirty: readonly PostUri[],
	cache: LiveCache,
): Promise<Bitmap> {
	const dead = emptyBitmap(block.sortAt.length);
	if (block.dead) unite(dead, block.dead);
	for (const at of await ordinalsOf(block, dirty, cache)) {
		dead[at >> 5] = (dead[at >> 5] ?? 0) | (1 << (at & 31));
	}
	return dead;
}

/** Where posts stand in a block. */
export async function ordinalsOf(
	block: LiveBlock,
	keys: readonly PostUri[],
	cache: LiveCache,
): Promise<number[]> {
	if (keys.length === 0) return [];
	const hashes = new Set(keys.map(keyHash));
	const candidates: number[] = [];
	for (const [at, hash] of block.hashes.entries()) if (hashes.has(hash)) candidates.push(at);
	const wanted = new Set(keys);
	const found = await storedSource(block, new Uint32Array(0), cache).keys(candidates);
	return candidates.filter((_, i) => wanted.has(found[i] ?? ''));
}

/** How many posts of a source are older than a place or a moment: theirs are the lower ordinals. */
export async function countOlder(source: LiveSource, border: Place | Instant): Promise<number> {
	const { sortAt } = source;
	const moment = typeof border === 'number' ? border : border.sortAt;
	const from = firstAtLeast(sortAt, moment);
	if (typeof border === 'number' || border.rank !== LIVE_RANK) return from;
	let at = from;
	while (at < sortAt.length && sortAt[at] === moment) {
		const [key = ''] = await source.keys([at]);
		if (key >= String(border.id)) break;
		at++;
	}
	return at;
}

function firstAtLeast(sortAt: Float64Array, moment: Instant): number {
	let low = 0;
	let high = sortAt.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sortAt[middle] ?? 0) < moment) low = middle + 1;
		else high = middle;
	}
	return low;
}
