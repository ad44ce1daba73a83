import type { Stored } from '../model';
import { edge, keptBy, personOf } from '../world';
import { counts, embedView } from './embeds';
import { answeringIsOff, quotingIsOff, threadgateView } from './gates';
import { rootOf } from './refs';
import { basic, carried, isBlocked, isMuted, labelsOf, type Seen } from './seen';

const POST = 'app.bsky.feed.post';

/** A post that this view carries. */
export function postBy(seen: Seen, uri: string): Stored | undefined {
	const found = seen.world.records.get(uri);
	return found?.collection === POST && carried(seen, found.did) ? found : undefined;
}

/** `app.bsky.feed.defs#postView` */
export function postView(seen: Seen, post: Stored) {
	const embed = embedView(seen, post);
	const threadgate = threadgateView(seen, post);
	const kept = [...seen.view.kept.values()];
	return {
		uri: post.uri,
		cid: post.cid,
		author: basic(seen, personOf(seen.world, post.did)),
		record: post.value,
		...(embed ? { embed } : {}),
		...counts(seen, post),
		bookmarkCount: kept.filter(({ bookmarks }) => bookmarks.has(post.uri)).length,
		indexedAt: new Date(post.indexedAt).toISOString(),
		labels: labelsOf(seen, post.uri, post.did, post.value),
		...(seen.viewer ? { viewer: viewerState(seen, post) } : {}),
		...(threadgate ? { threadgate } : {}),
	};
}

function viewerState(seen: Seen, post: Stored) {
	const { did } = seen.me();
	const { bookmarks, mutedThreads } = keptBy(seen.view, did);
	const [like, repost] = ['like', 'repost'].map(
		(kind) => edge(seen.world, did, `app.bsky.feed.${kind}`, post.uri)?.uri,
	);
	return {
		...(like ? { like } : {}),
		...(repost ? { repost } : {}),
		bookmarked: bookmarks.has(post.uri),
		threadMuted: mutedThreads.has(rootOf(post.value) ?? post.uri),
		...(answeringIsOff(seen, post) ? { replyDisabled: true } : {}),
		embeddingDisabled: quotingIsOff(seen, post),
	};
}

/** A post, or what is said in its place when it is gone or somebody blocked somebody. */
export function postOrTombstone(seen: Seen, uri: string) {
	const post = postBy(seen, uri);
	if (!post) return { $type: 'app.bsky.feed.defs#notFoundPost', uri, notFound: true };
	if (isBlocked(seen, post.did)) return blocked(uri, post.did);
	return { $type: 'app.bsky.feed.defs#postView', ...postView(seen, post) };
}

export const blocked = (uri: string, did: string) => ({
	$type: 'app.bsky.feed.defs#blockedPost',
	uri,
	blocked: true,
	author: { did },
});

/** Whether a post may stand in a feed of the viewer. */
export const isShown = (seen: Seen, post: Stored): boolean =>
	!isBlocked(seen, post.did) && !isMuted(seen, post.did);
