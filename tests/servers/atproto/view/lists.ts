import { query, Refusal } from '../http/route';
import type { Person, Stored } from '../model';
import { personOf } from '../world';
import { pageOf } from './paging';
import { actor } from './people';
import { carried, carriedRecords, labelsOf, profile, type Seen } from './seen';

const creator = (seen: Seen, { did }: Stored): Person => personOf(seen.world, did);

/** `app.bsky.graph.defs#listViewBasic` */
export function listBasic(seen: Seen, list: Stored) {
	const items = itemsOf(seen, list);
	return {
		uri: list.uri,
		cid: list.cid,
		name: list.value['name'],
		purpose: list.value['purpose'],
		listItemCount: items.length,
		labels: labelsOf(seen, list.uri, list.did),
		viewer: { muted: false },
		indexedAt: new Date(list.indexedAt).toISOString(),
	};
}

/** `app.bsky.graph.defs#listView` */
export function listView(seen: Seen, list: Stored) {
	const { description } = list.value;
	return {
		...listBasic(seen, list),
		creator: profile(seen, creator(seen, list)),
		...(description ? { description } : {}),
	};
}

export const itemsOf = (seen: Seen, { uri }: Stored): Stored[] =>
	carriedRecords(seen, 'app.bsky.graph.listitem').filter(({ value }) => value['list'] === uri);

/** `app.bsky.feed.defs#generatorView` */
export function generatorView(seen: Seen, feed: Stored) {
	const { displayName, description, did } = feed.value;
	return {
		uri: feed.uri,
		cid: feed.cid,
		did,
		creator: profile(seen, creator(seen, feed)),
		displayName,
		...(description ? { description } : {}),
		likeCount: 0,
		labels: labelsOf(seen, feed.uri, feed.did),
		viewer: {},
		indexedAt: new Date(feed.indexedAt).toISOString(),
	};
}

export function listBy(seen: Seen, uri: string): Stored {
	const found = seen.world.records.get(uri);
	if (found?.collection === 'app.bsky.graph.list' && carried(seen, found.did)) return found;
	throw new Refusal(400, 'UnknownList', 'List not found');
}

export const LISTS = [
	query(
		'app.bsky.graph.getLists',
		'maybe',
		'actor! limit#50#100 cursor purposes*5',
		(seen: Seen) => {
			const by = actor(seen, seen.text('actor')).did;
			const { items, cursor } = pageOf(
				seen,
				carriedRecords(seen, 'app.bsky.graph.list').filter(({ did }) => did === by),
			);
			return { lists: items.map((list) => listView(seen, list)), ...cursor };
		},
	),
	query('app.bsky.graph.getList', 'maybe', 'list! limit#50#100 cursor', (seen: Seen) => {
		const list = listBy(seen, seen.text('list'));
		const { items, cursor } = pageOf(seen, itemsOf(seen, list));
		return {
			list: listView(seen, list),
			items: items.map(({ uri, value }) => ({
				uri,
				subject: profile(seen, personOf(seen.world, String(value['subject']))),
			})),
			...cursor,
		};
	}),
	query('app.bsky.feed.getActorFeeds', 'maybe', 'actor! limit#50#100 cursor', (seen: Seen) => {
		const by = actor(seen, seen.text('actor')).did;
		const feeds = carriedRecords(seen, 'app.bsky.feed.generator').filter(({ did }) => did === by);
		return { feeds: feeds.map((feed) => generatorView(seen, feed)) };
	}),
	query('app.bsky.feed.getFeedGenerators', 'maybe', 'feeds*!150', (seen: Seen) => {
		const known = seen.list('feeds').map((uri) => seen.world.records.get(uri));
		const feeds = known.filter((feed) => feed?.collection === 'app.bsky.feed.generator');
		return { feeds: feeds.map((feed) => generatorView(seen, feed as Stored)) };
	}),
	query('app.bsky.feed.getFeedGenerator', 'maybe', 'feed!', (seen: Seen) => {
		const feed = seen.world.records.get(seen.text('feed'));
		if (feed?.collection !== 'app.bsky.feed.generator')
			throw new Refusal(400, 'InvalidRequest', 'could not find feed');
		return { view: generatorView(seen, feed), isOnline: true, isValid: true };
	}),
];
