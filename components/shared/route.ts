import type { PostUri } from '../../lib/model';

/** The pages of the reading tab, as the address after `#` names them (design/screens.md). */
export type Route =
	| { page: 'timeline'; month?: string }
	| { page: 'import' }
	| { page: 'search'; query: string }
	| { page: 'archive'; view: ArchiveView; account?: string }
	| { page: 'post'; key: PostUri }
	| { page: 'settings' }
	| { page: 'unknown' };

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
			return postRoute(rest);
		case 'import':
		case 'settings':
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

function archiveRoute(rest: string, account: string | null): Route {
	const view = VIEWS.find((known) => known === (rest || 'overview'));
	if (!view) return { page: 'unknown' };
	return { page: 'archive', view, ...(account ? { account } : {}) };
}

function postRoute(rest: string): Route {
	try {
		return rest ? { page: 'post', key: decodeURIComponent(rest) } : { page: 'unknown' };
	} catch (error) {
		if (error instanceof URIError) return { page: 'unknown' };
		throw error;
	}
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
} as const;
