import { ask } from '../http';
import type { Io } from '../io';
import { record, text } from '../json';
import { NetworkProblem } from '../problem';
import { describeServer } from './describe';
import { type DidDocument, readDid } from './did';
import { isDid } from './names';

/** What there is to be told from "nobody has this name": the server is down, or the person stopped. */
const ASK_LATER = new Set(['offline', 'cancelled', 'busy']);

/**
 * The DID that a handle's own host names (https://atproto.com/specs/handle#handle-resolution). Undefined when it
 * names none, or its answer is closed to us.
 */
export async function didAtHost(handle: string, io: Io): Promise<string | undefined> {
	const url = `https://${handle}/.well-known/atproto-did`;
	const answer = await tolerant(ask(io, { url, accept: 'text', maxBytes: 4096 }));
	const did = answer?.text.trim() ?? '';
	return isDid(did) ? did : undefined;
}

/**
 * The DID that the server of the handle's parent domain knows: names in the DNS cannot be read from here, and most
 * handles stand below the name of their server. Undefined when that is no server, or does not know the handle.
 */
export async function didAtParent(handle: string, io: Io): Promise<string | undefined> {
	const parent = handle.slice(handle.indexOf('.') + 1);
	if (!parent.includes('.')) return undefined;
	const origin = `https://${parent}`;
	if (!(await tolerant(describeServer(origin, io)))) return undefined;
	return didAtServer(handle, origin, io);
}

/** The DID that a server knows a handle by; any server may be asked, and none of them is believed alone. */
async function didAtServer(handle: string, origin: string, io: Io): Promise<string | undefined> {
	const path = '/xrpc/com.atproto.identity.resolveHandle';
	const answer = await tolerant(ask(io, { origin, path, query: { handle } }));
	const did = text(record(answer?.json)?.['did']);
	return isDid(did) ? did : undefined;
}

/** Reads the account's document, which must claim the handle that led to it. */
export async function confirmed(
	handle: string,
	did: string,
	home: string,
	io: Io,
): Promise<DidDocument> {
	const document = await readDid(did, home, io);
	if (document.handles.includes(handle)) return document;
	throw new NetworkProblem('refused', new URL(home).host, {
		sentence: { key: 'handleNotClaimed', parameters: { handle } },
	});
}

async function tolerant<T>(asked: Promise<T>): Promise<T | undefined> {
	try {
		return await asked;
	} catch (problem) {
		if (!(problem instanceof NetworkProblem) || ASK_LATER.has(problem.kind)) throw problem;
		return undefined;
	}
}
