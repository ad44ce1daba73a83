import type { PostUri, StoredPost } from '../model';
import { type Generation, generations, keyNumber, type ListName } from '../store';
import { history, Replaced, recordWithId } from './history';
import { type Cursor, newestFirst } from './position';

/** `home`: posts of every archive. `likes`: what their owners liked, by the moment of the liked post. */
export type TimelineName = 'home' | 'likes';

const LIST_OF: Readonly<Record<TimelineName, ListName>> = { home: 'posts', likes: 'likes' };

/**
 * Up to `n` entries of a timeline that are strictly older than `before`, newest first, over all that is stored.
 * Lazy: costs the segments that hold the answer, whatever the size of the store.
 */
export function read(
	timeline: TimelineName,
	before: Cursor | undefined,
	n: number,
): Promise<StoredPost[]> {
	return withDirectory(async (all) => {
		const sources = all.map((generation) => history(generation, LIST_OF[timeline], before));
		return merge(sources, n);
	});
}

/** The stored post with a key; the key of an earlier version finds the one shown. */
export function get(key: PostUri): Promise<StoredPost | undefined> {
	return withDirectory(async (all) => {
		const id = keyNumber(key);
		if (id === undefined) return undefined;
		const list = key.startsWith('twlike:') ? 'likes' : 'posts';
		for (const generation of all) {
			const found = await recordWithId(generation, list, generation.aliases.get(id) ?? id);
			if (found) return found;
		}
		return undefined;
	});
}

/** Every archive that is stored, the one with the newest post first. */
export async function archives(): Promise<Generation[]> {
	const newest = ({ lists }: Generation) => lists.posts.maxSort.at(-1) ?? 0;
	return [...(await generations())].sort((a, b) => newest(b) - newest(a));
}

/** Runs a read; once more with a fresh directory when a generation was replaced in the middle of it. */
async function withDirectory<T>(reading: (all: Generation[]) => Promise<T>): Promise<T> {
	try {
		return await reading(await generations());
	} catch (error) {
		if (!(error instanceof Replaced)) throw error;
		return reading(await generations({ fresh: true }));
	}
}

/**
 * Takes the newest head of the sources n times. What stands in two archives (two people liked the same post) is
 * handed out once. A handful of sources: a linear minimum is the fastest.
 */
async function merge(
	sources: readonly AsyncGenerator<StoredPost, void>[],
	n: number,
): Promise<StoredPost[]> {
	const heads = await Promise.all(sources.map((source) => source.next()));
	const entries: StoredPost[] = [];
	for (let newest = newestOf(heads); newest && entries.length < n; newest = newestOf(heads)) {
		entries.push(newest);
		for (const [s, source] of sources.entries()) {
			const head = heads[s];
			if (!head?.done && head?.value.post.key === newest.post.key) heads[s] = await source.next();
		}
	}
	await Promise.all(sources.map((source) => source.return()));
	return entries;
}

function newestOf(heads: readonly IteratorResult<StoredPost, void>[]): StoredPost | undefined {
	let newest: StoredPost | undefined;
	for (const head of heads) {
		if (!head.done && (!newest || newestFirst(newest, head.value) > 0)) newest = head.value;
	}
	return newest;
}
