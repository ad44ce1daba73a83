import type { PostUri, StoredPost } from '../model';
import { type Generation, generations, keyNumber, type ListName, readLivePosts } from '../store';
import { liveEntries } from './entries';
import { history, Replaced, recordIn } from './history';
import { archivedWritings, liveWritings, writingsIn } from './person';
import { type Cursor, keyOf, newestFirst } from './position';

/** What archives have of a timeline: posts, and what their owners liked, by the moment of the liked post. */
const LIST_OF: Readonly<Record<string, ListName>> = { home: 'posts', likes: 'likes' };

/**
 * Up to `n` entries of a timeline that are strictly older than `before`, newest first, over all that is stored: live
 * entries and archives alike. `timeline` is what `timelineOf` or `writingsOf` says, or `likes`: what owners of archives
 * liked.
 * Lazy: costs the entries and segments that hold the answer, whatever the size of the store.
 */
export function read(
	timeline: string,
	before: Cursor | undefined,
	n: number,
): Promise<StoredPost[]> {
	const writings = writingsIn(timeline);
	return withDirectory((all) =>
		merge(
			writings
				? [...archivedWritings(writings, before, all), liveWritings(writings, before, n)]
				: [...histories(all, LIST_OF[timeline], before), liveEntries(timeline, before, n)],
			n,
		),
	);
}

/** The same of archives alone. */
export function readArchives(
	list: ListName,
	before: Cursor | undefined,
	n: number,
): Promise<StoredPost[]> {
	return withDirectory((all) => merge(histories(all, list, before), n));
}

function histories(
	all: readonly Generation[],
	list: ListName | undefined,
	before: Cursor | undefined,
): AsyncGenerator<StoredPost, void>[] {
	return list ? all.map((generation) => history(generation, list, before)) : [];
}

/** The stored post with a key; the key of an earlier version finds the one shown. */
export async function get(key: PostUri): Promise<StoredPost | undefined> {
	const [found] = await getAll([key]);
	return found;
}

/** The stored posts with these keys, in their order; what is not stored is left out. */
export async function getAll(keys: readonly PostUri[]): Promise<StoredPost[]> {
	const live = await readLivePosts(keys.filter((key) => keyNumber(key) === undefined));
	const byKey = new Map(live.map((stored) => [stored.post.key, stored]));
	const found: StoredPost[] = [];
	for (const key of keys) {
		// What an archive says of a post is better than what was kept of it when it was handed over.
		const stored = byKey.get(key) ?? (await fromArchives(key)) ?? (await handedOver(key));
		if (stored) found.push(stored);
	}
	return found;
}

async function handedOver(key: PostUri): Promise<StoredPost | undefined> {
	return key.startsWith('tw:') ? (await readLivePosts([key]))[0] : undefined;
}

async function fromArchives(key: PostUri): Promise<StoredPost | undefined> {
	const id = keyNumber(key);
	if (id === undefined) return undefined;
	return withDirectory(async (all) => {
		return recordIn(all, key.startsWith('twlike:') ? 'likes' : 'posts', id);
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
		// A source that is asked for more reads a whole batch: not for what nobody wants.
		if (entries.length === n) break;
		for (const [s, source] of sources.entries()) {
			const head = heads[s];
			if (!head?.done && head && keyOf(head.value) === keyOf(newest)) {
				heads[s] = await source.next();
			}
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
