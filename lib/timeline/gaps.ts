import type { AccountUri, Instant } from '../model';
import { type SourceRow, type SpanRow, sourcesOf, spansIn } from '../store';
import { type AccountSource, activeSources } from './sources';

/**
 * A stretch of time in which posts of one source may be missing from what is stored: below what was read of it, between
 * two spans of it, or above the newest while its server does not answer. What comes late (dated before what its server
 * had listed already) can be missing anywhere below; every other missing post lies in a gap of its source.
 */
export type Gap = AccountSource & {
	/** Which side of a span it lies on; the row stands at the span's end. */
	side: 'newer' | 'older';
	/** The span whose end it is; absent when nothing of the source was read. */
	span?: number;
	/** Newest and oldest moment that can be missing; infinite where nobody knows. */
	upper: Instant;
	lower: Instant;
	/** Where its row stands in the list: below the last post of the page, though one that came late may lie above it. */
	at: Instant;
	/** The source does not come in order of time: what it misses can be anywhere. */
	unordered?: true;
	/** What happened since its server last answered. */
	failure?: NonNullable<SourceRow['failure']>;
};

/**
 * The gaps of a timeline, the newest first: all that may be missing, so that a stretch without one is complete. Pure:
 * `mine` are the sources that are asked, `spans` of one account are newest first.
 */
export function gaps(
	mine: readonly AccountSource[],
	states: readonly SourceRow[],
	spans: readonly SpanRow[],
): Gap[] {
	return mine
		.flatMap(({ by, source }) => {
			const state = states.find((row) => row.by === by);
			const own = spans.filter((row) => row.by === by);
			return gapsOf({ by, source }, state, own);
		})
		.sort((a, b) => b.at - a.at || a.side.localeCompare(b.side, 'en') || (a.by < b.by ? -1 : 1));
}

function gapsOf(
	mine: { by: AccountUri; source: AccountSource['source'] },
	state: SourceRow | undefined,
	spans: readonly SpanRow[],
): Gap[] {
	const failure = state?.failure;
	const base = { ...mine, ...(failure ? { failure } : {}) };
	const [newest] = spans;
	// Without a span a source that answered has nothing.
	if (!newest) {
		if (state?.answeredAt !== undefined && !failure) return [];
		return [{ ...base, ...EVERYTHING, side: 'newer', at: Number.POSITIVE_INFINITY }];
	}
	const found: Gap[] = [];
	if (newest.above || failure) {
		const at = newest.newestAt;
		const { upper } = EVERYTHING;
		found.push({ ...base, side: 'newer', span: newest.id, at, upper, lower: at });
	}
	for (const [i, { id, older, oldestAt, endsAt }] of spans.entries()) {
		if (older === undefined) continue;
		const lower = spans[i + 1]?.newestAt ?? EVERYTHING.lower;
		const range = { upper: oldestAt, lower: Math.min(lower, oldestAt) };
		const at = endsAt !== undefined && endsAt > range.lower ? endsAt : oldestAt;
		found.push({ ...base, side: 'older', span: id, at, ...range });
	}
	if (!state?.unordered) return found;
	return found.map((gap) => ({ ...gap, ...EVERYTHING, unordered: true as const }));
}

const EVERYTHING = { upper: Number.POSITIVE_INFINITY, lower: Number.NEGATIVE_INFINITY };

/** The gaps of a timeline as it is stored now, over all accounts that are signed in. */
export async function gapsIn(timeline: string): Promise<Gap[]> {
	const [mine, states, spans] = await Promise.all([
		activeSources(timeline),
		sourcesOf(timeline),
		spansIn(timeline),
	]);
	return gaps(mine, states, spans);
}

/**
 * The gaps whose row stands between two posts that follow each other in a list: below the last post that was read, or
 * above the first. Without a post above, those of the list's head; without one below, those of its end.
 */
export function gapsBetween(
	all: readonly Gap[],
	above: { sortAt: Instant } | undefined,
	below: { sortAt: Instant } | undefined,
): Gap[] {
	const upper = above?.sortAt ?? Number.POSITIVE_INFINITY;
	const lower = below?.sortAt ?? Number.NEGATIVE_INFINITY;
	return all.filter(({ side, at }) =>
		side === 'older' ? at <= upper && at > lower : at < upper && at >= lower,
	);
}

/** The gaps out of which a post could come to stand between these two; none: between them nothing is missing. */
export function missingBetween(
	all: readonly Gap[],
	above: { sortAt: Instant },
	below: { sortAt: Instant },
): Gap[] {
	return all.filter(({ upper, lower }) => upper > below.sortAt && lower < above.sortAt);
}
