import { createHash } from 'node:crypto';

/** What the document that tells AT Protocol servers of this program is made of. */
export type Program = {
	/** Address at which the document will be hosted: https, without a port. */
	clientId: string;
	/** Public half of the key that the Chromium build is signed with (manifest `key`), and the id of the Firefox one. */
	chromiumKey: string;
	geckoId: string;
	/** More addresses to return to: those of the same program in a store that signs with a key of its own. */
	more: readonly string[];
};

/** Same as what the program asks for (lib/networks/atproto/client.ts). */
const SCOPE = 'atproto transition:generic';

/**
 * Client metadata (https://atproto.com/specs/oauth#client-id-metadata-document): a public client, which nobody but the
 * person's own browser runs. Throws when the address cannot be one.
 */
export function clientDocument({ clientId, chromiumKey, geckoId, more }: Program) {
	const url = new URL(clientId);
	const fit = url.protocol === 'https:' && url.port === '' && /\/[\w-]+\.json$/.test(url.pathname);
	if (!fit || url.href !== clientId || url.search || url.hash)
		throw new Error(`WXT_ATPROTO_CLIENT_ID is no https address of a JSON file: ${clientId}`);
	return {
		client_id: clientId,
		client_name: 'Townsquare',
		client_uri: url.origin,
		application_type: 'web',
		grant_types: ['authorization_code', 'refresh_token'],
		response_types: ['code'],
		redirect_uris: [chromiumRedirect(chromiumKey), firefoxRedirect(geckoId), ...more],
		scope: SCOPE,
		token_endpoint_auth_method: 'none',
		dpop_bound_access_tokens: true,
	};
}

/** Chromium's ids are the first half of the key's SHA-256, in letters from a to p. */
function chromiumRedirect(key: string): string {
	const half = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
	const id = [...half].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
	return `https://${id}.chromiumapp.org/`;
}

/** Firefox's is the SHA-1 of the extension's id. */
function firefoxRedirect(id: string): string {
	return `https://${createHash('sha1').update(id).digest('hex')}.extensions.allizom.org/`;
}
