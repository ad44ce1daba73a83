import type { Server } from '../../model';
import type { Io } from '../io';
import { NetworkProblem, type ProblemKind } from '../problem';
import { type DidDocument, pdsOf, readDid } from './did';
import { confirmed, didAtHost, didAtParent } from './handle';
import { shownDid } from './names';
import { look } from './server';
import { plcDirectory } from './settings';
import { readTyped } from './typed';

/** A host without such an API: a web site without CORS looks like no answer, or leads to another page. */
const SILENT: ReadonlySet<ProblemKind> = new Set(['unreachable', 'elsewhere']);

type Found = { server: Server; handle?: string };

/** Finds the server of a typed text (see `discover` of the contract). */
export async function discover(typed: string, io: Io): Promise<Found | undefined> {
	const read = readTyped(typed);
	if (!read) return undefined;
	if ('account' in read) {
		return read.account === 'did'
			? homeOf(await known(read.did, io), read.did, io)
			: byHandle(read.handle, io);
	}
	const { origin, handle, either } = read;
	const hint = handle === undefined ? {} : { handle };
	if (!either || handle === undefined) {
		const server = await look(origin, io);
		return server && { server, ...hint };
	}
	// First as a handle: a server answers under the names of its people as well as under its own.
	const did = await didAtHost(handle, io);
	if (did) return homeOf(await confirmed(handle, did, origin, io), handle, io);
	return byName(origin, handle, io);
}

/** A name that no account's host answered for: a server, else a handle that its parent domain may know. */
async function byName(origin: string, handle: string, io: Io): Promise<Found | undefined> {
	try {
		const server = await look(origin, io);
		return server && { server };
	} catch (caught) {
		if (!(caught instanceof NetworkProblem) || !SILENT.has(caught.kind)) throw caught;
		const did = await didAtParent(handle, io);
		if (did) return homeOf(await confirmed(handle, did, origin, io), handle, io);
		// Nobody answers there: a host that is down, or a name that only the DNS knows.
		throw new NetworkProblem('unreachable', caught.host, { sentence: unfound(handle) });
	}
}

async function byHandle(handle: string, io: Io): Promise<Found> {
	const did = (await didAtHost(handle, io)) ?? (await didAtParent(handle, io));
	if (!did) throw new NetworkProblem('missing', handle, { sentence: unfound(handle) });
	return homeOf(await confirmed(handle, did, `https://${handle}`, io), handle, io);
}

const unfound = (handle: string) => ({ key: 'handleNotFound', parameters: { handle } });

async function known(did: string, io: Io): Promise<DidDocument> {
	try {
		return await readDid(did, undefined, io);
	} catch (problem) {
		if (!(problem instanceof NetworkProblem) || problem.kind !== 'missing') throw problem;
		const parameters = { did: shownDid(did), host: problem.host };
		throw new NetworkProblem('missing', problem.host, {
			sentence: { key: 'accountNotKnown', parameters },
		});
	}
}

/** The server that an account's document names, which must be one. */
async function homeOf(document: DidDocument, handle: string, io: Io): Promise<Found> {
	const origin = pdsOf(document);
	const server = origin === undefined ? undefined : await look(origin, io);
	if (server) return { server, handle };
	const host = origin === undefined ? new URL(plcDirectory()).host : new URL(origin).host;
	throw new NetworkProblem('refused', host, {
		sentence: { key: 'accountWithoutServer', parameters: { handle: shownDid(handle) } },
	});
}
