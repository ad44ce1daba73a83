import type { Account, Session } from '../../model';
import { ask } from '../http';
import type { Io } from '../io';
import { NetworkProblem } from '../problem';
import { describeServer } from './describe';
import { type DidDocument, pdsOf, readDid } from './did';
import { meOf } from './me';
import { askProven } from './proven';
import { refused } from './said';
import { sessionSecret } from './secret';
import { handleHere } from './self';

// What a host can be noticed by that no longer keeps my account, before my token goes there:
//
// - The account's own document, which the directory or the account's own domain keeps, names another server.
// - The host answers as another server than at sign-in, or as none.
//
// What cannot be noticed: whoever takes over the domain of a server answers under the same DID, as that is made of
// the domain. While the account's document names that domain, it is the account's server.

/** First what needs no token, then who the token belongs to. */
export async function verify(session: Session, io: Io): Promise<Account> {
	const { host, origin, pin } = session;
	const document = await documentOf(session, io);
	const home = document && pdsOf(document, origin);
	if (document && home !== origin) throw moved(session, home);
	const description = await describeServer(origin, io);
	// A page in HTML may be a server under repair: it is nobody yet, and gets no token.
	if (!description) throw new NetworkProblem('broken', host);
	if (pin.key !== undefined && description.did !== pin.key)
		throw new NetworkProblem('stranger', host);
	return meOf(session, await handleHere(session, document, io), io);
}

function moved({ host, handle }: Session, home: string | undefined): NetworkProblem {
	const sentence =
		home === undefined
			? undefined
			: { key: 'accountMoved', parameters: { handle, host, home: new URL(home).host } };
	return new NetworkProblem('ended', host, sentence ? { sentence } : {});
}

/**
 * Undefined while the directory or the account's own domain does not answer: reading does not hang on it, and the
 * server is still compared with what it was.
 */
async function documentOf(
	{ account, origin, host }: Session,
	io: Io,
): Promise<DidDocument | undefined> {
	try {
		return await readDid(account, origin, io);
	} catch (problem) {
		if (!(problem instanceof NetworkProblem)) throw problem;
		// The directory says so of an account that was given up.
		if (problem.kind === 'missing') throw new NetworkProblem('ended', host);
		if (/^(offline|cancelled)$/.test(problem.kind)) throw problem;
		return undefined;
	}
}

/** Makes the server forget the session: RFC 7009, or com.atproto.server.deleteSession. */
export async function end(session: Session, io: Io): Promise<void> {
	const { token, refresh, oauth } = sessionSecret(session);
	if (oauth) {
		if (oauth.revoke === undefined) throw new NetworkProblem('refused', session.host);
		const form = { token: refresh, client_id: oauth.clientId };
		const secrets = [token, refresh];
		const { key, revoke } = oauth;
		// Without a proof of its key the reference server answers 200 and keeps the session.
		const answer = await askProven(io, { url: revoke, key, body: { form }, secrets });
		if (answer.status >= 400) throw refused(answer, session.host, { secrets });
		return;
	}
	await ask(io, {
		origin: session.origin,
		path: '/xrpc/com.atproto.server.deleteSession',
		method: 'POST',
		token: refresh,
		secrets: [token],
	});
}
