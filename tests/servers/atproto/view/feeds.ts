import { query, Refusal } from '../http/route';
import type { Stored } from '../model';
import { personOf, sortAt, subjectOf } from '../world';
import { itemsOf, listBy } from './lists';
import { cut } from './paging';
import { actor } from './people';
import { isShown, postBy, postOrTombstone, postView } from './posts';
import { parentOf, rootOf } from './refs';
import { basic, carriedRecords, isBlocked, type Seen } from './seen';

/** What stands in a feed: a post, or somebody's repost of it. */
type Item = { post: Stored; repost?: Stored };

const keyOf = ({ post, repost }: Item) => ({
	at: sortAt(repost ?? post),
	cid: (repost ?? post).cid,
});

/** `app.bsky.feed.defs#feedViewPost` */
function feedViewPost(seen: Seen, { post, repost }: Item) {
	const [root, parent] = [rootOf(post.value), parentOf(post.value)];
	return {
		post: postView(seen, post),
		...(root && parent
			? { reply: { root: postOrTombstone(seen, root), parent: postOrTombstone(seen, parent) } }
			: {}),
		...(repost
			? {
					reason: {
						$type: 'app.bsky.feed.defs#reasonRepost',
						by: basic(seen, personOf(seen.world, repost.did)),
						uri: repost.uri,
						cid: repost.cid,
						indexedAt: new Date(repost.indexedAt).toISOString(),
					},
				}
			: {}),
	};
}

function feed(seen: Seen, items: Item[]) {
	const page = cut(
		seen,
		items.filter(({ post }) => isShown(seen, post)),
		keyOf,
	);
	return { feed: page.items.map((item) => feedViewPost(seen, item)), ...page.cursor };
}

/** Posts and reposts of some people. */
export function itemsBy(seen: Seen, dids: ReadonlySet<string>): Item[] {
	const posts = carriedRecords(seen, 'app.bsky.feed.post').filter(({ did }) => dids.has(did));
	const reposts = carriedRecords(seen, 'app.bsky.feed.repost').filter(({ did }) => dids.has(did));
	const passed = reposts.flatMap((repost) => {
		const post = postBy(seen, subjectOf(repost.value) ?? '');
		return post ? [{ post, repost }] : [];
	});
	return [...posts.map((post) => ({ post })), ...passed];
}

/** Whom somebody follows, and themselves: whose posts make their home. */
export function circleOf(seen: Seen, did: string): Set<string> {
	const follows = carriedRecords(seen, 'app.bsky.graph.follow').filter((one) => one.did === did);
	return new Set([did, ...follows.map(({ value }) => String(value['subject']))]);
}

const kindOf = ({ value }: Stored): string => {
	const embed = value['embed'] as { $type?: string; media?: { $type?: string } } | undefined;
	return embed?.media?.$type ?? embed?.$type ?? '';
};

const FILTERS: Readonly<Record<string, (item: Item) => boolean>> = {
	posts_with_replies: () => true,
	posts_no_replies: ({ post, repost }) => repost !== undefined || !parentOf(post.value),
	posts_with_media: ({ post, repost }) => !repost && /images|gallery|video/.test(kindOf(post)),
	posts_with_video: ({ post, repost }) => !repost && /video/.test(kindOf(post)),
	posts_and_author_threads: ({ post, repost }) =>
		repost !== undefined ||
		!parentOf(post.value) ||
		parentOf(post.value)?.split('/')[2] === post.did,
};

export const FEEDS = [
	query('app.bsky.feed.getTimeline', 'user', 'algorithm limit#50#100 cursor', (seen: Seen) =>
		feed(seen, itemsBy(seen, circleOf(seen, seen.me().did))),
	),
	query(
		'app.bsky.feed.getAuthorFeed',
		'maybe',
		'actor! limit#50#100 cursor filter includePins?',
		(seen: Seen) => {
			const { did } = actor(seen, seen.text('actor'));
			if (isBlocked(seen, did))
				throw new Refusal(400, 'BlockedActor', 'Requester has blocked actor: or is blocked');
			const filter = FILTERS[seen.maybe('filter') ?? 'posts_with_replies'];
			if (!filter)
				throw new Refusal(400, 'InvalidRequest', 'Error: filter is no known value', {
					problem: true,
				});
			// Whoever is muted is still shown where they were asked for.
			const page = cut(seen, itemsBy(seen, new Set([did])).filter(filter), keyOf);
			return { feed: page.items.map((item) => feedViewPost(seen, item)), ...page.cursor };
		},
	),
	query('app.bsky.feed.getListFeed', 'maybe', 'list! limit#50#100 cursor', (seen: Seen) => {
		const members = itemsOf(seen, listBy(seen, seen.text('list')));
		return feed(seen, itemsBy(seen, new Set(members.map(({ value }) => String(value['subject'])))));
	}),
	query('app.bsky.feed.getFeed', 'maybe', 'feed! limit#50#100 cursor', (seen: Seen) => {
		const generator = seen.world.records.get(seen.text('feed'));
		if (generator?.collection !== 'app.bsky.feed.generator')
			throw new Refusal(400, 'UnknownFeed', 'could not find feed');
		// What it chooses: posts of everybody that hold the word in its record key.
		const chosen = carriedRecords(seen, 'app.bsky.feed.post').filter(({ value }) =>
			String(value['text']).toLowerCase().includes(generator.rkey),
		);
		return feed(
			seen,
			chosen.map((post) => ({ post })),
		);
	}),
	query('app.bsky.feed.getActorLikes', 'user', 'actor! limit#50#100 cursor', (seen: Seen) => {
		const { did } = actor(seen, seen.text('actor'));
		if (did !== seen.me().did)
			throw new Refusal(400, 'InvalidRequest', 'Profile not found', { problem: true });
		const likes = carriedRecords(seen, 'app.bsky.feed.like').filter((one) => one.did === did);
		const page = cut(seen, likes, (one) => ({ at: sortAt(one), cid: one.cid }));
		const posts = page.items.flatMap(({ value }) => postBy(seen, subjectOf(value) ?? '') ?? []);
		return { feed: posts.map((post) => feedViewPost(seen, { post })), ...page.cursor };
	}),
	query('app.bsky.feed.getPosts', 'maybe', 'uris*!25', (seen: Seen) => ({
		posts: seen
			.list('uris')
			.flatMap((uri) => postBy(seen, uri) ?? [])
			.filter((post) => !isBlocked(seen, post.did))
			.map((post) => postView(seen, post)),
	})),
	...(['Likes', 'RepostedBy'] as const).map((name) =>
		query(`app.bsky.feed.get${name}`, 'maybe', 'uri! cid limit#50#100 cursor', (seen: Seen) => {
			const kind = name === 'Likes' ? 'like' : 'repost';
			const about = carriedRecords(seen, `app.bsky.feed.${kind}`).filter(
				({ value }) => subjectOf(value) === seen.text('uri'),
			);
			const page = cut(seen, about, (one) => ({ at: sortAt(one), cid: one.cid }));
			const who = page.items.map((one) => ({ one, by: personOf(seen.world, one.did) }));
			const shown = who.map(({ one, by }) =>
				name === 'RepostedBy'
					? { ...basic(seen, by), indexedAt: new Date(one.indexedAt).toISOString() }
					: {
							actor: basic(seen, by),
							createdAt: one.value['createdAt'],
							indexedAt: new Date(one.indexedAt).toISOString(),
						},
			);
			const field = name === 'Likes' ? 'likes' : 'repostedBy';
			return { uri: seen.text('uri'), [field]: shown, ...page.cursor };
		}),
	),
	query(
		'app.bsky.feed.searchPosts',
		'user',
		'q! sort since until mentions author lang domain url tag*10 limit#25#100 cursor',
		(seen: Seen) => {
			const words = seen.text('q').toLowerCase().split(/\s+/);
			const author = seen.maybe('author');
			const by = author === undefined ? undefined : actor(seen, author).did;
			const hits = carriedRecords(seen, 'app.bsky.feed.post')
				.filter(({ value }) => {
					const text = String(value['text']).toLowerCase();
					return words.every((word) => text.includes(word));
				})
				.filter(({ did }) => by === undefined || did === by)
				.filter((post) => isShown(seen, post));
			const page = cut(seen, hits, (post) => keyOf({ post }));
			return {
				posts: page.items.map((post) => postView(seen, post)),
				hitsTotal: hits.length,
				...page.cursor,
			};
		},
	),
];
