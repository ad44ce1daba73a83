import type { AccountUri, Pin, Session } from '../../model';
import { mayContact } from '../address';
import { ask } from '../http';
import type { Io } from '../io';
import { record, text } from '../json';
import { NetworkProblem } from '../problem';
import { sha256 } from '../sha256';
import { ifThere } from './nodeinfo';
import { actorOf } from './split';

// What a host can be noticed by that is no longer the one I signed in to, before my token goes there:
//
// - The actor of my account, read without a token, has another public key or another id. Whoever buys a domain that
//   ran out, or sets up a new server under an old name, makes new keys.
// - Where actors cannot be read (authorized fetch, no CORS), WebFinger leads to another actor for my handle.
// - Neither is there any more, though one was at sign-in: whoever answers does not know me.
//
// What cannot be noticed: somebody who takes over the domain and copies those public documents to the letter. The
// API has no way to have a server sign something with the actor's key. Such a host gets the token once, at the first
// question; the account that it then claims must have the same id and address, and an old token means nothing to a
// server that did not make it. A server that changes its keys on purpose looks like a stranger too: signing in again
// is then the way on.

const ACTIVITY = 'application/activity+json';

/** An actor's key, or that its server says it is gone; undefined when it cannot be read. */
type Actor = { id: string; key: string } | 'gone' | undefined;

async function readActor(account: AccountUri, origin: string, io: Io): Promise<Actor> {
	if (!URL.canParse(account) || !mayContact(new URL(account), origin)) return undefined;
	try {
		const { json, status } = await ask(io, {
			origin,
			url: account,
			headers: { accept: ACTIVITY },
			maxBytes: 256 * 1024,
			pass: [410],
		});
		if (status === 410) return 'gone';
		const actor = record(json);
		const pem = text(record(actor?.['publicKey'])?.['publicKeyPem']).trim();
		return pem ? { id: text(actor?.['id']), key: `key:${await sha256(pem)}` } : undefined;
	} catch (problem) {
		// A server that is down or busy cannot be judged now; anything else is a document that is not for us.
		if (!(problem instanceof NetworkProblem) || ASK_LATER.has(problem.kind)) throw problem;
		return undefined;
	}
}

const ASK_LATER = new Set(['offline', 'slow', 'busy', 'cancelled']);

/** What is seen of an account without a token, to be compared later; undefined where nothing is. */
export async function evidence(
	origin: string,
	account: AccountUri,
	handle: string,
	io: Io,
): Promise<Pin['key']> {
	const actor = await readActor(account, origin, io);
	if (actor && actor !== 'gone' && actor.id === account) return actor.key;
	const named = await ifThere(actorOf(origin, handle, io));
	return named === undefined ? undefined : `name:${await sha256(named)}`;
}

/**
 * Compares what the host shows without a token with what it showed at sign-in. Throws `stranger` when it is another
 * or does not know the account, `ended` when the account is said to be gone, and otherwise as `ask` does when it cannot
 * be seen at all. Sends no token.
 */
export async function checkHost(session: Session, io: Io): Promise<void> {
	const { pin, origin, host, handle } = session;
	if (pin.key === undefined) return;
	const byKey = pin.key.startsWith('key:');
	const actor = byKey ? await readActor(pin.account, origin, io) : undefined;
	if (actor === 'gone') throw new NetworkProblem('ended', host);
	if (actor) {
		if (actor.id !== pin.account || actor.key !== pin.key)
			throw new NetworkProblem('stranger', host);
		return;
	}
	const named = await actorOf(origin, handle, io).catch((problem: unknown) => {
		throw unnamed(problem, host);
	});
	if (named === undefined) throw new NetworkProblem('stranger', host);
	const same = byKey ? named === pin.account : `name:${await sha256(named)}` === pin.key;
	if (!same) throw new NetworkProblem('stranger', host);
}

/** Only a clear "there is no such name" makes a stranger of a host: one that is down or shut may be itself again. */
function unnamed(problem: unknown, host: string): unknown {
	if (!(problem instanceof NetworkProblem)) return problem;
	const { kind } = problem;
	if (kind === 'missing') return new NetworkProblem('stranger', host);
	// No token was sent, so this says nothing of the session.
	return kind === 'ended' ? new NetworkProblem('refused', host) : problem;
}
