import type { Post, Session, Source, View } from '../../../lib/model';
import { type Network, networkOf, type Page } from '../../../lib/networks';
import { NETWORKS } from '../../../lib/networks/adapters';
import { recordingIo } from '../../contract/io';
import { needed } from '../../contract/sign-in';
import { HOSTED } from '../../fixtures/hosted';
import { walkAuthorize } from './authorize';
import type { Reference } from './index';
import type { Ref } from './people';
import { referenceFetch } from './web';

export const BACK = 'https://acmjpdhajohcmehjegbfbamgdencgpnh.chromiumapp.org/';
/** What a build for `HOSTED` would have put there. */
export const DOCUMENT = {
	client_id: HOSTED,
	client_name: 'Townsquare',
	application_type: 'web',
	grant_types: ['authorization_code', 'refresh_token'],
	response_types: ['code'],
	redirect_uris: [BACK],
	scope: 'atproto transition:generic',
	token_endpoint_auth_method: 'none',
	dpop_bound_access_tokens: true,
};

/** The adapter on the web of the reference servers. */
export function adapterOn(net: Reference) {
	const reaching = referenceFetch(net);
	const network: Network = needed(networkOf('atproto', NETWORKS));
	const recorded = (secret?: unknown) =>
		Object.assign(recordingIo({ fetch: reaching }), { secret });
	const { io: own } = recorded();
	const server = async () => needed(await network.discover(net.pds, own)).server;
	return {
		network,
		reaching,
		did: (name: string) => net.person(name).did,
		/** Its `renew` goes on from the secret given. */
		recorded,
		io: (who?: Session) => recorded(who?.secret).io,
		async entered(name: string): Promise<Session> {
			const { appPassword: password, handle } = net.person(name);
			const made = await needed(network.enter)(await server(), { handle, password }, own);
			return made.session;
		},
		/** Signs in through the PDS's own pages; `deny`: the person says no there. */
		async throughWindow(name: string, redirect: string, deny = false) {
			const how = { redirect, again: false, language: 'en' };
			const begun = needed(await needed(network.begin)(await server(), how, own));
			const back = await walkAuthorize(begun.url, net.person(name), deny, net.door);
			return needed(network.finish)(back, begun.pending, own);
		},
		read: (source: Source, who: Session) =>
			needed(network.page)(who, source, undefined, recorded(who.secret).io),
	};
}

/** A post of a page as it was seen; a page without it fails the test. */
export const seenIn = (
	{ posts }: Pick<Page, 'posts'>,
	{ uri }: Pick<Ref, 'uri'>,
): { post: Post; view: View } => needed(posts.find(({ post }) => post.key === uri));
