import type { AccountUri, Instant, Source } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';
import type { SourceRow } from './live-schema';

export type Failure = {
	at: Instant;
	text: NonNullable<SourceRow['failure']>['text'];
	until?: Instant;
};

/** The sources of a timeline, of all my accounts that read it. */
export async function sourcesOf(timeline: string): Promise<SourceRow[]> {
	return (await database()).getAllFromIndex('sources', 'timeline', timeline);
}

/** Writes down that a source did not answer. */
export async function noteFailure(
	by: AccountUri,
	timeline: string,
	source: Source,
	failure: Failure,
): Promise<void> {
	await atOnce(['sources'], async (tx) => {
		const store = tx.objectStore('sources');
		const before = (await store.get([by, timeline])) ?? { by, timeline, source };
		await store.put({ ...before, failure: counted(before.failure, failure) });
	});
	announce('timeline');
}

/** Writes down how far its server says that a source was read. Shown nowhere: nobody is told. */
export async function noteMarked(by: AccountUri, timeline: string, id: string): Promise<void> {
	await atOnce(['sources'], async (tx) => {
		const store = tx.objectStore('sources');
		const row = await store.get([by, timeline]);
		if (row) await store.put({ ...row, marked: id });
	});
}

/** The failure with how often in a row it happened. */
export function counted(
	before: SourceRow['failure'],
	failure: Failure,
): NonNullable<SourceRow['failure']> {
	return { count: (before?.count ?? 0) + 1, ...failure };
}

/** Pairs of a page from which its order can be told. */
const ENOUGH = 10;
/** Part of inverted pairs from which a source does not count as in order of time. */
const INVERTED = 1 / 5;

/** The row of a source after it answered. */
export function answered(
	{ failure: _over, ...row }: SourceRow,
	at: Instant,
	entries: readonly { sortAt: Instant }[],
): SourceRow {
	const { unordered: _before, ...rest } = row;
	if (entries.length < ENOUGH) return { ...row, answeredAt: at };
	const inverted = entries.filter(
		({ sortAt }, i) => i > 0 && sortAt > (entries[i - 1]?.sortAt ?? 0),
	).length;
	const unordered = inverted / (entries.length - 1) > INVERTED;
	return { ...rest, answeredAt: at, ...(unordered ? { unordered: true as const } : {}) };
}
