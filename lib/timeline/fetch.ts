import type { AccountUri, Instant, Source } from '../model';
import type { Page, Place } from '../networks';
import { NetworkProblem } from '../networks';
import { asking } from '../sessions';
import { type How, noteFailure, putPage, spansOf } from '../store';
import { failureOf } from './failure';
import { alone, never } from './locks';
import { listening } from './silence';
import { timelineOf } from './timeline-of';

/** Pages read upwards from what is known before reading goes on from the top, which may leave a gap. */
export const MOST_NEWER = 3;

type Ask = (how: How, at: Place | undefined) => Promise<{ added: number; page: Page }>;

/**
 * Fetches what is new in a source and stores it page by page. What came since it was read last is read upwards; where
 * that is more than a few pages the newest page follows at once, and what lies between is a gap that `fetchOlder`
 * reads. Throws `NetworkProblem`, and writes it down for `sourceStates`.
 */
export function fetchNewer(
	by: AccountUri,
	source: Source,
	signal: AbortSignal = never(),
): Promise<{ added: number }> {
	return fetching(by, source, signal, async (ask) => {
		const [newest] = await spansOf(by, timelineOf(source, by));
		// What is pinned can be unpinned: it is read as a whole.
		const upwards = newest && !isWhole(source);
		const { added, top } = upwards ? await readUp(ask, newest) : { added: 0, top: false };
		if (top) return { added };
		const last = await ask({ type: 'newest' }, undefined);
		return { added: added + last.added };
	});
}

/** `top`: nothing is newer than what is read now. */
async function readUp(
	ask: Ask,
	span: { id: number; newer?: string },
): Promise<{ added: number; top: boolean }> {
	let added = 0;
	let cursor = span.newer;
	for (let pages = 0; cursor !== undefined && pages < MOST_NEWER; pages++) {
		const got = await ask({ type: 'newer', span: span.id }, { newer: cursor });
		added += got.added;
		if (got.page.newer === cursor) break;
		if (got.page.entries.length === 0) return { added, top: true };
		cursor = got.page.newer;
	}
	return { added, top: false };
}

/**
 * Fetches the next older page below the newest that was read without a gap. `end`: the source has nothing older.
 * Throws `NetworkProblem`, and writes it down for `sourceStates`.
 */
export function fetchOlder(
	by: AccountUri,
	source: Source,
	signal: AbortSignal = never(),
): Promise<{ added: number; end: boolean }> {
	return fetching(by, source, signal, async (ask) => {
		const timeline = timelineOf(source, by);
		const [newest] = await spansOf(by, timeline);
		if (newest && newest.older === undefined) return { added: 0, end: true };
		const { added } = newest
			? await ask({ type: 'older', span: newest.id }, { older: newest.older ?? '' })
			: await ask({ type: 'newest' }, undefined);
		const [after] = await spansOf(by, timeline);
		return { added, end: after?.older === undefined };
	});
}

/** One account's sources are fetched one after another, by one tab or the background. */
function fetching<T>(
	by: AccountUri,
	source: Source,
	signal: AbortSignal,
	work: (ask: Ask) => Promise<T>,
): Promise<T> {
	return alone(`sync:${by}`, signal, async () => {
		const question = listening(by, timelineOf(source, by));
		try {
			return await asking(
				by,
				(network, session, io) =>
					work(async (how, at) => {
						const readAt = io.now();
						const page = await network.page?.(session, source, at, io);
						question.answered();
						if (!page) throw new NetworkProblem('missing', session.host);
						io.signal.throwIfAborted();
						return { page, ...(await putSourcePage(by, source, { how, page, readAt })) };
					}),
				signal,
			);
		} catch (error) {
			const failure = failureOf(error);
			if (failure) await noteFailure(by, timelineOf(source, by), source, failure);
			throw error;
		} finally {
			question.over();
		}
	});
}

/** Stores a page of a source. */
export function putSourcePage(
	by: AccountUri,
	source: Source,
	read: { how: How; page: Page; readAt: Instant },
): Promise<{ added: number }> {
	const whole = isWhole(source) ? { whole: true as const } : {};
	return putPage({ by, source, timeline: timelineOf(source, by), ...whole, ...read });
}

function isWhole(source: Source): boolean {
	return source.kind === 'author' && source.show === 'pinned';
}
