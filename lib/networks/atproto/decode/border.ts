import type { AccountUri, Instant, NetworkId } from '../../../model';

/** The name of this network in the model. */
export const ATPROTO: NetworkId = 'atproto';

/** What has to be known of where an answer comes from, to read it. */
export type Border = {
	/** My account through which it was asked for: its DID. */
	by: AccountUri;
	/** Of my server: on its word files are fetched. */
	origin: string;
	now: Instant;
};
