import type { AccountUri, Instant, NamedSource, Source } from '../model';
import { asking, sessions } from '../sessions';
import { putNamed, readNamed, type SourceRow, type SpanRow, sourcesOf, spansIn } from '../store';
import { never } from './locks';

/** A source as one of my accounts asks for it. */
export type AccountSource = { by: AccountUri; source: Source };

const HOME: Source = { kind: 'home' };
/** A source that failed this often in a row does not hold the others up any more. */
const FAILED_TOO_OFTEN = 2;

/** What goes into the timeline `home`: one source for each account that is signed in. */
export async function homeSources(): Promise<AccountSource[]> {
	const mine = await sessions();
	return mine
		.filter(({ state }) => state === 'active')
		.map(({ account }) => ({ by: account, source: HOME }));
}

/** How the sources of a timeline stand: when they answered, and what failed since. */
export function sourceStates(timeline: string): Promise<SourceRow[]> {
	return sourcesOf(timeline);
}

/** Below `at` something is missing: the sources that have more, the one that ends first at the front. */
export type Horizon = { at: Instant; sources: readonly (AccountSource & { at: Instant })[] };

/**
 * How far down a timeline is complete: nothing older than the newest moment down to which a source that has more is
 * read. Undefined when nothing is missing. A source that failed twice in a row, or does not come in order of time, or
 * has not been read at all, sets no horizon: its state says so instead.
 */
export async function horizon(timeline: string): Promise<Horizon | undefined> {
	const [mine, states, spans] = await Promise.all([
		activeSources(timeline),
		sourcesOf(timeline),
		spansIn(timeline),
	]);
	return horizonOf(mine, states, spans);
}

/** The sources of a timeline that are asked: those whose account is signed in. */
export async function activeSources(timeline: string): Promise<AccountSource[]> {
	const [mine, states] = await Promise.all([sessions(), sourcesOf(timeline)]);
	return states.filter(({ by }) =>
		mine.some(({ account, state }) => account === by && state === 'active'),
	);
}

/** The pure part: `spans` of one account are newest first. */
export function horizonOf(
	mine: readonly AccountSource[],
	states: readonly SourceRow[],
	spans: readonly SpanRow[],
): Horizon | undefined {
	const unfinished = mine.flatMap(({ by, source }) => {
		const state = states.find((row) => row.by === by);
		const span = spans.find((row) => row.by === by);
		const counts = !state?.unordered && (state?.failure?.count ?? 0) < FAILED_TOO_OFTEN;
		return span?.older !== undefined && counts ? [{ by, source, at: span.oldestAt }] : [];
	});
	const sources = unfinished.sort((a, b) => b.at - a.at);
	return sources[0] && { at: sources[0].at, sources };
}

/** Lists, followed tags and the like of all my accounts, as last seen. */
export function namedSources(): Promise<NamedSource[]> {
	return readNamed();
}

export async function fetchNamedSources(
	by: AccountUri,
	signal: AbortSignal = never(),
): Promise<void> {
	await asking(
		by,
		async (network, session, io) => {
			const sources = await network.sources?.(session, io);
			io.signal.throwIfAborted();
			await putNamed(by, sources ?? []);
		},
		signal,
	);
}
