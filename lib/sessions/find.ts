import type { Server } from '../model';
import { NetworkProblem } from '../networks';
import { type Address, addressOf } from './address';
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
	const address = addressOf(input);
	const networks = await surroundings().networks();
	let problem: NetworkProblem | undefined;
	for (const network of networks) {
		try {
			const found = await network.discover?.(address.typed, ioWithoutSession(signal));
			if (found) return found;
		} catch (error) {
			if (!(error instanceof NetworkProblem) || error.kind === 'cancelled') throw error;
			// Of two that did not find it, the one that can say more.
			if (!problem || (error.sentence && !problem.sentence)) problem = error;
		}
	}
	if (problem) throw await explained(problem, whereOf(problem, address), signal);
	const tried = networks.map(({ id }) => id);
	throw new ServerUnknown({ key: 'serverUnknown', parameters: { host: address.host } }, tried);
}

/** The origin that did not answer: what was typed may only lead to it. */
function whereOf({ host }: NetworkProblem, address: Address): string {
	return host === address.host && address.origin ? address.origin : `https://${host}`;
}
