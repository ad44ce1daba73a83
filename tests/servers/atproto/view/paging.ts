import { Refusal } from '../http/route';
import type { Stored } from '../model';
import { sortAt } from '../world';
import type { Seen } from './seen';

/** One page of records, newest first; the cursor is a moment and a CID, as the reference view writes it. */
export function pageOf<T extends Stored>(seen: Seen, found: readonly T[]) {
	return cut(seen, found, (one) => ({ at: sortAt(one), cid: one.cid }));
}

/** One page of anything that has a moment, newest first. */
export function cut<T>(
	seen: Seen,
	found: readonly T[],
	keyOf: (one: T) => { at: number; cid: string },
): { items: T[]; cursor: { cursor?: string } } {
	const keyed = found.map((one) => ({ one, ...keyOf(one) }));
	keyed.sort((a, b) => b.at - a.at || (a.cid < b.cid ? 1 : -1));
	const after = readCursor(seen.maybe('cursor'));
	const below = keyed.filter(
		({ at, cid }) => !after || at < after.at || (at === after.at && cid < after.cid),
	);
	const page = below.slice(0, seen.number('limit'));
	const last = page.at(-1);
	return {
		items: page.map(({ one }) => one),
		// As of the reference view: only an empty page is without one.
		cursor: last === undefined ? {} : { cursor: `${last.at}::${last.cid}` },
	};
}

function readCursor(cursor: string | undefined): { at: number; cid: string } | undefined {
	if (cursor === undefined) return undefined;
	const [, at = '', cid = ''] = /^(\d+)::(\w+)$/.exec(cursor) ?? [];
	if (cid === '') throw new Refusal(400, 'InvalidRequest', 'Malformed cursor', { problem: true });
	return { at: Number(at), cid };
}
