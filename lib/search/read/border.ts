import type { Instant } from '../../model';
import { SEGMENT_POSTS, type Segment } from '../../store';
import type { Cache } from './cache';
import { comparePlaces, type Place, type Source } from './source';

/**
 * How many posts of a source are older than a place or a moment: theirs are the lower ordinals. Segments are read
 * only where the border runs through one.
 */
export async function countBelow(
	source: Source,
	border: Place | Instant,
	cache: Cache,
): Promise<number> {
	const sortAt = typeof border === 'number' ? border : border.sortAt;
	const { count, minSort, maxSort } = source.directory;
	// Several segments can hold posts of the same moment; the border lies in the first with a post not below it.
	let n = firstIndex(maxSort.length, (i) => (maxSort[i] ?? 0) >= sortAt);
	for (; n < maxSort.length && (minSort[n] ?? 0) <= sortAt; n++) {
		const [segment] = await cache.segments([[source, n]]);
		if (!segment) break;
		const { length } = segment.sortAt;
		const within = firstIndex(length, (i) => !isBelow(source, segment, i, border));
		if (within < length) return n * SEGMENT_POSTS + within;
	}
	return Math.min(n * SEGMENT_POSTS, count);
}

function isBelow(source: Source, segment: Segment, i: number, border: Place | Instant): boolean {
	const sortAt = segment.sortAt[i] ?? 0;
	if (typeof border === 'number') return sortAt < border;
	return comparePlaces({ sortAt, rank: source.rank, id: segment.ids[i] ?? 0n }, border) > 0;
}

/** The lowest index in [0, length) of which `is` holds; `length` when of none. `is` holds of all higher ones. */
function firstIndex(length: number, is: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (is(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
