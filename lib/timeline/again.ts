import type { StoredPost } from '../model';
import { entriesOf } from '../store';
import { type Cursor, isBelow, keyOf, newestFirst } from './position';
import { read } from './read';

/** Entries read at once. */
const BATCH = 50;

/** A stretch of a list that was read before. */
export type Stretch = {
	/** Strictly older than this, without it from the newest on, … */
	from: Cursor | undefined;
	/** … down to this place itself. */
	until: Cursor;
	/** Where the list that is being read begins. */
	top: Cursor | undefined;
	/** What stood there. */
	shown: readonly StoredPost[];
};

/**
 * Reads a stretch of a timeline again, while somebody reads there: what came is in it, what was deleted is not. A post
 * that was shown stays at its place when it was reposted anew: its newest place is above the list.
 */
export async function readAgain(timeline: string, stretch: Stretch): Promise<StoredPost[]> {
	const { from, until } = stretch;
	const found: StoredPost[] = [];
	for (let cursor = from; ; ) {
		const items = await read(timeline, cursor, BATCH);
		const inside = items.filter((item) => !isBelow(item, until));
		found.push(...inside);
		const last = inside.at(-1);
		if (!last || inside.length < BATCH) break;
		cursor = { sortAt: last.sortAt, key: keyOf(last) };
	}
	const kept = await reposted(timeline, stretch, new Set(found.map(keyOf)));
	return kept.length > 0 ? [...found, ...kept].sort(newestFirst) : found;
}

/** What is not in its place any more because it has a newer one above the list. */
async function reposted(
	timeline: string,
	{ shown, top }: Stretch,
	found: ReadonlySet<string>,
): Promise<StoredPost[]> {
	const missing = shown.filter((item) => item.activity && !found.has(keyOf(item)));
	if (!top || missing.length === 0) return [];
	const places = await entriesOf(
		timeline,
		missing.map(({ post }) => post.key),
	);
	return missing.filter((item, i) => {
		const [newest, ...others] = places[i] ?? [];
		const isStored = others.some(({ activity }) => activity === item.activity);
		return isStored && newest && !isBelow({ ...newest, post: { key: newest.post } }, top);
	});
}
