import { compareIds } from '../ids';
import { id, integer } from './fields';
import type { Answer, Call } from './route';

/** The parameters of every list; `limit` is cut at the route's own maximum, as real servers do. */
export const PAGING = { max_id: id, since_id: id, min_id: id, limit: integer } as const;

type Asked = {
	readonly max_id?: string | undefined;
	readonly since_id?: string | undefined;
	readonly min_id?: string | undefined;
	readonly limit?: number | undefined;
};

export type Cut<T> = {
	items: T[];
	first: string | undefined;
	last: string | undefined;
	more: boolean;
};

/**
 * One page of `items`, newest first. `max_id` and `since_id` bound it and keep the newest; `min_id` keeps those
 * that come right after it, so that a client can walk upwards without a hole.
 */
export function cut<T>(
	items: readonly T[],
	asked: Asked,
	size: { usual: number; most: number },
	idOf: (item: T) => string,
): Cut<T> {
	const limit = Math.min(Math.max(asked.limit ?? size.usual, 1), size.most);
	const after = asked.min_id ?? asked.since_id;
	const within = items
		.filter((item) => asked.max_id === undefined || compareIds(idOf(item), asked.max_id) < 0)
		.filter((item) => after === undefined || compareIds(idOf(item), after) > 0)
		.sort((a, b) => compareIds(idOf(b), idOf(a)));
	const page = asked.min_id === undefined ? within.slice(0, limit) : within.slice(-limit);
	const [first, last] = [page[0], page.at(-1)];
	return {
		items: page,
		first: first && idOf(first),
		last: last && idOf(last),
		more: page.length === limit,
	};
}

/** The Link header of a page: the call's own parameters, with the paging ones replaced. */
export function links(
	call: Call<never> | Call,
	page: Cut<unknown>,
	back: 'min_id' | 'since_id' = 'min_id',
) {
	const to = (name: string, value: string): string => {
		const url = new URL(call.url.pathname, call.world.origin);
		for (const [key, old] of call.url.searchParams) {
			if (!['max_id', 'since_id', 'min_id', 'page'].includes(key))
				url.searchParams.append(key, old);
		}
		url.searchParams.set(name, value);
		return url.href;
	};
	const parts: string[] = [];
	if (page.more && page.last) parts.push(`<${to('max_id', page.last)}>; rel="next"`);
	if (page.first) parts.push(`<${to(back, page.first)}>; rel="prev"`);
	return parts.length === 0 ? {} : { link: parts.join(', ') };
}

export function paged<T>(
	call: Call<never> | Call,
	page: Cut<T>,
	show: (item: T) => unknown,
	back?: 'min_id' | 'since_id',
): Answer {
	return { json: page.items.map(show), headers: links(call, page, back) };
}
