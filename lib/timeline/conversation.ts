import type { Post, PostUri, StoredPost } from '../model';
import { get, getAll } from './read';

/** A post with what is stored around it. */
export type Conversation = {
	/** What it answers, and what that answers, oldest first. */
	ancestors: readonly StoredPost[];
	post: StoredPost;
	/** What answers it, depth first, oldest first; depth 1 answers the post itself. */
	replies: readonly { depth: number; post: StoredPost }[];
	/** What the oldest ancestor answers, when that is not stored. */
	missingParent?: NonNullable<Post['replyTo']>;
};

const MOST_ANCESTORS = 200;
const MOST_REPLIES = 500;

/** The conversation around a stored post, as far as it is stored. */
export async function conversation(key: PostUri): Promise<Conversation | undefined> {
	const post = await get(key);
	if (!post) return undefined;
	const ancestors: StoredPost[] = [];
	const seen = new Set([post.post.key]);
	let top = post;
	while (ancestors.length < MOST_ANCESTORS) {
		const parent = top.post.replyTo?.post && (await get(top.post.replyTo.post));
		if (!parent || seen.has(parent.post.key)) break;
		seen.add(parent.post.key);
		ancestors.unshift(parent);
		top = parent;
	}
	const replies = inOrder(post, await gathered(post, seen));
	const missingParent = top.post.replyTo;
	return { ancestors, post, replies, ...(missingParent ? { missingParent } : {}) };
}

/** Every stored post that answers the root or one that does, by key: read level by level, each level at once. */
async function gathered(
	root: StoredPost,
	seen: Set<PostUri>,
): Promise<ReadonlyMap<PostUri, StoredPost>> {
	const posts = new Map<PostUri, StoredPost>();
	let level: readonly PostUri[] = root.replies;
	while (level.length > 0 && posts.size < MOST_REPLIES) {
		const found = await getAll(level.filter((key) => !seen.has(key)).slice(0, MOST_REPLIES));
		for (const key of level) seen.add(key);
		for (const post of found) posts.set(post.post.key, post);
		level = found.flatMap(({ replies }) => replies);
	}
	return posts;
}

/** Walks with a stack of its own: a thread may be longer than the language's. */
function inOrder(
	root: StoredPost,
	posts: ReadonlyMap<PostUri, StoredPost>,
): Conversation['replies'] {
	const replies: { depth: number; post: StoredPost }[] = [];
	const done = new Set<PostUri>();
	const waiting = childrenOf(root, posts, 1);
	for (let next = waiting.pop(); next && replies.length < MOST_REPLIES; next = waiting.pop()) {
		if (done.has(next.post.post.key)) continue;
		done.add(next.post.post.key);
		replies.push(next);
		waiting.push(...childrenOf(next.post, posts, next.depth + 1));
	}
	return replies;
}

/** The newest first, so that the oldest is taken next. */
function childrenOf(
	{ replies }: StoredPost,
	posts: ReadonlyMap<PostUri, StoredPost>,
	depth: number,
): { depth: number; post: StoredPost }[] {
	return replies
		.flatMap((key) => posts.get(key) ?? [])
		.reverse()
		.sort((a, b) => b.sortAt - a.sortAt)
		.map((post) => ({ depth, post }));
}
