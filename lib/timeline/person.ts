import type { AccountUri, Source, StoredPost } from '../model';
import { type Generation, generations, keyNumber, postsBy } from '../store';
import { history, recordIn } from './history';
import { livePosts } from './hydrate';
import { type Cursor, isBelow, newestFirst } from './position';

type Show = Extract<Source, { kind: 'author' }>['show'];
type Writings = { authors: readonly AccountUri[]; show: Show };

const BEGIN = 'writings ';

/** The timeline of what some accounts wrote, as far as it is stored, live and in archives; no server fills it. */
export function writingsOf(authors: readonly AccountUri[], show: Show): string {
	return `${BEGIN}${JSON.stringify({ authors, show })}`;
}

/** Whose writings a timeline is; undefined for every other. */
export function writingsIn(timeline: string): Writings | undefined {
	return timeline.startsWith(BEGIN)
		? (JSON.parse(timeline.slice(BEGIN.length)) as Writings)
		: undefined;
}

/** What is stored of one person, wherever it came from; newest first, `n` at most. */
export async function storedOf(author: AccountUri, show: Show, n: number): Promise<StoredPost[]> {
	const places = (await placesOf({ authors: [author], show })).slice(0, n);
	return livePosts(places.map(({ post }) => post.key));
}

/** Posts of these people from the cursor back in time, `n` read at a time. */
export async function* liveWritings(
	writings: Writings,
	before: Cursor | undefined,
	n: number,
): AsyncGenerator<StoredPost, void> {
	const places = (await placesOf(writings)).filter((one) => !before || isBelow(one, before));
	for (let at = 0; at < places.length; at += n) {
		yield* await livePosts(places.slice(at, at + n).map(({ post }) => post.key));
	}
}

/** The same of the archives of those of them who have one. */
export function archivedWritings(
	{ authors, show }: Writings,
	before: Cursor | undefined,
	all: readonly Generation[],
): AsyncGenerator<StoredPost, void>[] {
	return all
		.filter(({ account }) => authors.includes(account.key))
		.map((generation) => written(history(generation, 'posts', before), show));
}

/** How many live posts of these people stand above a place (all, without one), as far as `most`. */
export async function countNewerWritings(
	writings: Writings,
	top: Cursor | undefined,
	most: number,
): Promise<number> {
	const newer = (await placesOf(writings)).filter((one) => !top || !isBelow(one, top));
	return Math.min(newer.length, most);
}

async function* written(
	posts: AsyncGenerator<StoredPost, void>,
	show: Show,
): AsyncGenerator<StoredPost, void> {
	for await (const stored of posts) {
		if (!stored.post.repostOf && fits(stored.post, show)) yield stored;
	}
}

type Placed = Pick<StoredPost, 'post' | 'sortAt'>;

/** Where each of their live posts stands, newest first; what an archive has too is the archive's. */
async function placesOf({ authors, show }: Writings): Promise<Placed[]> {
	const rows = (await Promise.all(authors.map(postsBy))).flat();
	const places: Placed[] = [];
	for (const { post, readAt } of rows) {
		if (!fits(post, show)) continue;
		const id = keyNumber(post.key);
		if (id !== undefined && (await recordIn(await generations(), 'posts', id))) continue;
		places.push({ post, sortAt: post.createdAt ?? readAt });
	}
	return places.sort(newestFirst);
}

function fits({ media = [], replyTo }: StoredPost['post'], show: Show): boolean {
	if (show === 'pinned') return false;
	if (show === 'media') return media.length > 0;
	return show === 'replies' || replyTo === undefined;
}
