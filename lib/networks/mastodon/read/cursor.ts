import type { Answer, Query } from '../../http';
import type { Place } from '../../network';

/** What a server may have us ask for when paging; nothing else of its links is taken over. */
const NAMES = ['max_id', 'min_id', 'since_id', 'offset', 'page'] as const;
const VALUE = /^[\w.:~=-]{1,128}$/;

/** Cursors are queries, written as such: opaque to all but this file. */
export function queryOf(at: Place | undefined): Query {
	if (!at) return {};
	const given = new URLSearchParams('older' in at ? at.older : at.newer);
	const pairs = NAMES.flatMap((name) => {
		const value = given.get(name);
		return value === null ? [] : [[name, value] as const];
	});
	return Object.fromEntries(pairs);
}

/** What else a cursor was given to carry. */
export function carried(at: Place | undefined, name: string): string | undefined {
	if (!at) return undefined;
	return new URLSearchParams('older' in at ? at.older : at.newer).get(name) ?? undefined;
}

type Paged = {
	/** Ids of what came, in the server's order; empty where they are not what the server pages by. */
	ids: readonly string[];
	/** How many came, before anything was left out. */
	length: number;
	/** Goes into every cursor. */
	carry?: Readonly<Record<string, string>>;
};

export type Cursors = { older?: string; newer?: string };

/**
 * The cursors after a page. One asked for with `newer` lies directly above the page that gave the cursor (min_id,
 * https://docs.joinmastodon.org/api/guidelines/#pagination): what is below it is known, so it has no `older`.
 */
export function cursorsOf({ link }: Answer, at: Place | undefined, paged: Paged): Cursors {
	if (paged.length === 0) return {};
	const last = paged.ids.at(-1);
	const silent = link.next === undefined && link.prev === undefined;
	const next = linked(link.next) ?? (silent && last !== undefined ? { max_id: last } : undefined);
	const first = idOf(link.prev) ?? paged.ids[0];
	const upwards = at !== undefined && 'newer' in at;
	const older = next && write({ ...next, ...paged.carry });
	// snac has lists that come whole whatever page was asked for: what leads back to itself leads nowhere.
	const circle = at !== undefined && 'older' in at && at.older === older;
	return {
		...(older === undefined || upwards || circle ? {} : { older }),
		...(first === undefined ? {} : { newer: write({ min_id: first, ...paged.carry }) }),
	};
}

function linked(url: string | undefined): Record<string, string> | undefined {
	if (url === undefined) return undefined;
	const given = new URL(url).searchParams;
	const pairs = NAMES.flatMap((name) => {
		const value = given.get(name);
		return value !== null && VALUE.test(value) ? [[name, value] as const] : [];
	});
	return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

function idOf(url: string | undefined): string | undefined {
	const found = linked(url);
	return found?.['min_id'] ?? found?.['since_id'];
}

function write(query: Record<string, string>): string {
	return new URLSearchParams(query).toString();
}
