import { NetworkProblem, networkOf, type Paper } from '../networks';
import { readServer, type ServerRow } from '../store';
import { findServer } from './find';
import { ioWithoutSession } from './io';
import { explained } from './permission';
import { keepServer, keepTerms, refreshServer } from './servers';
import { surroundings } from './surroundings';

/** A row younger than this need not be read again: the page that asks has just done so. */
const FRESH_MS = 5 * 60_000;

/**
 * What a server publishes of itself, with the server as it is now. One that is not stored is found first, and stored. Its
 * terms stand for the rules of a server that lists none.
 * Throws `NetworkProblem` and `ServerUnknown`.
 */
export async function readPapers(
	host: string,
	signal: AbortSignal,
): Promise<{ server: ServerRow; papers: readonly Paper[] }> {
	const known = await readServer(host);
	const age = surroundings().now() - (known?.readAt ?? 0);
	const server =
		known === undefined
			? await keepServer((await findServer(host, signal)).server)
			: age >= 0 && age < FRESH_MS
				? known
				: await refreshServer(host, signal);
	const network = networkOf(server.network, await surroundings().networks());
	if (!network?.papers) return { server, papers: [] };
	try {
		const papers = await network.papers(server, ioWithoutSession(signal));
		return { server: await keepTerms(server, papers), papers };
	} catch (error) {
		throw error instanceof NetworkProblem ? await explained(error, server.origin, signal) : error;
	}
}
