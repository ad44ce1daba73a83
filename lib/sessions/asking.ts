import type { AccountUri, Session } from '../model';
import { type Io, type NetworkPart, NetworkProblem, networkOf, type Renewed } from '../networks';
import {
	onChange,
	putAccounts,
	readSession,
	readSessions,
	type SessionRow,
	updateSession,
} from '../store';
import { makeIo } from './io';
import { explained } from './permission';
import { NotSignedIn, SessionOver } from './problems';
import { surroundings } from './surroundings';

/** A sign-in of mine as everybody may know it. */
export type Me = Omit<Session, 'secret'>;

const VERIFIED_FOR_MS = 15 * 60_000;
const PREFERENCES_FOR_MS = 24 * 60 * 60_000;

/** The networks that this process speaks. */
export function networks(): Promise<readonly NetworkPart[]> {
	return surroundings().networks();
}

/** My sign-ins, in order of signing in, without their secrets. Topic `sessions`. */
export async function sessions(): Promise<Me[]> {
	return (await readSessions()).map(withoutSecret);
}

export function withoutSecret({ secret: _, verifiedAt: __, ...me }: SessionRow): Me {
	return me;
}

/**
 * Does one piece of work as one of my accounts: the one way to use a session. First makes sure, every quarter of an hour and after
 * every time that nobody answered, that the server is still who it was. A session that the server no longer takes, or
 * whose server answers as somebody else, is stored as such and refused from then on without a request. Work in
 * progress ends when the person signs out. Throws `NetworkProblem`, `NotSignedIn`, and what `work` throws.
 */
export async function asking<T>(
	account: AccountUri,
	work: (network: NetworkPart, session: Session, io: Io) => Promise<T>,
	signal: AbortSignal = new AbortController().signal,
): Promise<T> {
	const session = await readSession(account);
	if (!session) throw new NotSignedIn('no such session');
	if (session.state !== 'active') throw new SessionOver(session.state, session);
	const network = networkOf(session.network, await surroundings().networks());
	if (!network) throw new NotSignedIn(`no network ${session.network}`);
	const held = { session };
	const watched = whileSignedIn(account, signal);
	const renew: Io['renew'] = (make) => renewed(held, make, watched.signal);
	const io = makeIo(watched.signal, { account }, { renew });
	try {
		await verified(network, held, io);
		return await work(network, held.session, io);
	} catch (error) {
		throw await judged(error, held.session, watched.signal);
	} finally {
		watched.release();
	}
}

/**
 * Single-flight over all pages: a refresh token that is used twice ends the session. What was renewed is stored also
 * when the person has just left, or nobody could end it any more.
 */
async function renewed<Secret>(
	held: { session: SessionRow },
	make: (secret: unknown) => Promise<Renewed<Secret>>,
	signal: AbortSignal,
): Promise<Secret> {
	const { account } = held.session;
	return surroundings().locked(`secret:${account}`, signal, async () => {
		const row = await readSession(account);
		if (!row) throw new NotSignedIn('signed out');
		const { secret, endsAt } = await make(row.secret);
		const renewal = { secret, ...(endsAt === undefined ? {} : { endsAt }) };
		if (secret !== row.secret) await updateSession(account, (now) => ({ ...now, ...renewal }));
		held.session = { ...held.session, ...renewal };
		return secret;
	});
}

/** A signal that also aborts when the account signs out, in whatever tab. */
function whileSignedIn(account: AccountUri, outer: AbortSignal) {
	const gone = new AbortController();
	const look = async () => {
		if (!(await readSession(account))) gone.abort(new NotSignedIn('signed out'));
	};
	const release = onChange(['sessions'], () => {
		// A store that cannot be read any more is no ground to go on.
		look().catch((error: unknown) => gone.abort(error));
	});
	return { signal: AbortSignal.any([outer, gone.signal]), release };
}

function isVerified({ verifiedAt }: SessionRow): boolean {
	const now = surroundings().now();
	return verifiedAt !== undefined && verifiedAt <= now && now - verifiedAt < VERIFIED_FOR_MS;
}

/** One page at a time asks who the session belongs to; the others find it answered. */
async function verified(
	network: NetworkPart,
	held: { session: SessionRow },
	io: Io,
): Promise<void> {
	const { account } = held.session;
	const isReady = (row: SessionRow) => isVerified(row) && !wantsPreferences(network, row);
	if (isReady(held.session) || !network.verify) return;
	const { locked, now } = surroundings();
	await locked(`verify:${account}`, io.signal, async () => {
		const row = await readSession(account);
		if (!row) throw new NotSignedIn('signed out');
		if (row.state !== 'active') throw new SessionOver(row.state, row);
		held.session = row;
		if (isReady(row)) return;
		const me = await network.verify?.(row, io);
		if (!me || me.key !== row.pin.account) throw new NetworkProblem('stranger', row.host);
		const preferences = wantsPreferences(network, row) ? await readAnew(network, held, io) : {};
		held.session = { ...held.session, ...preferences };
		await updateSession(account, (stored) => ({ ...stored, verifiedAt: now(), ...preferences }));
		await putAccounts([me]);
	});
}

function wantsPreferences({ preferences }: NetworkPart, row: SessionRow): boolean {
	if (!preferences) return false;
	const age = surroundings().now() - (row.preferences?.readAt ?? 0);
	return age < 0 || age >= PREFERENCES_FOR_MS;
}

/** Nothing hangs on preferences: where they cannot be read, the old ones hold until the next time. */
async function readAnew(
	network: NetworkPart,
	{ session }: { session: SessionRow },
	io: Io,
): Promise<Pick<Session, 'preferences'>> {
	const { now } = surroundings();
	try {
		const value = await network.preferences?.(session, io);
		return { preferences: { readAt: now(), value } };
	} catch (problem) {
		const over =
			!(problem instanceof NetworkProblem) || /^(cancelled|ended|stranger)$/.test(problem.kind);
		if (over) throw problem;
		const readAt = now() - PREFERENCES_FOR_MS + VERIFIED_FOR_MS;
		return { preferences: { readAt, value: session.preferences?.value } };
	}
}

function unverified(row: SessionRow): SessionRow {
	if (row.verifiedAt === undefined) return row;
	const { verifiedAt: _, ...rest } = row;
	return rest;
}

/** Stores what an error says of the session, and returns the error that leaves the room. */
async function judged(error: unknown, session: SessionRow, signal: AbortSignal): Promise<unknown> {
	if (signal.reason instanceof NotSignedIn) return signal.reason;
	if (error instanceof SessionOver) return error;
	if (!(error instanceof NetworkProblem)) {
		return signal.aborted ? new NetworkProblem('cancelled', session.host, { cause: error }) : error;
	}
	if (error.kind === 'ended' || error.kind === 'stranger') {
		const state = error.kind;
		await updateSession(session.account, (row) =>
			// The person may have signed in again meanwhile: that one has not ended.
			JSON.stringify(row.secret) === JSON.stringify(session.secret) ? { ...row, state } : row,
		);
		return new SessionOver(state, session, error.sentence);
	}
	if (error.kind === 'unreachable' || error.kind === 'offline') {
		await updateSession(session.account, unverified);
		return explained(error, session.origin, signal);
	}
	return error;
}
