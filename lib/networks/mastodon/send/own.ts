import type { Instant, Post, Session } from '../../../model';
import { path } from '../../address';
import { type Answer, ask } from '../../http';
import type { Io } from '../../io';
import { list, record } from '../../json';
import { Gathering } from '../decode/gathering';
import { readEntry } from '../decode/status';
import { cursorsOf, queryOf } from '../read/cursor';
import { borderOf } from '../secret';

const MOST_PAGES = 5;
const PER_PAGE = 40;

/** A post of my own, or my repost of one, with the server's own ids. */
export type Own = {
	post: Post;
	/** The repost's own key, where it is one. */
	repost?: string;
	localId: string;
	parentId?: string;
	at: Instant;
};

/**
 * The account's own posts and reposts since `at`, newest first, and older ones that came with them; `whole` when none
 * since then can be missing.
 */
export async function ownSince(
	session: Session,
	at: Instant,
	io: Io,
): Promise<{ own: readonly Own[]; whole: boolean }> {
	const own: Own[] = [];
	let older: string | undefined;
	for (let page = 0; page < MOST_PAGES; page++) {
		const place = older === undefined ? undefined : { older };
		const query = { limit: PER_PAGE, ...queryOf(place) };
		const where = path`/api/v1/accounts/${session.pin.id}/statuses`;
		const answer = await ask(io, { session, path: where, query });
		const values = list(answer.json, PER_PAGE * 2);
		const read = readOwn(session, values, io);
		own.push(...read);
		// What could not be read could be what is looked for.
		if (read.length < values.length) return { own, whole: false };
		older = olderThan(answer, values, place);
		if (older === undefined || read.some((one) => one.at < at)) return { own, whole: true };
	}
	return { own, whole: false };
}

function olderThan(
	answer: Answer,
	values: readonly unknown[],
	place: { older: string } | undefined,
): string | undefined {
	const ids = values.flatMap((value) => {
		const id = record(value)?.['id'];
		return typeof id === 'string' ? [id] : [];
	});
	return cursorsOf(answer, place, { ids, length: values.length }).older;
}

function readOwn(session: Session, values: readonly unknown[], io: Io): Own[] {
	const into = new Gathering(borderOf(session, io));
	const entries = values.flatMap((value) => readEntry(value, into) ?? []);
	const { posts } = into.all();
	return entries.flatMap(({ activity, post: key, sortAt, by }) => {
		const seen = posts.find(({ post }) => post.key === key);
		if (!seen) return [];
		const { localId, parentId } = seen.view;
		const repost = by === undefined ? {} : { repost: activity };
		const parent = parentId === undefined ? {} : { parentId };
		return [{ post: seen.post, at: sortAt, localId, ...parent, ...repost }];
	});
}
