import type { AccountUri, Source } from '../model';

/**
 * The timeline that a source of one of my accounts goes into. `home` and tags are shared by all my
 * accounts, a server's own timelines by those on it; a list, bookmarks and favourites belong to one.
 */
export function timelineOf(source: Source, by: AccountUri): string {
	switch (source.kind) {
		case 'home':
			return source.kind;
		case 'bookmarks':
		case 'favourites':
			return `${source.kind} ${by}`;
		case 'list':
			return `list ${by} ${source.id}`;
		case 'tag':
			return `tag ${source.tag.toLowerCase()}`;
		case 'local':
		case 'public':
			return `${source.kind} ${hostOf(by)}`;
		case 'author':
			return `author ${source.account} ${source.show}`;
	}
}

/** Keys of accounts are addresses on most networks; another kind of key stands for itself. */
function hostOf(account: AccountUri): string {
	return (URL.canParse(account) && new URL(account).host) || account;
}
