import type { StoredPost } from '../model';
import type { Query } from './query/query';
import type { Place } from './read/source';

/** Where the next page begins. Opaque to callers; good for as long as they like, also after a new import. */
export type SearchCursor = Place;

export type SearchPage = {
	/** Newest first, own and liked posts of all archives together. */
	hits: readonly StoredPost[];
	/** How many posts are found; so far, when not `exact`. */
	total: number;
	exact: boolean;
	/** Set when there may be more. */
	next?: SearchCursor;
	query: Query;
	/** Milliseconds that the worker took, by its own clock. */
	ms: number;
};

/** The exact total of a query whose page came without. */
export type SearchTotal = { query: Query; total: number; exact: true };

/**
 * Page → worker. `forget`: the archives have changed; `changed`: live posts have. `tidy`: bring the index up to date
 * with what is stored.
 */
export type SearchOrder =
	| { type: 'search'; id: number; query: Query; n: number; before?: SearchCursor }
	| { type: 'cancel'; id: number }
	| { type: 'forget' | 'changed' | 'tidy' };

/** Worker → page. `total` follows a page that was not exact, unless another query is asked before. */
export type SearchAnswer =
	| { type: 'page'; id: number; page: Omit<SearchPage, 'query'> }
	| { type: 'failed'; id: number; why: string }
	| ({ type: 'total' } & SearchTotal);
