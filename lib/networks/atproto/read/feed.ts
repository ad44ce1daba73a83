import type { Entry, Session, Source } from '../../../model';
import type { Query } from '../../http';
import { type Json, list, record } from '../../json';
import { NetworkProblem } from '../../problem';
import type { Gathering } from '../decode/gathering';
import { readEntry, readFeedEntry } from '../decode/post';
import { recordUri } from '../decode/uri';
import type { Xrpc } from '../xrpc';

/** How a source is asked for, and what its answers are made of. */
export type Feed = {
	nsid: string;
	query: Query;
	/** Name of the list in the answer. */
	list: 'feed' | 'posts' | 'bookmarks';
	/** Newest first, as things came: what is new is above what is known. */
	inOrder?: true;
	/** What is asked for and not wanted here. */
	skip?(value: Json): boolean;
};

export type Entries = readonly Omit<Entry, 'timeline'>[];
/** A part of a feed; `older` leads on below it. */
export type Part = { entries: Entries; older?: string };

const MOST = 200;
const FILTERS = {
	posts: 'posts_and_author_threads',
	replies: 'posts_with_replies',
	media: 'posts_with_media',
} as const;

export const HOME: Feed = {
	nsid: 'app.bsky.feed.getTimeline',
	query: {},
	list: 'feed',
	inOrder: true,
};

/** Throws `missing` for what this network has not. */
export function feedOf(source: Source, { account, host }: Session): Feed {
	switch (source.kind) {
		case 'home':
			return HOME;
		case 'author': {
			// What is pinned is one post, which the profile names.
			if (source.show === 'pinned') throw new NetworkProblem('missing', host);
			const query = { actor: source.account, filter: FILTERS[source.show] };
			return { nsid: 'app.bsky.feed.getAuthorFeed', query, list: 'feed', inOrder: true };
		}
		case 'list':
			return listed(source.id, host);
		case 'tag': {
			const query = { q: `#${source.tag}`, sort: 'latest' };
			return { nsid: 'app.bsky.feed.searchPosts', query, list: 'posts' };
		}
		case 'bookmarks':
			return {
				nsid: 'app.bsky.bookmark.getBookmarks',
				query: {},
				list: 'bookmarks',
				skip: isAway,
			};
		case 'favourites':
			return { nsid: 'app.bsky.feed.getActorLikes', query: { actor: account }, list: 'feed' };
		default:
			throw new NetworkProblem('missing', host);
	}
}

/** A list of people is in order of time, a feed in whatever order its maker chose. */
function listed(id: string, host: string): Feed {
	const collection = recordUri(id)?.collection;
	if (collection === 'app.bsky.graph.list') {
		return { nsid: 'app.bsky.feed.getListFeed', query: { list: id }, list: 'feed', inOrder: true };
	}
	if (collection === 'app.bsky.feed.generator') {
		return { nsid: 'app.bsky.feed.getFeed', query: { feed: id }, list: 'feed' };
	}
	throw new NetworkProblem('missing', host);
}

/** Asks for one part of a feed from a cursor of the service, and keeps all that it brings. */
export async function readPart(
	x: Xrpc,
	{
		feed,
		limit,
		cursor,
		host,
	}: { feed: Feed; limit: number; cursor: string | undefined; host: string },
	into: Gathering,
): Promise<Part> {
	const json = record(await x.get(feed.nsid, { ...feed.query, limit, cursor }));
	const values = json?.[feed.list];
	if (!Array.isArray(values)) throw new NetworkProblem('broken', host);
	const entries = list(values, MOST).flatMap((value) => {
		if (feed.skip?.(record(value) ?? {})) return [];
		const entry = entryOf(value, feed, into);
		if (!entry) into.refused++;
		return entry ?? [];
	});
	const older = cursorOf(json?.['cursor']);
	// What leads back to itself leads nowhere.
	return { entries, ...(older === undefined || older === cursor ? {} : { older }) };
}

function entryOf(value: unknown, feed: Feed, into: Gathering) {
	if (feed.list === 'posts') return readEntry(value, into);
	if (feed.list === 'bookmarks') return readEntry(record(value)?.['item'], into);
	return readFeedEntry(value, into);
}

/** A bookmark outlives its post. */
function isAway(value: Json): boolean {
	const item = record(value['item']);
	return item?.['notFound'] === true || item?.['blocked'] === true;
}

/** A cursor of a service: opaque, of a length that fits into an address. */
export function cursorOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' && value.length <= 2000 ? value : undefined;
}
