// Networks: the contract that every adapter passes; the adapters have a door of their own (adapters.ts), so that what
// only reads the store need not carry them. An adapter touches nothing but its `io`.
// May import lib/model, lib/text and lib/texts.
import type { NetworkId } from '../model';
import type { NetworkPart } from './network';

export { mayContact } from './address';
export type * from './io';
export { mentionsOn } from './mentions';
export type * from './network';
export { NetworkProblem } from './problem';
export { profileAt } from './profiles';
export { backoff } from './rate';
export { ARCHIVED, networkTitle } from './titles';

export function networkOf<Part extends NetworkPart>(
	id: NetworkId,
	networks: readonly Part[],
): Part | undefined {
	return networks.find((network) => network.id === id);
}
