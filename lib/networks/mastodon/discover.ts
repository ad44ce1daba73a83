import type { Server } from '../../model';
import { ask } from '../http';
import type { Io } from '../io';
import type { Json } from '../json';
import { NetworkProblem, type ProblemKind } from '../problem';
import { isInstance, readInstance } from './instance';
import { readNodeInfo } from './nodeinfo';
import { otherOrigin } from './split';
import { readTyped } from './typed';

/** A host without such an API: a web site without CORS looks like no answer, or leads to another page. */
const SILENT: ReadonlySet<ProblemKind> = new Set(['unreachable', 'elsewhere']);

type Found = { server: Server; handle?: string };

/**
 * Finds the server of a typed text (see `discover` of the contract). First the host itself is asked; where nothing
 * of this API answers, the host may only stand in people's names, and its well-known documents name the server.
 */
export async function discover(typed: string, io: Io): Promise<Found | undefined> {
	const place = readTyped(typed);
	if (!place) return undefined;
	const hint = place.handle === undefined ? {} : { handle: place.handle };
	let problem: NetworkProblem | undefined;
	try {
		const server = await look(place.origin, io);
		if (server) return { server, ...hint };
	} catch (caught) {
		// A name alone often has a web site without CORS, which looks like no answer.
		if (!(caught instanceof NetworkProblem) || !SILENT.has(caught.kind)) throw caught;
		problem = caught;
	}
	const other = await otherOrigin(place, io);
	const server = other === undefined ? undefined : await look(other, io);
	if (server) return { server, ...hint };
	if (problem) throw problem;
	return undefined;
}

/** Reads a known server again. One that no longer speaks this API is `broken`. */
export async function refresh(
	{ origin, host }: Pick<Server, 'origin' | 'host'>,
	io: Io,
): Promise<Server> {
	const server = await look(origin, io);
	if (!server) throw new NetworkProblem('broken', host);
	return server;
}

/** Undefined when what answers there speaks something else. */
async function look(origin: string, io: Io): Promise<Server | undefined> {
	const json =
		(await instance(origin, '/api/v2/instance', io)) ??
		(await instance(origin, '/api/v1/instance', io));
	if (json === undefined) return undefined;
	const nodeinfo = await readNodeInfo(origin, io);
	if (json !== 'closed') return readInstance(origin, { json, nodeinfo }, io.now());
	// It shows itself to its own people alone; nodeinfo is then the one proof that it speaks this API.
	if (!nodeinfo) return undefined;
	const { host } = new URL(origin);
	const bare = {
		domain: host,
		version: nodeinfo.version,
		configuration: { limited_federation: true },
	};
	return readInstance(origin, { json: bare, nodeinfo }, io.now());
}

async function instance(
	origin: string,
	path: string,
	io: Io,
): Promise<Json | 'closed' | undefined> {
	try {
		const { json } = await ask(io, { origin, path });
		return isInstance(json) ? json : undefined;
	} catch (problem) {
		if (!(problem instanceof NetworkProblem)) throw problem;
		if (problem.kind === 'forbidden') return 'closed';
		// Without a status the answer did not arrive whole: that says nothing of what speaks there.
		const { kind, status = 500 } = problem;
		const other = kind === 'missing' || kind === 'broken' || kind === 'refused';
		if (other && status < 500) return undefined;
		throw problem;
	}
}
