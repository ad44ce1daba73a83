import { decodeRecord, SEGMENT_POSTS } from '../../store';
import type { Matches } from './matches';
import type { Reading } from './newest';
import { segmentOf } from './source';

/** About 10 ms of work: another query waits no longer. */
const SEGMENTS_AT_ONCE = 24;

/** Looks at the texts of all posts that are still unsure, newest first, in slices between which others get their turn. */
export async function settleAll(
	sources: readonly Matches[],
	{ cache, test, signal }: Reading,
): Promise<void> {
	for (const matches of sources) {
		const { source } = matches;
		for (;;) {
			signal.throwIfAborted();
			const numbers = nextSegments(matches);
			if (numbers.length === 0) break;
			const segments = await cache.segments(numbers.map((n) => [source, n]));
			for (const [k, n] of numbers.entries()) {
				const segment = segments[k];
				for (let at = topOf(matches, n); segment && at >= 0; at = topOf(matches, n)) {
					const { post } = decodeRecord(segment, at % SEGMENT_POSTS, source.generation);
					matches.settle(at, test(post));
				}
			}
		}
	}
}

/** Numbers of the newest segments with posts that are unsure. */
function nextSegments(matches: Matches): number[] {
	const numbers: number[] = [];
	let at = matches.previousUnsure(matches.source.directory.count);
	while (at >= 0 && numbers.length < SEGMENTS_AT_ONCE) {
		const n = segmentOf(at);
		numbers.push(n);
		at = matches.previousUnsure(n * SEGMENT_POSTS);
	}
	return numbers;
}

/** The highest unsure ordinal in segment `n`; -1 when there is none. */
function topOf(matches: Matches, n: number): number {
	const at = matches.previousUnsure((n + 1) * SEGMENT_POSTS);
	return at >= n * SEGMENT_POSTS ? at : -1;
}
