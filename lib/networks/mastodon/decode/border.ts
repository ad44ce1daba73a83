import type { AccountUri, Instant, NetworkId } from '../../../model';

/** The name of this network in the model. */
export const MASTODON: NetworkId = 'mastodon';

/** What has to be known of where an answer comes from, to read it. */
export type Border = {
	/** My account through which it was asked for. */
	by: AccountUri;
	/** `https://chaos.example` */
	origin: string;
	/** What stands after the @ in handles of the server's own accounts; not always the host of `origin`. */
	domain: string;
	/** Name of the software as nodeinfo has it, in lower case; empty when unknown. */
	software: string;
	now: Instant;
};

/** Whether the answering server is where something known by this key lives; undefined when it is not. */
export function isOwn(key: string, { origin }: Border): true | undefined {
	return new URL(key).origin === origin || undefined;
}
