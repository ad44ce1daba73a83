import type { AccountUri, PostUri, Source } from '../../lib/model';
import { partsOfView, type TimelineView, viewOf } from './view-address';

/** The pages of the reading tab, as the address after `#` names them (design/screens.md). */
export type Route =
	| { page: 'timeline'; month?: string; view: TimelineView }
	| { page: 'import' }
	| { page: 'search'; query: string }
	| { page: 'archive'; view: ArchiveView; account?: string }
	| { page: 'post'; key: PostUri }
	| { page: 'settings' | 'privacy' }
	| { page: 'person'; key: AccountUri; show: PersonView; of?: AccountUri }
	| { page: 'notifications' }
	| { page: 'servers'; wants?: ServersWish }
	| { page: 'server'; host: string }
	| { page: 'source'; by: AccountUri; source: PlaceSource }
	| { page: 'compose'; wish: ComposeWish }
	| { page: 'drafts' | 'outbox' }
	| { page: 'unknown' };

/** What somebody comes to the composer for; nothing: to go on with the last draft. */
export type ComposeWish = {
	draft?: string;
	/** A new draft, whatever waits. */
	fresh?: true;
	reply?: PostUri;
	quote?: PostUri;
	/** As which of my accounts. */
	by?: AccountUri;
	/** The draft that made the posts to be changed. */
	edit?: string;
	/** What waits under this id, to be the beginning of a new draft. */
	brought?: string;
};

/** Why somebody comes to the servers: to renew an account, to choose who serves it, to sign in at a host, or to find one. */
export type ServersWish =
	| { renew: AccountUri }
	| { serving: AccountUri }
	| { at: string }
	| { join: 'yes' };

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
			return timelineRoute(query);
		case 'search':
			return { page, query: query.get('q') ?? '' };
		case 'archive':
			return archiveRoute(rest, query.get('account'));
		case 'post':
			return keyRoute(rest, (key) => ({ page, key }));
		case 'person':
			return keyRoute(rest, (key) => personRoute(key, query));
		case 'server':
			return keyRoute(rest, (host) => ({ page, host }));
		case 'source':
			return sourceRoute(rest, query);
		case 'servers':
			return serversRoute(query);
		case 'compose':
			return { page, wish: composeWish(query) };
		case 'import':
		case 'settings':
		case 'privacy':
		case 'notifications':
		case 'drafts':
		case 'outbox':
			return { page };
		default:
			return { page: 'unknown' };
	}
}

function timelineRoute(query: URLSearchParams): Route {
	const view = viewOf(query);
	const month = query.get('month');
	return month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
		? { page: 'timeline', month, view }
		: { page: 'timeline', view };
}

function timelineHref(month?: string, view: TimelineView = { filter: {} }): string {
	const parts = [...(month ? [`month=${month}`] : []), ...partsOfView(view)];
	return parts.length > 0 ? `#/?${parts.join('&')}` : '#/';
}

function serversRoute(query: URLSearchParams): Route {
	const [renew, serving, at] = ['renew', 'serving', 'at'].map((name) => query.get(name));
	const join = query.has('join') ? { join: 'yes' as const } : undefined;
	const wants = renew ? { renew } : serving ? { serving } : at ? { at } : join;
	return wants ? { page: 'servers', wants } : { page: 'servers' };
}

const WISHES = ['draft', 'reply', 'quote', 'by', 'edit', 'brought'] as const;

function composeWish(query: URLSearchParams): ComposeWish {
	const named = WISHES.flatMap((name) => {
		const value = query.get(name);
		return value ? [[name, value] as const] : [];
	});
	return { ...Object.fromEntries(named), ...(query.has('fresh') ? { fresh: true as const } : {}) };
}

function composeHref(wish: ComposeWish = {}): string {
	const given = Object.entries(wish).map(([name, value]) =>
		value === true ? name : `${name}=${encode(value)}`,
	);
	return given.length === 0 ? '#/compose' : `#/compose?${given.join('&')}`;
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

function personRoute(key: AccountUri, query: URLSearchParams): Route {
	const of = query.get('of');
	return { page: 'person', key, show: personView(query.get('show')), ...(of ? { of } : {}) };
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

/** `of`: the one of the person's accounts whose posts are shown; all of them without. */
function personHref(key: AccountUri, show: PersonView = 'posts', of?: AccountUri): string {
	const parts = [
		...(show === 'posts' ? [] : [`show=${show}`]),
		...(of === undefined ? [] : [`of=${encode(of)}`]),
	];
	return `#/person/${encode(key)}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

/** Percent-encodes; half a surrogate pair, which archives may hold and addresses may not, becomes U+FFFD. */
export function encode(text: string): string {
	return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

export const hrefs = {
	timeline: timelineHref,
	import: () => '#/import',
	search: (query = '') => (query ? `#/search?q=${encode(query)}` : '#/search'),
	archive: (view: ArchiveView = 'overview', account?: string) =>
		`#/archive${view === 'overview' ? '' : `/${view}`}${account ? `?account=${encode(account)}` : ''}`,
	post: (key: PostUri) => `#/post/${encode(key)}`,
	settings: () => '#/settings',
	privacy: () => '#/privacy',
	person: personHref,
	notifications: () => '#/notifications',
	servers: (wants?: ServersWish) =>
		`#/servers${wants ? `?${Object.entries(wants).map(([name, value]) => `${name}=${encode(value)}`)}` : ''}`,
	server: (host: string) => `#/server/${encode(host)}`,
	source: sourceHref,
	compose: composeHref,
	drafts: () => '#/drafts',
	outbox: () => '#/outbox',
} as const;
