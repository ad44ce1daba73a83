import type { Instant, StoredPost } from '../../model';
import { readLivePosts, readPosts } from '../../store';
import type { Hit, Hits } from '../read/newest';
import type { PhraseTest } from '../read/phrases';
import { comparePlaces, type Place } from '../read/source';
import type { LiveMatches } from './evaluate';
import { countOlder, LIVE_RANK } from './source';

/** Candidates looked at in one go while a phrase is looked for. */
const MOST_AHEAD = 256;

type Reading = { test: PhraseTest; signal: AbortSignal };
type Candidate = { matches: LiveMatches; ordinal: number; sortAt: Instant };
type Placed = Candidate & { place: Place };
/** One source on the way: all from `candidate` up is done; -1 when nothing is left. */
type Head = { matches: LiveMatches; candidate: number };

/** The `n` newest live posts below a place. Texts are looked at only where a phrase needs it. */
export async function newestLive(
	sources: readonly LiveMatches[],
	before: Place | undefined,
	n: number,
	{ test, signal }: Reading,
): Promise<Hits> {
	const heads = await Promise.all(sources.map((matches) => headOf(matches, before)));
	const hits: Hit[] = [];
	for (let ahead = n; ; ahead = Math.min(ahead * 2, Math.max(n, MOST_AHEAD))) {
		signal.throwIfAborted();
		const places = await inOrder(takeNext(heads, ahead));
		const found = await readFitting(places, test);
		const fitting = found.flatMap((post, i) => hitAt(post, places[i]?.place));
		const room = n - hits.length;
		hits.push(...fitting.slice(0, room));
		const open = fitting.length > room || heads.some(({ candidate }) => candidate >= 0);
		if (!open) return { hits };
		const last = hits.at(-1);
		if (last && hits.length === n) return { hits, next: last.place };
	}
}

function hitAt(post: StoredPost | undefined, place: Place | undefined): Hit[] {
	return post && place ? [{ place, post: { ...post, sortAt: place.sortAt } }] : [];
}

/** The posts at these places; absent where it is gone, or its text does not hold the phrase. */
async function readFitting(
	places: readonly Placed[],
	test: PhraseTest,
): Promise<(StoredPost | undefined)[]> {
	const posts = await readByKey(places.map(({ place }) => String(place.id)));
	return places.map(({ matches, ordinal }, i) => {
		const post = posts[i];
		return post && fits(matches, ordinal, post, test) ? post : undefined;
	});
}

async function headOf(matches: LiveMatches, before: Place | undefined): Promise<Head> {
	const { source } = matches;
	const at = before ? await countOlder(source, before) : source.sortAt.length;
	return { matches, candidate: matches.previous(at) };
}

/** The newest candidates of all heads, `most` and those of the last one's moment: keys decide within a moment. */
function takeNext(heads: readonly Head[], most: number): Candidate[] {
	const taken: Candidate[] = [];
	for (;;) {
		const head = newestHead(heads);
		if (!head) return taken;
		const { matches, candidate: ordinal } = head;
		const sortAt = momentOf(head);
		if (taken.length >= most && sortAt !== taken.at(-1)?.sortAt) return taken;
		taken.push({ matches, ordinal, sortAt });
		head.candidate = matches.previous(ordinal);
	}
}

function newestHead(heads: readonly Head[]): Head | undefined {
	return heads
		.filter(({ candidate }) => candidate >= 0)
		.reduce<Head | undefined>(
			(best, head) => (best && momentOf(best) >= momentOf(head) ? best : head),
			undefined,
		);
}

function momentOf({ matches, candidate }: Head): Instant {
	return matches.source.sortAt[candidate] ?? 0;
}

async function inOrder(candidates: readonly Candidate[]): Promise<Placed[]> {
	const bySource = new Map<LiveMatches, Candidate[]>();
	for (const one of candidates) {
		const own = bySource.get(one.matches);
		if (own) own.push(one);
		else bySource.set(one.matches, [one]);
	}
	const placed = await Promise.all(
		[...bySource].map(async ([{ source }, own]) => {
			const keys = await source.keys(own.map(({ ordinal }) => ordinal));
			return own.map((one, i) => ({
				...one,
				place: { sortAt: one.sortAt, rank: LIVE_RANK, id: keys[i] ?? '' },
			}));
		}),
	);
	return placed.flat().sort((a, b) => comparePlaces(a.place, b.place));
}

async function readByKey(keys: readonly string[]): Promise<(StoredPost | undefined)[]> {
	const byKey = new Map((await readLivePosts(keys)).map((stored) => [stored.post.key, stored]));
	return keys.map((key) => byKey.get(key));
}

/** Whether a post is still what its postings say, as far as that can change: phrases stand in the text alone. */
function fits(
	matches: LiveMatches,
	ordinal: number,
	{ post }: StoredPost,
	test: PhraseTest,
): boolean {
	if (!matches.has(ordinal)) return false;
	if (!matches.isUnsure(ordinal)) return true;
	const found = test(post);
	matches.settle(ordinal, found);
	return found;
}

/** Looks at the texts of all live posts that are still unsure, in slices between which others get their turn. */
export async function settleLive(
	sources: readonly LiveMatches[],
	{ test, signal }: Reading,
): Promise<void> {
	for (const matches of sources) {
		let some = unsureBelow(matches, matches.source.sortAt.length);
		for (; some.length > 0; some = unsureBelow(matches, some.at(-1) ?? 0)) {
			signal.throwIfAborted();
			await settleSome(matches, some, test);
		}
	}
}

async function settleSome(
	matches: LiveMatches,
	ordinals: readonly number[],
	test: PhraseTest,
): Promise<void> {
	const rows = await readPosts(await matches.source.keys(ordinals));
	for (const [i, ordinal] of ordinals.entries()) {
		const row = rows[i];
		matches.settle(ordinal, row !== undefined && test(row.post));
	}
}

function unsureBelow(matches: LiveMatches, ordinal: number): number[] {
	const found: number[] = [];
	let at = matches.previousUnsure(ordinal);
	for (; at >= 0 && found.length < MOST_AHEAD; at = matches.previousUnsure(at)) found.push(at);
	return found;
}
