import type { Post, PostUri, StoredPost } from '../model';
import { get } from './read';

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
	const replies: { depth: number; post: StoredPost }[] = [];
	await addReplies(post, 1, replies, seen);
	const missingParent = top.post.replyTo;
	return { ancestors, post, replies, ...(missingParent ? { missingParent } : {}) };
}

/** Walks with a stack of its own: a thread may be longer than the language's. */
async function addReplies(
	root: StoredPost,
	first: number,
	replies: { depth: number; post: StoredPost }[],
	seen: Set<PostUri>,
): Promise<void> {
	const waiting = [...root.replies].reverse().map((key) => ({ key, depth: first }));
	for (let next = waiting.pop(); next && replies.length < MOST_REPLIES; next = waiting.pop()) {
		const post = seen.has(next.key) ? undefined : await get(next.key);
		seen.add(next.key);
		if (!post) continue;
		const { depth } = next;
		replies.push({ depth, post });
		for (const key of [...post.replies].reverse()) waiting.push({ key, depth: depth + 1 });
	}
}
