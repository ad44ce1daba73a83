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

/** Why a server's own page is not used: it has none, it leads to somebody else, or it lacks what this program needs. */
export type NoAuthority = 'none' | 'untrusted' | 'unfit';

/** The authority of the server at `origin`; undefined when there is none that this program can use. */
export async function readAuthority(origin: string, io: Io): Promise<Authority | undefined> {
	const found = await findAuthority(origin, io);
	return typeof found === 'string' ? undefined : found;
}

/** The authority that the server's document names, or the server itself where it has no document (an entryway is one). */
export async function findAuthority(origin: string, io: Io): Promise<Authority | NoAuthority> {
	const resource = await documentAt(origin, '/.well-known/oauth-protected-resource', io);
	const named = resource ? text(list(resource['authorization_servers'], 5)[0]) : origin;
	if (resource && text(resource['resource']).replace(/\/$/, '') !== origin) return 'untrusted';
	if (!URL.canParse(named) || !mayContact(new URL(named), origin)) return 'untrusted';
	const issuer = new URL(named).origin;
	if (issuer !== named.replace(/\/$/, '')) return 'untrusted';
	const json = await documentAt(issuer, '/.well-known/oauth-authorization-server', io);
	if (json) return authorityOf(json, issuer);
	return resource ? 'unfit' : 'none';
}

/** Its own word for who it is must be its address, and nothing may lead to anybody else. */
function authorityOf(json: Json, issuer: string): Authority | NoAuthority {
	let astray = text(json['issuer']) !== issuer;
	const place = (name: string) => {
		const address = text(json[name]);
		const ours = URL.canParse(address) && new URL(address).origin === issuer;
		astray ||= address !== '' && !ours;
		return ours ? new URL(address).href : undefined;
	};
	const authorize = place('authorization_endpoint');
	const token = place('token_endpoint');
	const par = place('pushed_authorization_request_endpoint');
	const revoke = place('revocation_endpoint');
	const fit =
		list(json['code_challenge_methods_supported'], 20).includes('S256') &&
		list(json['dpop_signing_alg_values_supported'], 20).includes('ES256');
	if (astray) return 'untrusted';
	if (!fit || !authorize || !token || !par) return 'unfit';
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
