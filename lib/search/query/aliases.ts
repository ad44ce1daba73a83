/** Other names that people type, from X's own search and from the names of networks, for what the index knows. */
const names = (of: Readonly<Record<string, string>>) => new Map(Object.entries(of));

export const OPERATOR_NAMES = names({ since: 'after', until: 'before', filter: 'has' });
/** Archives come from X; their posts carry the id of that network. */
export const NETWORK_NAMES = names({
	twitter: 'x',
	archive: 'x',
	fediverse: 'mastodon',
	activitypub: 'mastodon',
	bluesky: 'atproto',
	atmosphere: 'atproto',
});
export const HAS_NAMES = names({
	images: 'image',
	photo: 'image',
	photos: 'image',
	pictures: 'image',
	videos: 'video',
	gifs: 'gif',
	links: 'link',
	polls: 'poll',
});
export const IS_NAMES = names({
	replies: 'reply',
	retweet: 'repost',
	retweets: 'repost',
	reposts: 'repost',
	like: 'liked',
	likes: 'liked',
	quotes: 'quote',
});
