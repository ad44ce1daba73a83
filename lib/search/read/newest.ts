import type { StoredPost } from '../../model';
import { decodeRecord, SEGMENT_POSTS, type Segment } from '../../store';
import { countBelow } from './border';
import type { Cache } from './cache';
import type { Matches } from './matches';
import type { PhraseTest } from './phrases';
import { comparePlaces, type Place, segmentOf } from './source';

/** Candidates looked at in one go while a phrase is looked for; their segments are in memory at once. */
const MOST_AHEAD = 128;
/** Above every id. */
const NEWEST = 1n << 64n;

export type Hit = { post: StoredPost; place: Place };
/** `next` is set when there may be more. */
export type Hits = { hits: Hit[]; next?: Place };
export type Reading = { cache: Cache; test: PhraseTest; signal: AbortSignal };

/** One source on the way: all from `candidate` up is done; -1 when nothing is left. */
type Head = { matches: Matches; candidate: number; segments: Map<number, Segment> };

/**
 * The `n` newest posts below a place, several sources merged by their moments. Texts are looked at only where a
 * phrase needs it.
 */
export async function newest(
	sources: readonly Matches[],
	before: Place | undefined,
	n: number,
	{ cache, test, signal }: Reading,
): Promise<Hits> {
	const heads = await Promise.all(sources.map((matches) => headOf(matches, before, cache)));
	const hits: Hit[] = [];
	let next: Place | undefined;
	let ahead = n;
	while (hits.length < n && heads.some(isOpen)) {
		signal.throwIfAborted();
		await load(heads, ahead, cache);
		ahead = Math.min(ahead * 2, Math.max(n, MOST_AHEAD));
		for (let head = first(heads); head && hits.length < n; head = first(heads)) {
			const post = read(head, test);
			const place = placeOf(head);
			next = place;
			advance(head);
			if (post) hits.push({ post, place });
		}
	}
	return next && heads.some(isOpen) ? { hits, next } : { hits };
}

async function headOf(matches: Matches, before: Place | undefined, cache: Cache): Promise<Head> {
	const { source } = matches;
	const at = before ? await countBelow(source, before, cache) : source.directory.count;
	return { matches, candidate: matches.previous(at), segments: new Map() };
}

function isOpen({ candidate }: Head): boolean {
	return candidate >= 0;
}

/** The newest place that the head's candidate can have: exactly its own once its segment is read. */
function placeOf({ matches: { source }, candidate, segments }: Head): Place {
	const n = segmentOf(candidate);
	const segment = segments.get(n);
	const i = candidate % SEGMENT_POSTS;
	const { rank } = source;
	return segment
		? { sortAt: segment.sortAt[i] ?? 0, rank, id: segment.ids[i] ?? 0n }
		: { sortAt: source.directory.maxSort[n] ?? 0, rank, id: NEWEST };
}

function newestHead(heads: readonly Head[]): Head | undefined {
	return heads
		.filter(isOpen)
		.reduce<Head | undefined>(
			(best, head) => (best && comparePlaces(placeOf(best), placeOf(head)) < 0 ? best : head),
			undefined,
		);
}

/** The head with the newest candidate; undefined when none is left or a segment has to be read to tell. */
function first(heads: readonly Head[]): Head | undefined {
	const head = newestHead(heads);
	return head?.segments.has(segmentOf(head.candidate)) ? head : undefined;
}

/** The candidate's post; undefined when its text does not hold the phrase. */
function read({ matches, candidate, segments }: Head, test: PhraseTest): StoredPost | undefined {
	const segment = segments.get(segmentOf(candidate));
	if (!segment || !matches.has(candidate)) return undefined;
	const post = decodeRecord(segment, candidate % SEGMENT_POSTS, matches.source.generation);
	if (!matches.isUnsure(candidate)) return post;
	const found = test(post.post);
	matches.settle(candidate, found);
	return found ? post : undefined;
}

/**
 * Reads the segments of the next `ahead` candidates in one transaction. Which are next is guessed by the middle of
 * each segment's moments; a wrong guess costs another round. The newest possible one is always among them.
 */
async function load(heads: readonly Head[], ahead: number, cache: Cache): Promise<void> {
	const ways = heads.filter(isOpen).map((head) => ({ head, at: head.candidate }));
	const wanted = new Map(ways.map(({ head }) => [head, new Set<number>()]));
	const sure = newestHead(heads);
	if (sure) wanted.get(sure)?.add(segmentOf(sure.candidate));
	for (let i = 0; i < ahead; i++) {
		const way = ways.reduce((best, other) => (middle(other) > middle(best) ? other : best));
		if (way.at < 0) break;
		wanted.get(way.head)?.add(segmentOf(way.at));
		way.at = way.head.matches.previous(way.at);
	}
	const missing = [...wanted].flatMap(([head, numbers]) =>
		[...numbers].filter((n) => !head.segments.has(n)).map((n) => ({ head, n })),
	);
	const segments = await cache.segments(missing.map(({ head, n }) => [head.matches.source, n]));
	for (const [i, { head, n }] of missing.entries()) {
		const segment = segments[i];
		if (segment) head.segments.set(n, segment);
	}
}

/** Goes on to the next candidate, and forgets the segment when it lies in another. */
function advance(head: Head): void {
	const n = segmentOf(head.candidate);
	head.candidate = head.matches.previous(head.candidate);
	if (!isOpen(head) || segmentOf(head.candidate) !== n) head.segments.delete(n);
}

function middle({ head, at }: { head: Head; at: number }): number {
	if (at < 0) return Number.NEGATIVE_INFINITY;
	const { minSort, maxSort } = head.matches.source.directory;
	return ((minSort[segmentOf(at)] ?? 0) + (maxSort[segmentOf(at)] ?? 0)) / 2;
}
