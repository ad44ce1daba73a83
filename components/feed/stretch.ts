import type { StoredPost } from '../../lib/model';
import { isRepost } from '../../lib/timeline';

/** So many reposts in a row are a stretch. */
const LEAST = 5;

/** A row of a list that holds a stretch of reposts; what it says of itself is of the newest. */
type Stretched = StoredPost & { stretch: readonly StoredPost[] };

/** The posts of a row: those of a stretch, or the one. */
export function stretchOf(stored: StoredPost): readonly StoredPost[] | undefined {
	return 'stretch' in stored ? (stored as Stretched).stretch : undefined;
}

/**
 * Joins each stretch of reposts that follow each other into one row, at the place of the newest: nothing changes its
 * order. What a group passes on is its way to post, and no repost here.
 */
export function withStretches(items: readonly StoredPost[]): StoredPost[] {
	const rows: StoredPost[] = [];
	let run: StoredPost[] = [];
	const end = () => {
		const [first] = run;
		if (first && run.length >= LEAST) rows.push({ ...first, stretch: run } as Stretched);
		else rows.push(...run);
		run = [];
	};
	for (const item of items) {
		if (isRepost(item) && !item.repostedBy?.[0]?.group) run.push(item);
		else {
			end();
			rows.push(item);
		}
	}
	end();
	return rows;
}

/** What `withStretches` joined, post by post. */
export function withoutStretches(rows: readonly StoredPost[]): StoredPost[] {
	return rows.flatMap((row) => stretchOf(row) ?? [row]);
}
