import type { Account, Post } from '../../../lib/model';
import { createBlockBuilder, TOKENIZER } from '../../../lib/search';
import {
	activate,
	type BlockInfo,
	type Directory,
	type Generation,
	keyNumber,
	type ListName,
	newGenerationId,
	putPages,
	putSegments,
	SEGMENT_POSTS,
	type Segment,
	type Stored,
} from '../../../lib/store';

const encoder = new TextEncoder();
/** Segments of one transaction. */
const BATCH = 32;

/** `posts` from old to new; of one moment, by id. */
type ListOptions = {
	generation: number;
	list: ListName;
	owner: Account;
	posts: Iterable<Post>;
	/** Cuts the index into smaller blocks than a real import would. */
	blockPosts?: number;
};

export type WrittenList = { directory: Directory; indexMs: number };

/** Writes a list as an import does, segments and index; `indexMs` is what the index took without storing it. */
async function writeList(options: ListOptions): Promise<WrittenList> {
	const { generation, list, owner } = options;
	const ranges: { minSort: number; maxSort: number; minId: bigint; maxId: bigint }[] = [];
	const blocks: BlockInfo[] = [];
	const sizes = { bytes: 0, indexBytes: 0 };
	let count = 0;
	let indexMs = 0;
	let builder = createBlockBuilder(0);
	let segments: Segment[] = [];
	let written = 0;
	const flushSegments = async () => {
		await putSegments(generation, list, written, segments);
		written += segments.length;
		segments = [];
	};
	const flushBlock = async () => {
		const begun = performance.now();
		const { info, pages, bytes } = builder.finish();
		indexMs += performance.now() - begun;
		await putPages(generation, list, blocks.length, pages);
		blocks.push(info);
		sizes.indexBytes += bytes;
		builder = createBlockBuilder(count);
	};
	for (const posts of chunks(options.posts, SEGMENT_POSTS)) {
		const segment = segmentOf(posts);
		segments.push(segment);
		sizes.bytes += segment.bytes.byteLength;
		const ids = segment.ids.toSorted();
		ranges.push({
			minSort: segment.sortAt.at(0) ?? 0,
			maxSort: segment.sortAt.at(-1) ?? 0,
			minId: ids[0] ?? 0n,
			maxId: ids.at(-1) ?? 0n,
		});
		const begun = performance.now();
		let full = 0;
		for (const post of posts) {
			builder.add(post, owner);
			count++;
			if (!builder.full && builder.count !== options.blockPosts) continue;
			const paused = performance.now();
			await flushBlock();
			full += performance.now() - paused;
		}
		indexMs += performance.now() - begun - full;
		if (segments.length === BATCH) await flushSegments();
	}
	await flushSegments();
	if (builder.count > 0) await flushBlock();
	const directory: Directory = {
		count,
		minSort: Float64Array.from(ranges, ({ minSort }) => minSort),
		maxSort: Float64Array.from(ranges, ({ maxSort }) => maxSort),
		minId: BigUint64Array.from(ranges, ({ minId }) => minId),
		maxId: BigUint64Array.from(ranges, ({ maxId }) => maxId),
		blocks,
		...sizes,
	};
	return { directory, indexMs };
}

function* chunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
	let chunk: T[] = [];
	for (const item of items) {
		chunk.push(item);
		if (chunk.length < size) continue;
		yield chunk;
		chunk = [];
	}
	if (chunk.length > 0) yield chunk;
}

/** Where a post stands in time. */
function sortAtOf({ createdAt }: Post): number {
	return createdAt ?? 0;
}

function segmentOf(posts: readonly Post[]): Segment {
	const records = posts.map((p): Uint8Array => {
		const stored: Stored = { v: [{ i: 1, p }] };
		return encoder.encode(JSON.stringify(stored));
	});
	const ends = new Uint32Array(posts.length);
	let end = 0;
	for (const [i, record] of records.entries()) {
		end += record.length;
		ends[i] = end;
	}
	const bytes = new Uint8Array(end);
	for (const [i, record] of records.entries()) bytes.set(record, (ends[i] ?? 0) - record.length);
	return {
		bytes,
		ends,
		sortAt: Float64Array.from(posts, sortAtOf),
		ids: BigUint64Array.from(posts, ({ key }) => keyNumber(key) ?? 0n),
		replies: new Map(),
	};
}

export type ArchiveOptions = {
	owner: Account;
	posts: Iterable<Post>;
	likes?: Iterable<Post>;
	blockPosts?: number;
};

/** Stores posts as the readable state of an account, replacing what it had. */
export async function writeArchive({ owner, posts, likes, blockPosts }: ArchiveOptions) {
	const generation = await newGenerationId();
	const shared = { generation, owner, ...(blockPosts === undefined ? {} : { blockPosts }) };
	const own = await writeList({ ...shared, list: 'posts', posts });
	const liked = await writeList({ ...shared, list: 'likes', posts: likes ?? [] });
	await activate({
		account: owner,
		id: generation,
		tokenizer: TOKENIZER,
		lists: { posts: own.directory, likes: liked.directory },
		imports: [],
		aliases: new Map(),
		summary: EMPTY_SUMMARY,
		relations: {},
	});
	return { generation, indexMs: own.indexMs + liked.indexMs, directory: own.directory };
}

const EMPTY_SUMMARY: Generation['summary'] = {
	zone: 'UTC',
	months: {},
	hours: [],
	days: {},
	mostLiked: [],
	mostReposted: [],
	mostAnswered: [],
	people: [],
	tags: [],
	words: [],
	threads: [],
};
