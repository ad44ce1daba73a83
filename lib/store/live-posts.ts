import type { Account, AccountUri, PostUri, StoredPost } from '../model';
import { readAccounts } from './accounts';
import type { PostRow } from './live-schema';
import { readPosts, repliesTo } from './posts';

/** What readers see of live posts by key; what is not stored is left out. */
export async function readLivePosts(keys: readonly PostUri[]): Promise<StoredPost[]> {
	const rows = (await readPosts(keys)).filter((row) => row !== undefined);
	const [people, replies] = await Promise.all([
		readAccounts(rows.flatMap(({ post }) => post.author ?? [])),
		repliesTo(rows.map(({ key }) => key)),
	]);
	return rows.map((row, i) => storedPost(row, people, replies[i]));
}

/** A live post as readers see it. */
export function storedPost(
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
