import type { AccountUri, Instant, Session } from '../model';
import { authoredIn, markAuthored } from './accounts';
import { announce } from './changes';
import { database, writing } from './database';
import type { SessionRow } from './live-schema';

/** All sign-ins with their secrets, in order of signing in. Only for lib/sessions. */
export async function readSessions(): Promise<SessionRow[]> {
	const rows = await (await database()).getAll('sessions');
	return rows.sort((a, b) => a.signedInAt - b.signedInAt || (a.account < b.account ? -1 : 1));
}

/** My accounts and their hosts, without secrets. */
export async function readMine(): Promise<{ account: AccountUri; host: string }[]> {
	return (await readSessions()).map(({ account, host }) => ({ account, host }));
}

export async function readSession(account: AccountUri): Promise<SessionRow | undefined> {
	return (await database()).get('sessions', account);
}

/**
 * Stores a sign-in that was just verified. Signing in again keeps the place in the order, and whatever else is
 * stored of the account.
 */
export async function putSession(session: Session, now: Instant): Promise<void> {
	await writing(async (db) => {
		const tx = db.transaction(['sessions', 'posts', 'liveSegments', 'dirty'], 'readwrite');
		const store = tx.objectStore('sessions');
		const before = await store.get(session.account);
		const signedInAt = before?.signedInAt ?? session.signedInAt;
		const chosen = before?.services && !session.services ? { services: before.services } : {};
		await store.put({ ...session, ...chosen, signedInAt, verifiedAt: now });
		if (!before) await markAuthored(authoredIn(tx), session.account);
		await tx.done;
	});
	announce('sessions');
}

/**
 * Changes a sign-in that is there; false when it is gone. A row that `change` returns as it was is not written, and
 * nobody is told.
 */
export async function updateSession(
	account: AccountUri,
	change: (session: SessionRow) => SessionRow,
): Promise<boolean> {
	const { found, written } = await writing(async (db) => {
		const tx = db.transaction('sessions', 'readwrite');
		const session = await tx.store.get(account);
		const next = session && change(session);
		if (next && next !== session) await tx.store.put(next);
		await tx.done;
		return { found: session !== undefined, written: next !== session };
	});
	if (written) announce('sessions');
	return found;
}
