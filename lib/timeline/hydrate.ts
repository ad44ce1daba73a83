import type { Account, AccountUri, PostUri, StoredPost } from '../model';
import {
	type EntryRow,
	entriesOf,
	type PostRow,
	readAccounts,
	readPosts,
	repliesTo,
} from '../store';

/** Reposts of one post stand together when no more than this lies between one and the next. */
const TOGETHER_MS = 24 * 60 * 60_000;

/**
 * What readers see of entries of one timeline, in their order. A post that was reposted again and again within a day
 * appears at the newest place of those alone: each place of it decides that by itself, so that it is the same however
 * a timeline is cut into pages.
 */
export async function shown(timeline: string, rows: readonly EntryRow[]): Promise<StoredPost[]> {
	const places = await entriesOf(
		timeline,
		rows.map(({ post }) => post),
	);
	const heads = rows.flatMap((row, i) => {
		const together = togetherWith(row, places[i] ?? []);
		return together[0]?.activity === row.activity ? [{ row, together }] : [];
	});
	const posts = await readPosts(heads.map(({ row }) => row.post));
	const found = heads.flatMap((head, i) => {
		const post = posts[i];
		return post ? [{ ...head, post }] : [];
	});
	const [people, replies] = await Promise.all([
		readAccounts(
			found.flatMap(({ post, together }) => [...authorsOf(post), ...repostersOf(together)]),
		),
		repliesTo(found.map(({ post }) => post.key)),
	]);
	return found.map(({ row, together, post }, i) => {
		const repostedBy = named(repostersOf(together), people);
		return {
			...stored(post, people, replies[i]),
			sortAt: row.sortAt,
			activity: row.activity,
			...(repostedBy.length > 0 ? { repostedBy } : {}),
		};
	});
}

/** What readers see of live posts by key; what is not stored is left out. */
export async function livePosts(keys: readonly PostUri[]): Promise<StoredPost[]> {
	const rows = (await readPosts(keys)).filter((row) => row !== undefined);
	const [people, replies] = await Promise.all([
		readAccounts(rows.flatMap(authorsOf)),
		repliesTo(rows.map(({ key }) => key)),
	]);
	return rows.map((row, i) => stored(row, people, replies[i]));
}

function stored(
	row: PostRow,
	people: ReadonlyMap<AccountUri, Account>,
	replies: readonly PostUri[] = [],
): StoredPost {
	const author = row.post.author === undefined ? undefined : people.get(row.post.author);
	return {
		post: row.post,
		sortAt: row.post.createdAt ?? row.readAt,
		replies,
		views: row.views,
		...(author ? { author } : {}),
	};
}

/** The places of a post around one of them, without a longer pause between; newest first. */
function togetherWith(row: EntryRow, places: readonly EntryRow[]): EntryRow[] {
	let group: EntryRow[] = [];
	for (const place of places) {
		const last = group.at(-1);
		if (last && last.sortAt - place.sortAt > TOGETHER_MS) {
			if (group.some(({ activity }) => activity === row.activity)) break;
			group = [];
		}
		group.push(place);
	}
	return group;
}

function authorsOf({ post }: PostRow): AccountUri[] {
	return post.author === undefined ? [] : [post.author];
}

function repostersOf(places: readonly EntryRow[]): AccountUri[] {
	return [...new Set(places.flatMap(({ by }) => (by === undefined ? [] : [by])))];
}

function named(keys: readonly AccountUri[], people: ReadonlyMap<AccountUri, Account>): Account[] {
	return keys.flatMap((key) => people.get(key) ?? []);
}
