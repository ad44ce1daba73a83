import type { AccountUri, Session } from '../model';
import { NetworkProblem, networkOf } from '../networks';
import { dropRegistrations, purgeAccount, readSessions } from '../store';
import { ioWithoutSession } from './io';
import { surroundings } from './surroundings';

/** Somebody may wait for it; the token is gone from here already. */
const TELLING_MS = 10_000;

/**
 * Signs out: the token and what belongs to the sign-in are deleted together, so that whoever closes the page now leaves
 * nothing behind; then the server is told to forget it. `posts` keeps posts that were read; `nothing` keeps none that
 * no other account saw. `revoked` is false when the server could not be told: then the token lives on there until it is
 * revoked in its settings.
 */
export async function signOut(
	account: AccountUri,
	keep: 'posts' | 'nothing',
): Promise<{ revoked: boolean }> {
	const posts = keep === 'posts';
	const session = await purgeAccount(account, { posts });
	try {
		return { revoked: session !== undefined && (await revoke(session)) };
	} finally {
		// Whoever fetches for this account holds the lock and has just been told to stop; what it still wrote goes too,
		// unless the person has signed in again meanwhile.
		await surroundings()
			.locked(`sync:${account}`, new AbortController().signal, () =>
				purgeAccount(account, { posts, unlessSignedIn: true }),
			)
			.catch((error: unknown) => reportError(error));
		if (session && keep === 'nothing') await forgetApp(session);
	}
}

/**
 * Signs out of everything and keeps nothing, each by itself. Returns the hosts that could not be told; whatever else
 * goes wrong with one holds up no other, and is reported where the browser reports errors.
 */
export async function signOutEverywhere(): Promise<{ notTold: readonly string[] }> {
	const all = await readSessions();
	const done = await Promise.allSettled(all.map(({ account }) => signOut(account, 'nothing')));
	const notTold = done.flatMap((one, i) => {
		if (one.status === 'rejected') reportError(one.reason);
		return one.status === 'fulfilled' && one.value.revoked ? [] : (all[i]?.host ?? []);
	});
	return { notTold: [...new Set(notTold)] };
}

async function revoke(session: Session): Promise<boolean> {
	const network = networkOf(session.network, await surroundings().networks());
	// A host that answers as somebody else gets no token, not even to forget it.
	if (session.state === 'stranger' || !network?.end) return false;
	try {
		await network.end(session, ioWithoutSession(AbortSignal.timeout(TELLING_MS), 'sign-in'));
		return true;
	} catch (error) {
		if (!(error instanceof NetworkProblem)) throw error;
		return error.kind === 'ended';
	}
}

async function forgetApp({ network, host }: Session): Promise<void> {
	const others = await readSessions();
	if (others.some((one) => one.network === network && one.host === host)) return;
	await dropRegistrations({ network, host });
}
