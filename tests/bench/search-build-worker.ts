import type { Post } from '../../lib/model';
import { decodeRecord, generations, readSegment } from '../../lib/store';
import { createPosts, OWNER } from './search/posts';
import { fits, type Wanted } from './search/queries';
import { writeArchive } from './search/store';

export type BuildOrder = { type: 'build'; n: number };
export type Built = { seconds: number; indexMs: number; indexBytes: number; bytes: number };
/** Looks at every stored post for each query; `n`: how many of the newest keys to give. */
export type ScanOrder = { type: 'scan'; queries: readonly Wanted[]; n: number };
export type Scanned = { total: number; keys: string[] };

function* posts(n: number) {
	const make = createPosts();
	for (let i = 0; i < n; i++) yield make(i);
}

async function build(n: number): Promise<Built> {
	const begun = performance.now();
	const { indexMs, directory } = await writeArchive({ owner: OWNER, posts: posts(n) });
	const seconds = (performance.now() - begun) / 1000;
	return { seconds, indexMs, indexBytes: directory.indexBytes, bytes: directory.bytes };
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
		data.type === 'build' ? await build(data.n) : await scan(data.queries, data.n),
	);
};
