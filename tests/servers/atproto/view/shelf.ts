import { procedure, query, Refusal } from '../http/route';
import { keptBy } from '../world';
import { cut } from './paging';
import { postOrTombstone } from './posts';
import { labelsOf, profile, type Seen } from './seen';

/** Bookmarks, and those who label. */
export const SHELF = [
	procedure('app.bsky.bookmark.createBookmark', 'user', 'uri! cid!', (seen: Seen) => {
		if (!seen.text('uri').includes('/app.bsky.feed.post/'))
			throw new Refusal(400, 'UnsupportedCollection', 'Only posts can be bookmarked', {
				problem: true,
			});
		const { bookmarks } = keptBy(seen.view, seen.me().did);
		if (!bookmarks.has(seen.text('uri'))) bookmarks.set(seen.text('uri'), seen.world.now());
		return undefined;
	}),
	procedure('app.bsky.bookmark.deleteBookmark', 'user', 'uri!', (seen: Seen) => {
		keptBy(seen.view, seen.me().did).bookmarks.delete(seen.text('uri'));
		return undefined;
	}),
	query('app.bsky.bookmark.getBookmarks', 'user', 'limit#50#100 cursor', (seen: Seen) => {
		const { bookmarks } = keptBy(seen.view, seen.me().did);
		const cidOf = (uri: string) => seen.world.records.get(uri)?.cid ?? 'gone';
		const page = cut(seen, [...bookmarks], ([uri, at]) => ({ at, cid: cidOf(uri) }));
		return {
			bookmarks: page.items.map(([uri, at]) => ({
				subject: { uri, cid: cidOf(uri) },
				createdAt: new Date(at).toISOString(),
				item: postOrTombstone(seen, uri),
			})),
			...page.cursor,
		};
	}),
	query('app.bsky.labeler.getServices', 'maybe', 'dids*!100 detailed?', (seen: Seen) => {
		const views = seen.list('dids').flatMap((did) => {
			const record = seen.world.records.get(`at://${did}/app.bsky.labeler.service/self`);
			const person = seen.world.people.get(did);
			if (!record || !person) return [];
			const full = seen.flag('detailed') === true;
			const { policies, reasonTypes, subjectTypes } = record.value;
			return [
				{
					$type: `app.bsky.labeler.defs#labelerView${full ? 'Detailed' : ''}`,
					uri: record.uri,
					cid: record.cid,
					creator: profile(seen, person),
					likeCount: 0,
					viewer: {},
					indexedAt: new Date(record.indexedAt).toISOString(),
					labels: labelsOf(seen, record.uri, did),
					...(full ? { policies, reasonTypes, subjectTypes } : {}),
				},
			];
		});
		return { views };
	}),
];
