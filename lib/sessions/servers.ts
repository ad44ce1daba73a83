import type { Server } from '../model';
import { NetworkProblem, networkOf } from '../networks';
import { putServer, readBudgets, readServer, type ServerRow } from '../store';
import { ioWithoutSession } from './io';
import { explained } from './permission';
import { ServerUnknown } from './problems';
import { surroundings } from './surroundings';

/** A server as it was last read. Topic `servers`. */
export const server = readServer;
/** What was asked of each server, and what may be. Topic `budgets`. */
export const budgets = readBudgets;

/** Reads a known server again: rules, limits, features. Throws `NetworkProblem`, or `ServerUnknown` when it is not stored. */
export async function refreshServer(
	host: string,
	signal: AbortSignal = new AbortController().signal,
): Promise<ServerRow> {
	const known = await readServer(host);
	const network = known && networkOf(known.network, await surroundings().networks());
	if (!known || !network?.refresh)
		throw new ServerUnknown({ key: 'serverNotAnAddress', parameters: { typed: host } });
	try {
		return await keepServer(await network.refresh(known, ioWithoutSession(signal)));
	} catch (error) {
		throw error instanceof NetworkProblem ? await explained(error, known.origin, signal) : error;
	}
}

/** Stores a server that was just read, with the time that its last answer took. */
export async function keepServer(server: Server): Promise<ServerRow> {
	const ms = (await readBudgets()).find(({ host }) => host === server.host)?.times[0];
	const row = { ...server, ...(ms === undefined ? {} : { ms }) };
	await putServer(row);
	return row;
}
