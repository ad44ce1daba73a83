import type { Feature } from '../../model';

/** What a server can do here together with whoever serves its timelines; there is no way to ask either of them. */
export const FEATURES: readonly Feature[] = [
	'lists',
	'bookmarks',
	'favourites',
	'search',
	'markers',
	'quotes',
	'edits',
	// AppViews keep the first wording (bluesky-social/atproto: its indexer takes no update of a post).
	'unseenEdits',
	'answering',
	'mutes',
	'blocks',
	'reports',
	'services',
];
