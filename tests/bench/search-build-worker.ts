import type { Post } from '../../lib/model';
import { drainLive } from '../../lib/search/live/drain';
import {
	decodeRecord,
	generations,
	liveIndexBytes,
	livePostKeys,
	putPosts,
	readPosts,
	readSegment,
} from '../../lib/store';
import { asLive, createPosts, liveAuthor, OWNER } from './search/posts';
import { fits, type Wanted } from './search/queries';
import { writeArchive } from './search/store';

/** `live`: as many live posts stand above those of the archive. */
export type BuildOrder = { type: 'build'; n: number; live: number };
export type Built = {
	seconds: number;
	indexMs: number;
	indexBytes: number;
	bytes: number;
	/** Of live posts. */
	liveIndexMs: number;
	liveIndexBytes: number;
};
/** Looks at every stored post for each query; `n`: how many of the newest keys to give. */
export type ScanOrder = { type: 'scan'; queries: readonly Wanted[]; n: number };
export type Scanned = { total: number; keys: string[] };

function* posts(n: number) {
	const make = createPosts();
	for (let i = 0; i < n; i++) yield make(i);
}

/** Live posts that are stored in one transaction, as pages of a timeline are. */
const AT_ONCE = 1000;
const ME = 'https://town.example/people/me';

async function storeLive(from: number, count: number): Promise<void> {
	const make = createPosts();
	for (let i = 0; i < from; i++) make(i);
	for (let at = from; at < from + count; at += AT_ONCE) {
		const posts = Array.from({ length: Math.min(AT_ONCE, from + count - at) }, (_, i) =>
			asLive(at + i, make(at + i)),
		);
		const readings = posts.map((post) => ({ post, view: { by: ME, localId: post.key } }));
		await putPosts({ posts: readings, accounts: posts.map(liveAuthor) }, Date.now());
	}
}

async function build(n: number, live: number): Promise<Built> {
	const begun = performance.now();
	const { indexMs, directory } = await writeArchive({ owner: OWNER, posts: posts(n) });
	const seconds = (performance.now() - begun) / 1000;
	await storeLive(n, live);
	const drained = performance.now();
	await drainLive(Date.now());
	return {
		seconds,
		indexMs,
		indexBytes: directory.indexBytes,
		bytes: directory.bytes,
		liveIndexMs: performance.now() - drained,
		liveIndexBytes: await liveIndexBytes(),
	};
}

async function scan(queries: readonly Wanted[], n: number): Promise<Scanned[]> {
	const found = queries.map((query) => ({ query, total: 0, keys: [] as string[] }));
	for await (const post of newestFirst()) {
		const words = post.content.text.split(' ');
		for (const one of found) {
			if (!fits(one.query, post, words)) continue;
			one.total++;
			if (one.keys.length < n) one.keys.push(post.key);
		}
	}
	return found.map(({ total, keys }) => ({ total, keys }));
}

async function* newestFirst(): AsyncGenerator<Post> {
	const live = await readPosts(await livePostKeys());
	const posts = live.flatMap((row) => row?.post ?? []);
	yield* posts.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
	const [generation] = await generations();
	if (!generation) throw new Error('nothing is stored');
	for (let s = generation.lists.posts.minSort.length - 1; s >= 0; s--) {
		const segment = await readSegment(generation.id, 'posts', s);
		if (!segment) throw new Error(`segment ${s} is missing`);
		for (let i = segment.sortAt.length - 1; i >= 0; i--) {
			yield decodeRecord(segment, i, generation).post;
		}
	}
}

globalThis.onmessage = async ({ data }: MessageEvent<BuildOrder | ScanOrder>) => {
	globalThis.postMessage(
		data.type === 'build' ? await build(data.n, data.live) : await scan(data.queries, data.n),
	);
};
