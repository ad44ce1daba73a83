import { type Incoming, type Method, Refusal } from '../http/route';
import type { Grant, World } from '../model';
import { homeOf } from '../world';
import { checkProof } from './dpop';

/** The grant of a call that came with `Authorization: DPoP`. @throws Refusal as the reference server says it */
export function authorizeWithProof(
	world: World,
	incoming: Incoming,
	token: string,
	method: Pick<Method, 'nsid' | 'auth' | 'kind'>,
): Grant {
	const home = world.homes.findIndex((_, n) => world.hostsOf(n).includes(incoming.host));
	const htu = `${homeOf(world, home).origin}${incoming.url.pathname}`;
	const { jkt } = checkProof(world, incoming, htu, token);
	const grant = world.grants.find(({ access, way }) => access === token && way === 'window');
	if (!grant) {
		const known = world.oldTokens.has(token);
		throw invalid(known ? 'Token has expired' : 'Invalid token', !known);
	}
	if (grant.jkt !== jkt) throw invalid('the proof is of another key than the token', true);
	if (grant.revoked) throw invalid('Token has been revoked', false);
	if (Math.min(grant.accessEnds, grant.ends) <= world.now())
		throw invalid('"exp" claim timestamp check failed', false);
	if (method.auth === 'refresh') throw invalid('Bad token scope', true);
	if (!covers(grant.scope.split(' '), method)) {
		const missing = `Missing required scope for ${method.nsid}`;
		throw new Refusal(403, 'ScopeMissingError', missing, { problem: true });
	}
	return grant;
}

const invalid = (message: string, problem: boolean): Refusal =>
	new Refusal(401, 'invalid_token', message, {
		problem,
		headers: {
			'www-authenticate': `DPoP error="invalid_token", error_description="${message.replaceAll('"', "'")}"`,
		},
	});

/** `transition:generic` allows what an app password does; `rpc:`, `repo:` and `blob:` name what they allow. */
function covers(scopes: readonly string[], { nsid }: Pick<Method, 'nsid'>): boolean {
	if (nsid === 'com.atproto.server.getSession' || scopes.includes('transition:generic'))
		return true;
	if (nsid.startsWith('com.atproto.repo.'))
		return scopes.some((scope) =>
			scope.startsWith(nsid.endsWith('uploadBlob') ? 'blob:' : 'repo:'),
		);
	return scopes.some((scope) => /^rpc:(\*|[\w.]+)/.exec(scope)?.[1]?.replace('*', nsid) === nsid);
}
