import type { Page, Place } from '../../network';
import type { Entries, Feed, Part } from './feed';

const LIMIT = 50;
/** Reading upwards: little at first, as there mostly is little that is new, then as much as services give at once. */
const UPWARDS = [30, 100, 100] as const;
/** Entries by which a page is found again: some may be deleted meanwhile. */
const TOP = 3;

/** Asks for a part of a feed from a cursor. */
export type Ask = (limit: number, cursor: string | undefined) => Promise<Part>;
type Read = Part & { newer?: string };

/**
 * The page at a place, as far as it is made of entries and cursors. Undefined when more is new than is read upwards:
 * nothing of it is to be kept then.
 */
export async function pageBy(
	ask: Ask,
	at: Place | undefined,
	feed: Feed,
): Promise<Read | undefined> {
	if (at && 'newer' in at) return upwards(ask, at.newer);
	const { entries, older } = await ask(LIMIT, at?.older);
	return {
		entries,
		...(older === undefined ? {} : { older }),
		...(feed.inOrder ? topOf(entries, []) : {}),
	};
}

/**
 * What is above the entries that `newer` names. A service pages downwards alone, so it is read from its top until one
 * of them is met; undefined when they are too far down.
 */
async function upwards(ask: Ask, newer: string): Promise<Read | undefined> {
	const known = newer.split(' ');
	const entries: Entries[number][] = [];
	let cursor: string | undefined;
	for (const limit of UPWARDS) {
		const part = await ask(limit, cursor);
		const met = part.entries.findIndex(({ activity }) => known.includes(activity));
		entries.push(...(met < 0 ? part.entries : part.entries.slice(0, met)));
		if (met >= 0 || part.older === undefined) return { entries, ...topOf(entries, known) };
		cursor = part.older;
	}
	return undefined;
}

function topOf(entries: Entries, below: readonly string[]): { newer?: string } {
	if (entries.length === 0) return {};
	const top = [...entries.map(({ activity }) => activity), ...below].slice(0, TOP);
	return { newer: top.join(' ') };
}

/** What `pageBy` found nothing for: the place is as it was. */
export function unreached(at: Place | undefined): Page {
	const newer = at && 'newer' in at ? { newer: at.newer } : {};
	return { entries: [], posts: [], accounts: [], ...newer };
}
