import type { Account, AccountUri, PostUri } from '../model';
import { NetworkProblem } from '../networks';
import { asking } from '../sessions';
import { putPosts } from '../store';

/** What a server found: people as last seen, and keys of posts that are stored now. */
export type FoundThere = {
	posts: readonly PostUri[];
	accounts: readonly Account[];
	/** Without the leading #. */
	tags: readonly string[];
};

/** Searches as one of my accounts, addresses and handles of other servers too, and stores what was found. */
export async function findPeople(
	query: string,
	by: AccountUri,
	signal?: AbortSignal,
): Promise<FoundThere> {
	return asking(
		by,
		async (network, session, io) => {
			if (!network.search) throw new NetworkProblem('refused', session.host);
			const readAt = io.now();
			const { posts, accounts, tags } = await network.search(session, query, io);
			io.signal.throwIfAborted();
			await putPosts({ posts, accounts }, readAt);
			return { posts: posts.map(({ post }) => post.key), accounts, tags };
		},
		signal,
	);
}
