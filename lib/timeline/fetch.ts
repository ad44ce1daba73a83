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
/** Pages without an entry that are read on: a server may hand out several before the first that has any. */
const MOST_EMPTY = 5;

type Ask = (how: How, at: Place | undefined) => Promise<{ added: number; page: Page }>;

/**
 * Fetches what is new in a source and stores it page by page. What came since it was read last is read upwards; where
 * that is more than a few pages the newest page follows at once, and what lies between is a gap that `fetchOlder`
 * reads. `more`: there were empty pages alone, a few of them; where to go on (`from`). Throws `NetworkProblem`, and
 * writes it down for `sourceStates`.
 */
export function fetchNewer(
	by: AccountUri,
	source: Source,
	signal: AbortSignal = never(),
	from?: string,
): Promise<{ added: number; more?: string }> {
	return fetching(by, source, signal, async (ask) => {
		const [newest] = await spansOf(by, timelineOf(source, by));
		// What is pinned can be unpinned: it is read as a whole.
		const upwards = newest && !isWhole(source);
		const { added, top } = upwards ? await readUp(ask, newest) : { added: 0, top: false };
		if (top) return { added };
		const { added: last, more } = await readTop(ask, from);
		return { added: added + last, ...(more === undefined ? {} : { more }) };
	});
}

/** The newest page that has an entry. */
async function readTop(
	ask: Ask,
	from: string | undefined,
): Promise<{ added: number; more?: string }> {
	let cursor = from;
	for (let pages = 0; ; pages++) {
		const at = cursor === undefined ? undefined : { older: cursor };
		const { added, page } = await ask({ type: 'newest' }, at);
		const { entries, older } = page;
		if (entries.length > 0 || older === undefined || older === cursor) return { added };
		if (pages === MOST_EMPTY) return { added, more: older };
		cursor = older;
	}
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
 * Fetches the next older page below a span (the newest, without one). `end`: nothing is left to fetch below it, because
 * the source has nothing older, or because it has met the span that followed. Throws `NetworkProblem`, and writes it
 * down for `sourceStates`.
 */
export function fetchOlder(
	by: AccountUri,
	source: Source,
	signal: AbortSignal = never(),
	span?: number,
): Promise<{ added: number; end: boolean }> {
	return fetching(by, source, signal, async (ask) => {
		const timeline = timelineOf(source, by);
		const spans = await spansOf(by, timeline);
		const asked = span === undefined ? spans[0] : spans.find(({ id }) => id === span);
		if (span !== undefined && !asked) return { added: 0, end: true };
		if (asked && asked.older === undefined) return { added: 0, end: true };
		const { added } = asked
			? await ask({ type: 'older', span: asked.id }, { older: asked.older ?? '' })
			: await ask({ type: 'newest' }, undefined);
		const after = await spansOf(by, timeline);
		const now = asked ? after.find(({ id }) => id === asked.id) : after[0];
		const met = span !== undefined && after.length < spans.length;
		return { added, end: met || now?.older === undefined };
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
						const stored = await putSourcePage(by, source, { how, page, readAt });
						const { instead: text } = page;
						if (text) await noteFailure(by, timelineOf(source, by), source, { at: readAt, text });
						return { page, ...stored };
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
