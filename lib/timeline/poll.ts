import type { AccountUri } from '../model';
import { NetworkProblem } from '../networks';
import { NotSignedIn } from '../sessions';
import { fetchNewer } from './fetch';
import { never } from './locks';
import { fetchNotices } from './notices';
import { homeSources } from './sources';

/**
 * Fetches what is new for every account that is signed in, home and notices, each by itself: a server that is slow or
 * down delays no other. What a server does wrong stands in `sourceStates`; whatever else fails is thrown at the end.
 */
export async function poll(signal: AbortSignal = never()): Promise<void> {
	const mine = await homeSources();
	const done = await Promise.allSettled(mine.map(({ by }) => pollOne(by, signal)));
	for (const one of done) if (one.status === 'rejected') throw one.reason;
}

/** The same for one account. */
export async function pollOne(by: AccountUri, signal: AbortSignal): Promise<void> {
	const done = await Promise.allSettled([
		fetchNewer(by, { kind: 'home' }, signal),
		fetchNotices(by, signal),
	]);
	for (const one of done) if (one.status === 'rejected') tolerate(one.reason, signal);
}

/** Problems with a server are written down where they belong. Throws everything else. */
export function tolerate(error: unknown, signal: AbortSignal): void {
	if (signal.aborted || error instanceof NetworkProblem || error instanceof NotSignedIn) return;
	throw error;
}
