import type { Account, Server, Session } from '../model';
import { type NetworkPart, NetworkProblem, networkOf, type SignInStart } from '../networks';
import {
	dropRegistrations,
	putAccounts,
	putPending,
	putRegistration,
	putSession,
	readPlans,
	readRegistration,
	readSession,
	takePending,
	writePlan,
} from '../store';
import { type Me, withoutSecret } from './asking';
import { ioWithoutSession, makeIo } from './io';
import { explained } from './permission';
import { SignInRefused } from './problems';
import { keepServer } from './servers';
import { surroundings } from './surroundings';

/**
 * First half of signing in: returns the server's form to open, and the `state` under which its answer is awaited for
 * half an hour; undefined when the server cannot lead back to `how.redirect`. Throws `SignInRefused` or `NetworkProblem`.
 */
export async function beginSignIn(
	server: Server,
	how: Omit<SignInStart, 'registration'>,
	signal: AbortSignal,
): Promise<{ url: string; state: string } | undefined> {
	const network = networkOf(server.network, await surroundings().networks());
	if (!network?.begin) throw impossible(server.host);
	const key = { network: server.network, host: server.host, redirect: how.redirect };
	const registration = await readRegistration(key);
	const io = makeIo(
		signal,
		{ reason: 'sign-in' },
		{ keep: (secret) => putRegistration(key, secret) },
	);
	try {
		const start = registration === undefined ? how : { ...how, registration };
		const begun = await network.begin(server, start, io);
		if (!begun) return undefined;
		const { url, pending } = begun;
		await keepServer(server);
		const { state, secret } = pending;
		const at = surroundings().now();
		await putPending({ state, at, network: network.id, host: server.host, secret });
		return { url, state };
	} catch (error) {
		throw error instanceof NetworkProblem ? await explained(error, server.origin, signal) : error;
	}
}

/**
 * Second half: takes the address that the server led back to, once, and stores session and account. Throws
 * `SignInRefused` when nothing waits for it, the person declined, or the server is not who it was when this account
 * signed in before; `NetworkProblem` when the server cannot be asked. The old session stays as it was then.
 */
export async function finishSignIn(callback: string, signal: AbortSignal): Promise<Me> {
	const { now, networks } = surroundings();
	const answer = URL.canParse(callback) ? new URL(callback).searchParams : undefined;
	const row = await takePending(answer?.get('state') ?? '', now());
	if (!row) throw new SignInRefused({ key: 'signInExpired' });
	const { host } = row;
	if (answer?.get('error') === 'access_denied') {
		throw new SignInRefused({ key: 'signInDenied', parameters: { host } });
	}
	const network = networkOf(row.network, await networks());
	if (!network?.finish) throw impossible(host);
	const { network: id, state, secret } = row;
	const pending = { network: id, host, state, secret };
	const { finish } = network;
	try {
		const finished = await finish(callback, pending, ioWithoutSession(signal, 'sign-in'));
		return await settled(network, finished, host, signal);
	} catch (error) {
		if (error instanceof NetworkProblem && /^(refused|forbidden)$/.test(error.kind)) {
			// The server may have forgotten the app: the next try registers it again.
			await dropRegistrations(row);
		}
		throw notMine(error, host);
	}
}

/** Where nobody is signed in yet, an answer of somebody else is an answer to another question. */
function notMine(error: unknown, host: string): unknown {
	const strange =
		error instanceof NetworkProblem && error.kind === 'stranger' && error.sentence === undefined;
	if (!strange) return error;
	const sentence = { key: 'signInNotMine', parameters: { host } };
	return new NetworkProblem('stranger', host, { sentence, cause: error });
}

/**
 * Signs in with a name and a password that was made for this app alone: it is sent to the server once, and kept nowhere.
 * Throws `SignInRefused` or `NetworkProblem`, as `finishSignIn` does.
 */
export async function enter(
	server: Server,
	how: { handle: string; password: string },
	signal: AbortSignal,
): Promise<Me> {
	const { host, origin } = server;
	const network = networkOf(server.network, await surroundings().networks());
	if (!network?.enter) throw impossible(host);
	try {
		const finished = await network.enter(server, how, ioWithoutSession(signal, 'sign-in'));
		await keepServer(server);
		return await settled(network, finished, host, signal);
	} catch (error) {
		const known = notMine(error, host);
		throw known instanceof NetworkProblem ? await explained(known, origin, signal) : known;
	}
}

type Finished = { session: Session; me: Account; server?: Server };

/** Stores a session, whose account may live at another host than was typed. */
async function settled(
	network: NetworkPart,
	{ session, me, server }: Finished,
	host: string,
	signal: AbortSignal,
): Promise<Me> {
	const there = session.host === (server?.host ?? host);
	if (!there || session.pin.account !== session.account || me.key !== session.account) {
		throw new NetworkProblem('stranger', host);
	}
	await refuseStranger(network, session, signal);
	if (server) await keepServer(server);
	await putAccounts([me]);
	await putSession(session, surroundings().now());
	await comeBack(session, host);
	return withoutSecret((await readSession(session.account)) ?? session);
}

/**
 * Whoever went somewhere to sign up, and signs in there, has come back. The account may live at another host than the
 * place: what was typed and the handle name that too.
 */
async function comeBack({ host, handle }: Session, typed: string): Promise<void> {
	const place = (await readPlans()).joining?.host;
	if (place === undefined) return;
	const names = [host, typed, handle.slice(-place.length - 1).replace(/^[.@]/, '')];
	if (names.includes(place)) await writePlan('joining', undefined);
}

/** An account that signs in again must find the server that it knows. */
async function refuseStranger(
	network: NetworkPart,
	session: Session,
	signal: AbortSignal,
): Promise<void> {
	const before = await readSession(session.account);
	if (!before || (before.pin.portable && session.pin.portable)) return;
	const { pin } = before;
	const sameKey = !pin.key || !session.pin.key || pin.key === session.pin.key;
	if (sameKey && pin.id === session.pin.id && before.host === session.host) return;
	await network.end?.(session, ioWithoutSession(signal, 'sign-in')).catch((error: unknown) => {
		// The token is dropped here and nobody else has it.
		if (!(error instanceof NetworkProblem)) throw error;
	});
	const { handle, host } = before;
	throw new SignInRefused({ key: 'signInStranger', parameters: { handle, host } });
}

function impossible(host: string): SignInRefused {
	return new SignInRefused({ key: 'signInImpossible', parameters: { host } });
}
