import type { Account, AccountUri, PostUri, StoredPost } from '../model';
import {
	type EntryRow,
	entriesOf,
	type PostRow,
	readAccounts,
	readLivePosts,
	readPosts,
	repliesTo,
	storedPost,
} from '../store';
import { reading } from './fresh';

/** Reposts of one post stand together when no more than this lies between one and the next. */
const TOGETHER_MS = 24 * 60 * 60_000;

/**
 * What readers see of entries of one timeline, in their order. A post that was reposted again and again within a day
 * appears at the newest place of those alone: each place of it decides that by itself, so that it is the same however
 * a timeline is cut into pages.
 */
export async function shown(timeline: string, rows: readonly EntryRow[]): Promise<StoredPost[]> {
	const asRead = reading();
	const keys = rows.map(({ post }) => post);
	// All at once, though not all is needed where somebody was reposted twice: each wait is longer than what it reads.
	const [places, posts, replies] = await Promise.all([
		entriesOf(timeline, keys),
		readPosts(keys),
		repliesTo(keys),
	]);
	const found = rows.flatMap((row, i) => {
		const post = posts[i];
		const together = togetherWith(row, places[i] ?? []);
		const isHead = together[0]?.activity === row.activity;
		return post && isHead ? [{ row, together, post, answers: replies[i] }] : [];
	});
	const people = await readAccounts(
		found.flatMap(({ post, together }) => [...authorsOf(post), ...repostersOf(together)]),
	);
	const read = found.map(({ row, together, post, answers }) => {
		const repostedBy = named(repostersOf(together), people);
		return {
			...storedPost(post, people, answers),
			sortAt: row.sortAt,
			activity: row.activity,
			...(repostedBy.length > 0 ? { repostedBy } : {}),
		};
	});
	return asRead(read);
}

/** What readers see of live posts by key; what is not stored is left out. */
export async function livePosts(keys: readonly PostUri[]): Promise<StoredPost[]> {
	const asRead = reading();
	return asRead(await readLivePosts(keys));
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
