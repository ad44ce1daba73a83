import type { AccountUri, PostUri, Source } from '../../lib/model';

/** The pages of the reading tab, as the address after `#` names them (design/screens.md). */
export type Route =
	| { page: 'timeline'; month?: string }
	| { page: 'import' }
	| { page: 'search'; query: string }
	| { page: 'archive'; view: ArchiveView; account?: string }
	| { page: 'post'; key: PostUri }
	| { page: 'settings' }
	| { page: 'person'; key: AccountUri; show: PersonView }
	| { page: 'notifications' }
	| { page: 'servers'; wants?: ServersWish }
	| { page: 'server'; host: string }
	| { page: 'source'; by: AccountUri; source: PlaceSource }
	| { page: 'unknown' };

/** Why somebody comes to the servers: to renew an account, to choose who serves it, or to sign in at a host. */
export type ServersWish = { renew: AccountUri } | { serving: AccountUri } | { at: string };

/** What a page of its own shows: all but the merged home and a person's posts. */
export type PlaceSource = Exclude<Source, { kind: 'home' | 'author' }>;
export type PersonView = Extract<Source, { kind: 'author' }>['show'];
const PERSON_VIEWS: readonly PersonView[] = ['posts', 'replies', 'media', 'pinned'];

export type ArchiveView = 'overview' | 'threads' | 'media' | 'likes' | 'relations';
const VIEWS: readonly ArchiveView[] = ['overview', 'threads', 'media', 'likes', 'relations'];

/** Reads the part of an address from `#` on. Whatever is not understood is the page `unknown`. */
export function parseRoute(hash: string): Route {
	const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
	const [page = '', rest = ''] = path.split(/\/(.*)/s);
	const query = new URLSearchParams(search);
	switch (page) {
		case '':
			return timelineRoute(query.get('month'));
		case 'search':
			return { page, query: query.get('q') ?? '' };
		case 'archive':
			return archiveRoute(rest, query.get('account'));
		case 'post':
			return keyRoute(rest, (key) => ({ page, key }));
		case 'person':
			return keyRoute(rest, (key) => ({ page, key, show: personView(query.get('show')) }));
		case 'server':
			return keyRoute(rest, (host) => ({ page, host }));
		case 'source':
			return sourceRoute(rest, query);
		case 'servers':
			return serversRoute(query);
		case 'import':
		case 'settings':
		case 'notifications':
			return { page };
		default:
			return { page: 'unknown' };
	}
}

function timelineRoute(month: string | null): Route {
	return month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
		? { page: 'timeline', month }
		: { page: 'timeline' };
}

function serversRoute(query: URLSearchParams): Route {
	const [renew, serving, at] = ['renew', 'serving', 'at'].map((name) => query.get(name));
	const wants = renew ? { renew } : serving ? { serving } : at ? { at } : undefined;
	return wants ? { page: 'servers', wants } : { page: 'servers' };
}

function archiveRoute(rest: string, account: string | null): Route {
	const view = VIEWS.find((known) => known === (rest || 'overview'));
	if (!view) return { page: 'unknown' };
	return { page: 'archive', view, ...(account ? { account } : {}) };
}

function keyRoute(rest: string, route: (key: string) => Route): Route {
	try {
		return rest ? route(decodeURIComponent(rest)) : { page: 'unknown' };
	} catch (error) {
		if (error instanceof URIError) return { page: 'unknown' };
		throw error;
	}
}

function personView(show: string | null): PersonView {
	return PERSON_VIEWS.find((known) => known === show) ?? 'posts';
}

function sourceRoute(kind: string, query: URLSearchParams): Route {
	const by = query.get('by');
	const id = query.get('id') ?? '';
	if (!by) return { page: 'unknown' };
	switch (kind) {
		case 'local':
		case 'public':
		case 'bookmarks':
		case 'favourites':
			return { page: 'source', by, source: { kind } };
		case 'list':
			return id ? { page: 'source', by, source: { kind, id } } : { page: 'unknown' };
		case 'tag':
			return id ? { page: 'source', by, source: { kind, tag: id } } : { page: 'unknown' };
		default:
			return { page: 'unknown' };
	}
}

function sourceHref(by: AccountUri, source: PlaceSource): string {
	const id = source.kind === 'list' ? source.id : source.kind === 'tag' ? source.tag : undefined;
	return `#/source/${source.kind}?by=${encode(by)}${id === undefined ? '' : `&id=${encode(id)}`}`;
}

/** Percent-encodes; half a surrogate pair, which archives may hold and addresses may not, becomes U+FFFD. */
export function encode(text: string): string {
	return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

export const hrefs = {
	timeline: (month?: string) => (month ? `#/?month=${month}` : '#/'),
	import: () => '#/import',
	search: (query = '') => (query ? `#/search?q=${encode(query)}` : '#/search'),
	archive: (view: ArchiveView = 'overview', account?: string) =>
		`#/archive${view === 'overview' ? '' : `/${view}`}${account ? `?account=${encode(account)}` : ''}`,
	post: (key: PostUri) => `#/post/${encode(key)}`,
	settings: () => '#/settings',
	person: (key: AccountUri, show: PersonView = 'posts') =>
		`#/person/${encode(key)}${show === 'posts' ? '' : `?show=${show}`}`,
	notifications: () => '#/notifications',
	servers: (wants?: ServersWish) =>
		`#/servers${wants ? `?${Object.entries(wants).map(([name, value]) => `${name}=${encode(value)}`)}` : ''}`,
	server: (host: string) => `#/server/${encode(host)}`,
	source: sourceHref,
} as const;
