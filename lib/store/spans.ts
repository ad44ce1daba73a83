import type { AccountUri, Entry, Instant } from '../model';
import { database } from './database';
import type { SpanRow } from './live-schema';

/**
 * How a page was asked for. `newest`: without a place. `newer`, `older`: from the cursor of a span. `stream`: it
 * came by itself, directly above everything known; without a span nothing is known to be complete.
 */
export type How =
	| { type: 'newest' }
	| { type: 'newer' | 'older'; span: number }
	| { type: 'stream'; joined: boolean };

/** What of a page says where it lies. Entries in the server's order, newest first. */
export type Stretch = {
	entries: readonly Pick<Entry, 'sortAt' | 'seen'>[];
	older?: string;
	newer?: string;
};

/** Entries remembered at the top of a span: all of them would have to be deleted to miss it. */
const TOP = 40;
/** Entries at the end of a page among which one may be much older than its place. */
const LATE = 3;

/** The spans of one source, newest first. */
export async function spansOf(by: AccountUri, timeline: string): Promise<SpanRow[]> {
	return newestFirst(await (await database()).getAll('spans', rangeOf(by, timeline)));
}

/** All spans of a timeline, of all my accounts; those of one account newest first. */
export async function spansIn(timeline: string): Promise<SpanRow[]> {
	return newestFirst(await (await database()).getAllFromIndex('spans', 'timeline', timeline));
}

/** Every span of one source, as a range of keys. */
export function rangeOf(by: AccountUri, timeline: string): IDBKeyRange {
	return IDBKeyRange.bound([by, timeline], [by, timeline, []]);
}

function newestFirst(spans: readonly SpanRow[]): SpanRow[] {
	return [...spans].sort((a, b) => b.id - a.id);
}

/**
 * The spans of a source after a page. A page that touches no span begins a new one, and what lies between is
 * a gap; spans that a page joins become one, under the number of the newest.
 */
export function afterPage(
	source: { by: AccountUri; timeline: string },
	before: readonly SpanRow[],
	how: How,
	page: Stretch,
): SpanRow[] {
	const spans = newestFirst(before);
	const [newest] = spans;
	switch (how.type) {
		case 'stream':
			if (!newest || page.entries.length === 0) return spans;
			return [how.joined ? raised(newest, page) : open(newest), ...spans.slice(1)];
		case 'newer':
			return spans.map((span) => (span.id === how.span ? upTo(span, page) : span));
		case 'newest':
			return afterNewest(source, spans, page);
		case 'older': {
			const asked = spans.find(({ id }) => id === how.span);
			if (!asked) return spans;
			const above = spans.filter(({ id }) => id > how.span);
			const below = spans.filter(({ id }) => id < how.span);
			// The same cursor again leads nowhere.
			const { older, ...rest } = page;
			const next = older === undefined || older === asked.older ? rest : page;
			return [...above, ...lowered(asked, below, next)];
		}
	}
}

function afterNewest(
	{ by, timeline }: { by: AccountUri; timeline: string },
	spans: readonly SpanRow[],
	page: Stretch,
): SpanRow[] {
	if (page.entries.length === 0) return [...spans];
	const touched = spans.findIndex((span) => touches(page, span));
	const id = (spans[0]?.id ?? 0) + (touched < 0 ? 1 : 0);
	const fresh: SpanRow = {
		by,
		timeline,
		id,
		newestAt: newestOf(page.entries),
		oldestAt: Number.POSITIVE_INFINITY,
		top: [],
	};
	return lowered(raised(fresh, page), spans, page);
}

/** A span with a page directly above it. */
function raised(span: SpanRow, { entries, newer }: Stretch): SpanRow {
	return {
		...span,
		newestAt: Math.max(span.newestAt, newestOf(entries)),
		...(newer === undefined ? {} : { newer }),
		top: [...new Set([...cursorsOf(entries, span.by), ...span.top])].slice(0, TOP),
	};
}

/** A span after a page directly above it was asked for: until an empty one is told there may be more. */
function upTo(span: SpanRow, page: Stretch): SpanRow {
	// The same cursor again: there is more, and it cannot be read upwards.
	if (page.entries.length > 0 || page.newer === span.newer) return open(raised(span, page));
	const { above: _over, ...rest } = raised(span, page);
	return rest;
}

/** A span above which something may be that was not read. */
function open(span: SpanRow): SpanRow {
	return span.above ? span : { ...span, above: true };
}

/** A span with a page directly below it, joined with every span of `below` that the page reaches. */
function lowered(
	{ older: _asked, ...span }: SpanRow,
	below: readonly SpanRow[],
	page: Stretch,
): SpanRow[] {
	const reached = below.findLastIndex((other) => touches(page, other));
	const met = below[reached];
	const oldestAt = Math.min(span.oldestAt, met?.oldestAt ?? span.oldestAt, bottomOf(page.entries));
	const ends = [span, ...(met ? [met] : [])].map((one) => one.endsAt ?? one.oldestAt);
	const endsAt = Math.min(oldestAt, endOf(page.entries), ...ends);
	const reachedTo = { ...span, oldestAt, endsAt };
	// Where the list ends with this page, nothing is left below it.
	if (page.older === undefined) return [reachedTo];
	const older = met ? met.older : page.older;
	const joined = { ...reachedTo, ...(older === undefined ? {} : { older }) };
	return [joined, ...below.slice(reached + 1)];
}

function touches({ entries }: Stretch, span: SpanRow): boolean {
	const top = new Set(span.top);
	return cursorsOf(entries, span.by).some((cursor) => top.has(cursor));
}

function cursorsOf(entries: Stretch['entries'], account: AccountUri): string[] {
	return entries.flatMap(({ seen }) =>
		seen.filter(({ by }) => by === account).map(({ cursorId }) => cursorId),
	);
}

function newestOf(entries: Stretch['entries']): Instant {
	return entries.reduce((newest, { sortAt }) => Math.max(newest, sortAt), 0);
}

/** How far back a page reaches. A post that came late (with an old date) says nothing about what is below it. */
function bottomOf(entries: Stretch['entries']): Instant {
	return entries.length === 0 ? Number.POSITIVE_INFINITY : newestOf(entries.slice(-LATE));
}

/**
 * Where a page ends for the eyes: at its last entry, but for one that is farther below the others than they reach, which
 * has most likely come late. Never newer than its bottom.
 */
function endOf(entries: Stretch['entries']): Instant {
	const newest = newestOf(entries);
	const last = entries.slice(-LATE).map(({ sortAt }) => sortAt);
	return last
		.sort((a, b) => b - a)
		.reduce((end, sortAt) => (end - sortAt <= newest - end ? sortAt : end), bottomOf(entries));
}
