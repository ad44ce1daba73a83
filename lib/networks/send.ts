// The second door of lib/networks: what makes posts appear on a network. Importable by lib/outbox alone, so that
// nothing appears anywhere that was not judged and stored before (tests/contract holds the steps to their word).
import type { NetworkId } from '../model';
import { sender as atproto } from './atproto/send';
import { sender as mastodon } from './mastodon/send';
import type { Sender } from './sender';

export type * from './sender';

const SENDERS: Readonly<Record<NetworkId, Sender>> = { mastodon, atproto };

export function senderOf(network: NetworkId): Sender | undefined {
	return Object.hasOwn(SENDERS, network) ? SENDERS[network] : undefined;
}
