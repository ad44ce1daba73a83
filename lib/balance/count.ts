import type { AccountUri, Balance, Delivery, Instant, Post, PostUri, View } from '../model';
import { isCopied } from './copied';

/** The window that is looked at: as many days, or as many posts of mine, whichever is less. */
export const WINDOW_MS = 30 * 24 * 60 * 60_000;
export const MOST_POSTS = 200;
/** So long nobody is waiting yet. */
const PATIENCE_MS = 48 * 60 * 60_000;

/** A post as one of my accounts was given it. */
export type Seen = { post: Post; view: View };

/** Somebody names or answers me. `bot`: no person waits there. */
export type Mention = Seen & { at: Instant; bot: boolean };

export type Counted = {
	/** What I wrote there; reposts are left out by who reads it. In any order. */
	posts: readonly Seen[];
	mentions: readonly Mention[];
	/** How what our outbox made of them came to be. */
	origins: ReadonlyMap<PostUri, Delivery['origin']>;
	account: AccountUri;
	/** All accounts of mine: who answers them is talking to themselves. */
	mine: ReadonlySet<AccountUri>;
	/** Names that I go by elsewhere, in lower case: what leads to their posts was brought. */
	names: ReadonlySet<string>;
	now: Instant;
};

/**
 * Counts (design: enforcement, balance). An answer to somebody else is conversation, wherever else it went; what is no
 * answer and went to several places, or came from elsewhere, is spread; everything else of mine is neither. Pure; the
 * order of what is given does not matter.
 */
export function countBalance(given: Counted): Balance {
	const { now, account, mine } = given;
	const since = now - WINDOW_MS;
	const own = given.posts
		.filter(({ post: { author, createdAt = 0 } }) => author === account && createdAt >= since)
		.sort(newestFirst)
		.slice(0, MOST_POSTS);
	const oldest = own.at(-1)?.post.createdAt;
	const from = own.length < MOST_POSTS || oldest === undefined ? since : oldest;
	const answers = own.filter(({ post }) => answersOthers(post, mine));
	const answeredAt = answers[0]?.post.createdAt;
	return {
		readAt: now,
		looked: own.length,
		from,
		broadcasts: own.filter(({ post }) => isSpread(post, given)).length,
		replies: answers.length,
		...(answeredAt === undefined ? {} : { answeredAt }),
		unanswered: unanswered(given, from),
	};
}

function newestFirst({ post: a }: Seen, { post: b }: Seen): number {
	return (b.createdAt ?? 0) - (a.createdAt ?? 0) || (a.key < b.key ? 1 : -1);
}

function answersOthers({ replyTo }: Post, mine: ReadonlySet<AccountUri>): boolean {
	return replyTo !== undefined && !(replyTo.account !== undefined && mine.has(replyTo.account));
}

/** What our own outbox knows goes before what the text looks like. */
function isSpread(post: Post, { origins, names }: Counted): boolean {
	if (post.replyTo) return false;
	const origin = origins.get(post.key);
	return origin === undefined ? isCopied(post, names) : origin !== 'typed';
}

/**
 * Who still waits, the longest waiting first. A favourite counts as having noticed: a thank-you that ends a talk needs
 * no words. So does a conversation that I muted. Who goes on with their own post before I answer is answered once.
 */
function unanswered(given: Counted, from: Instant): Balance['unanswered'] {
	const { mentions, mine, now } = given;
	const answered = answeredBy(given);
	const byKey = new Map(mentions.map((one) => [one.post.key, one]));
	const isAnswered = ({ post, view }: Mention) =>
		answered.has(post.key) || answered.has(`${view.by} ${view.localId}`);
	const done = new Set<PostUri>();
	for (let one of mentions.filter(isAnswered)) {
		for (;;) {
			if (done.has(one.post.key)) break;
			done.add(one.post.key);
			const before = byKey.get(one.post.replyTo?.post ?? '');
			if (!before || before.post.author !== one.post.author) break;
			one = before;
		}
	}
	const waiting = [...byKey.values()].filter(
		({ post: { author, key }, view, at, bot }) =>
			at >= from &&
			now - at > PATIENCE_MS &&
			!bot &&
			!(author !== undefined && mine.has(author)) &&
			!view.favourited &&
			!view.muted &&
			!done.has(key),
	);
	return waiting
		.map(({ post: { key, author }, at }) => ({ post: key, at, ...(author ? { by: author } : {}) }))
		.sort((a, b) => a.at - b.at || (a.post < b.post ? -1 : 1));
}

/** Posts that an own post answers, by key, or by the server's own id where only that much is known. */
function answeredBy({ posts, account }: Counted): ReadonlySet<string> {
	return new Set(
		posts.flatMap(({ post: { author, replyTo }, view: { by, parentId } }) => [
			...(author === account && replyTo?.post !== undefined ? [replyTo.post] : []),
			...(author === account && parentId !== undefined ? [`${by} ${parentId}`] : []),
		]),
	);
}
