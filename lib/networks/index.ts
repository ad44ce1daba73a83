// Networks: the contract that every adapter passes, and the adapters. An adapter touches nothing but its `io`.
// May import lib/model, lib/text and lib/texts.
import type { NetworkId } from '../model';
import { mastodon } from './mastodon';
import type { Network } from './network';

export type * from './io';
export type * from './network';
export { NetworkProblem } from './problem';
export { backoff } from './rate';

/** Every network there is, in the order in which an address is tried. One line each. */
export const NETWORKS: readonly Network[] = [mastodon];

export function networkOf(
	id: NetworkId,
	networks: readonly Network[] = NETWORKS,
): Network | undefined {
	return networks.find((network) => network.id === id);
}
