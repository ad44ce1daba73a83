import type { AccountUri, Relationship } from '../model';
import { asking } from '../sessions';
import {
	purgePeople,
	putRelationships,
	readAccounts,
	readRelationship,
	replaceRelationship,
} from '../store';
import { reacting } from './capability';
import { fetchPerson } from './person';

export type Relating = { type: 'follow' | 'mute' | 'block'; on: boolean };

/**
 * Follows, mutes or blocks somebody, or stops it: at once in the store; undone, and thrown on, when the server does
 * not agree. After a block or a mute what they wrote is purged as far as I alone saw it. Returns what the server says
 * is so now. Throws `NetworkProblem`.
 */
export async function relate(
	by: AccountUri,
	account: AccountUri,
	change: Relating,
	signal?: AbortSignal,
): Promise<Relationship> {
	const before = await standing(by, account, signal);
	const wished = await changed(before, change);
	await putRelationships([wished]);
	let now: Relationship;
	try {
		const { relationship } = await asking(
			by,
			reacting({ ...change, account: { account, localId: before.localId } }),
			signal,
		);
		now = relationship ?? wished;
	} catch (error) {
		// Not where another answer came in between: that one is newer.
		await replaceRelationship(wished, before);
		throw error;
	}
	await putRelationships([now]);
	if (change.on && change.type !== 'follow') {
		await purgePeople(by, new Set([account]), change.type);
	}
	return now;
}

/** What stands between two accounts, asked for where it is not stored: an action needs the server's own id. */
export async function standing(
	by: AccountUri,
	account: AccountUri,
	signal?: AbortSignal,
): Promise<Relationship> {
	const stored = await readRelationship(by, account);
	if (stored) return stored;
	await fetchPerson({ account }, by, signal);
	return (await readRelationship(by, account)) ?? { by, account, localId: '' };
}

async function changed(before: Relationship, { type, on }: Relating): Promise<Relationship> {
	const { following, requested, ...stranger } = before;
	if (type === 'follow') {
		const locked = (await readAccounts([before.account])).get(before.account)?.locked;
		if (!on) return stranger;
		return locked && !following ? { ...before, requested: true } : { ...before, following: true };
	}
	if (type === 'block') {
		const { followedBy: _, requestedBy: __, blocking: ___, ...rest } = stranger;
		if (on) return { ...rest, blocking: true };
		const { blocking: ____, ...open } = before;
		return open;
	}
	const { muting: _, mutingNotices: __, ...heard } = before;
	return on ? { ...heard, muting: true, mutingNotices: true } : heard;
}
