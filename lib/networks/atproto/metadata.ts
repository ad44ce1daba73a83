import { mayContact } from '../address';
import { ask } from '../http';
import type { Io } from '../io';
import { type Json, list, record, text } from '../json';
import { NetworkProblem } from '../problem';

/** Who lets people in for a server, and where (https://atproto.com/specs/oauth#authorization-servers). */
export type Authority = {
	issuer: string;
	authorize: string;
	token: string;
	par: string;
	revoke?: string;
	scopes?: readonly string[];
};

const MOST_BYTES = 64 * 1024;

/**
 * The authority of the server at `origin`: who its document names, or itself where it has none (an entryway is one).
 * Undefined when there is none that this program can use.
 */
export async function readAuthority(origin: string, io: Io): Promise<Authority | undefined> {
	const resource = await documentAt(origin, '/.well-known/oauth-protected-resource', io);
	const named = resource ? text(list(resource['authorization_servers'], 5)[0]) : origin;
	if (resource && text(resource['resource']).replace(/\/$/, '') !== origin) return undefined;
	if (!URL.canParse(named) || !mayContact(new URL(named), origin)) return undefined;
	const issuer = new URL(named).origin;
	if (issuer !== named.replace(/\/$/, '')) return undefined;
	const json = await documentAt(issuer, '/.well-known/oauth-authorization-server', io);
	return json && authorityOf(json, issuer);
}

/** Its own word for who it is must be its address, and nothing may lead to anybody else. */
function authorityOf(json: Json, issuer: string): Authority | undefined {
	const place = (name: string) => {
		const address = text(json[name]);
		const ours = URL.canParse(address) && new URL(address).origin === issuer;
		return ours ? new URL(address).href : undefined;
	};
	const authorize = place('authorization_endpoint');
	const token = place('token_endpoint');
	const par = place('pushed_authorization_request_endpoint');
	const revoke = place('revocation_endpoint');
	const fit =
		text(json['issuer']) === issuer &&
		list(json['code_challenge_methods_supported'], 20).includes('S256') &&
		list(json['dpop_signing_alg_values_supported'], 20).includes('ES256');
	if (!fit || !authorize || !token || !par) return undefined;
	const scopes = list(json['scopes_supported'], 200).filter((one) => typeof one === 'string');
	return {
		issuer,
		authorize,
		token,
		par,
		...(revoke === undefined ? {} : { revoke }),
		...(scopes.length > 0 ? { scopes } : {}),
	};
}

async function documentAt(origin: string, path: string, io: Io): Promise<Json | undefined> {
	try {
		const { json } = await ask(io, { origin, path, maxBytes: MOST_BYTES });
		return record(json);
	} catch (problem) {
		if (!(problem instanceof NetworkProblem)) throw problem;
		// A server that is down is asked again; whatever else it says, it has no such document for us.
		const { kind, status = 500 } = problem;
		const none = /^(missing|broken|refused|forbidden)$/.test(kind) && status < 500;
		if (none) return undefined;
		throw problem;
	}
}
