import type { Account, Server, Session } from '../../model';
import type { Io } from '../io';
import { record, text } from '../json';
import { NetworkProblem } from '../problem';
import { ATPROTO } from './decode/border';
import { type DidDocument, pdsOf, readDid } from './did';
import { meOf } from './me';
import { isHandle } from './names';
import type { Secret } from './secret';
import { keptOf, look } from './server';
import { xrpc } from './xrpc';

/** Where an account lives, by its own document, and what answers there. */
export type Home = { document: DidDocument; server: Server };

/**
 * The account that a server says has just signed in, once its own document is read: the document names its home,
 * and a server of this network answers there. `by` is the server that says so; known servers are not read again.
 */
export async function homeOf(did: string, by: Server | string, io: Io): Promise<Home> {
	const origin = typeof by === 'string' ? by : by.origin;
	const document = await readDid(did, origin, io);
	const home = pdsOf(document, origin);
	const { host } = new URL(origin);
	if (home === undefined) throw new NetworkProblem('stranger', host);
	const server = typeof by !== 'string' && home === origin ? by : await look(home, io);
	if (!server) throw new NetworkProblem('broken', new URL(home).host);
	return { document, server };
}

/**
 * A session at its home, after the home itself took the token and named the same account. Throws `stranger` when it names another one.
 */
export async function opened(
	{ document, server }: Home,
	made: Pick<Session, 'way' | 'scopes'> & { secret: Secret; endsAt: number },
	io: Io,
): Promise<{ session: Session; me: Account }> {
	const { host, origin, features } = server;
	const { did } = document;
	const { secret, ...how } = made;
	const session: Session = {
		account: did,
		network: ATPROTO,
		host,
		origin,
		handle: did,
		pin: { id: did, account: did, key: keptOf(server).did, portable: true },
		state: 'active',
		signedInAt: io.now(),
		features,
		secret,
		...how,
	};
	// A token that is over already is none to begin with.
	const renew: Io['renew'] = () => Promise.reject(new NetworkProblem('refused', host));
	const once: Io = { ...io, renew };
	const handle = await handleHere(session, document, once);
	return { session: { ...session, handle }, me: await meOf(session, handle, once) };
}

/** com.atproto.server.getSession: who the token belongs to, and the handle if the account's document claims it. */
export async function handleHere(
	session: Session,
	document: Pick<DidDocument, 'handles'> | undefined,
	io: Io,
): Promise<string> {
	const json = record(await xrpc(session, io).get('com.atproto.server.getSession'));
	if (!json) throw new NetworkProblem('broken', session.host);
	if (json['did'] !== session.account) throw new NetworkProblem('stranger', session.host);
	const handle = text(json['handle']).toLowerCase();
	const claimed = document ? document.handles.includes(handle) : handle === session.handle;
	return claimed && isHandle(handle) ? handle : session.account;
}
