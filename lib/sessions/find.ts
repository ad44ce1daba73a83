import type { Server } from '../model';
import { NetworkProblem } from '../networks';
import { addressOf } from './address';
import { ioWithoutSession } from './io';
import { explained } from './permission';
import { ServerUnknown } from './problems';
import { surroundings } from './surroundings';

/**
 * Finds the server of what a person typed, whatever network it speaks. Throws `ServerUnknown` when what was typed is
 * no address or nobody there speaks a known network, `NetworkProblem` when no answer came; that is a
 * `PermissionNeeded` where only the browser keeps the answer from us.
 */
export async function findServer(
	input: string,
	signal: AbortSignal,
): Promise<{ server: Server; handle?: string }> {
	const { typed, host, origin } = addressOf(input);
	const { networks } = surroundings();
	let problem: NetworkProblem | undefined;
	for (const network of networks) {
		try {
			const found = await network.discover(typed, ioWithoutSession(signal));
			if (found) return found;
		} catch (error) {
			if (!(error instanceof NetworkProblem) || error.kind === 'cancelled') throw error;
			problem ??= error;
		}
	}
	if (problem) throw await explained(problem, origin, signal);
	const tried = networks.map(({ id }) => id);
	throw new ServerUnknown(
		{ key: 'serverUnknown', parameters: { host, tried: tried.join(', ') } },
		tried,
	);
}
