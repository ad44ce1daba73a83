import type { Session } from '../model';
import {
	type Io,
	type NetworkPart,
	NetworkProblem,
	type Reacted,
	type Reaction,
} from '../networks';

/** What `asking` does for an action. A network without actions refuses them all. */
export function reacting(reaction: Reaction) {
	return async (network: NetworkPart, session: Session, io: Io): Promise<Reacted> => {
		if (!network.react) throw new NetworkProblem('refused', session.host);
		return network.react(session, reaction, io);
	};
}
