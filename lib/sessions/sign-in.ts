import type { Server, Session } from '../model';
import { type Network, NetworkProblem, networkOf, type SignInStart } from '../networks';
import {
	dropRegistrations,
	putAccounts,
	putPending,
	putRegistration,
	putSession,
	readRegistration,
	readSession,
	takePending,
} from '../store';
import { type Me, withoutSecret } from './asking';
import { ioWithoutSession, makeIo } from './io';
import { explained } from './permission';
import { SignInRefused } from './problems';
import { keepServer } from './servers';
import { surroundings } from './surroundings';

/**
 * First half of signing in: returns the server's form to open, and the `state` under which its answer is awaited for
 * half an hour. Throws `SignInRefused` or `NetworkProblem`.
 */
export async function beginSignIn(
	server: Server,
	how: Omit<SignInStart, 'registration'>,
	signal: AbortSignal,
): Promise<{ url: string; state: string }> {
	const network = networkOf(server.network, surroundings().networks);
	if (!network?.begin) throw impossible(server.host);
	const key = { network: server.network, host: server.host, redirect: how.redirect };
	const registration = await readRegistration(key);
	const io = makeIo(signal, { keep: (secret) => putRegistration(key, secret) });
	try {
		const start = registration === undefined ? how : { ...how, registration };
		const { url, pending } = await network.begin(server, start, io);
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
	const network = networkOf(row.network, networks);
	if (!network?.finish) throw impossible(host);
	const { network: id, state, secret } = row;
	const finished = await network
		.finish(callback, { network: id, host, state, secret }, ioWithoutSession(signal))
		.catch(async (error: unknown) => {
			if (error instanceof NetworkProblem && /^(refused|forbidden)$/.test(error.kind)) {
				// The server may have forgotten the app: the next try registers it again.
				await dropRegistrations(row);
			}
			throw error;
		});
	const { session, me } = finished;
	if (
		session.host !== host ||
		session.pin.account !== session.account ||
		me.key !== session.account
	) {
		throw new NetworkProblem('stranger', host);
	}
	await refuseStranger(network, session, signal);
	await putAccounts([me]);
	await putSession(session, now());
	return withoutSecret((await readSession(session.account)) ?? session);
}

/** An account that signs in again must find the server that it knows. */
async function refuseStranger(
	network: Network,
	session: Session,
	signal: AbortSignal,
): Promise<void> {
	const before = await readSession(session.account);
	if (!before) return;
	const { pin } = before;
	const sameKey = !pin.key || !session.pin.key || pin.key === session.pin.key;
	if (sameKey && pin.id === session.pin.id && before.host === session.host) return;
	await network.end?.(session, ioWithoutSession(signal)).catch((error: unknown) => {
		// The token is dropped here and nobody else has it.
		if (!(error instanceof NetworkProblem)) throw error;
	});
	const { handle, host } = before;
	throw new SignInRefused({ key: 'signInStranger', parameters: { handle, host } });
}

function impossible(host: string): SignInRefused {
	return new SignInRefused({ key: 'signInImpossible', parameters: { host } });
}
