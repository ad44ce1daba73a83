import type { AccountUri } from '../model';
import { NetworkProblem } from '../networks';
import { asking, NotSignedIn, sessions } from '../sessions';
import { lookAtNotices, type NoticeRow, newNotices } from '../store';
import { never } from './locks';

/**
 * The person has looked at every notice that is stored. Servers that keep such a marker are told, so that other
 * programs agree; one that cannot be told learns it the next time.
 */
export async function lookedAtNotices(signal: AbortSignal = never()): Promise<void> {
	const looked = await lookAtNotices();
	const mine = (await sessions()).filter(({ features }) => features.includes('markers'));
	await Promise.all(
		mine.map(async ({ account }) => {
			const newest = looked.filter(({ by }) => by === account).reduce(newer, undefined);
			if (newest) await quietly(() => keep(account, newest.cursorId, signal));
		}),
	);
}

/** What another program of the person has shown is not new here either. Asks only where something is new. */
export async function followMarker(by: AccountUri, signal: AbortSignal): Promise<void> {
	const [me] = (await sessions()).filter(({ account }) => account === by);
	const fresh = (await newNotices()).some((row) => row.by === by);
	if (!fresh || !me?.features.includes('markers')) return;
	await quietly(async () => {
		const kept = await asking(
			by,
			async (network, session, io) => network.markers?.(session, io),
			signal,
		);
		const upTo = kept?.notices;
		if (upTo === undefined) return;
		await lookAtNotices((row) => row.by === by && inOrder(row.cursorId, upTo) <= 0);
	});
}

/** A marker never goes back: another program may have shown more than came here. */
async function keep(by: AccountUri, notices: string, signal: AbortSignal): Promise<void> {
	await asking(
		by,
		async (network, session, io) => {
			const kept = (await network.markers?.(session, io))?.notices;
			if (kept === undefined || inOrder(kept, notices) < 0)
				await network.keepMarkers?.(session, { notices }, io);
		},
		signal,
	);
}

/**
 * A marker is a convenience: what a server does wrong with it is nothing to tell the person. Returns whether it was
 * done.
 */
export async function quietly(work: () => Promise<unknown>): Promise<boolean> {
	try {
		await work();
		return true;
	} catch (error) {
		if (error instanceof NetworkProblem || error instanceof NotSignedIn) return false;
		throw error;
	}
}

function newer(best: NoticeRow | undefined, row: NoticeRow): NoticeRow {
	return best && inOrder(best.cursorId, row.cursorId) >= 0 ? best : row;
}

/** Ids of servers grow: in length, or in order. */
export function inOrder(a: string, b: string): number {
	return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
