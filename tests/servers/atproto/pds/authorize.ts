import { type Incoming, type Method, Refusal } from '../http/route';
import type { Grant, World } from '../model';
import { authorizeWithProof } from '../oauth/resource';

/** Whose call it is. @throws Refusal in the words of the reference server. */
export function authorize(
	world: World,
	home: number,
	incoming: Incoming,
	method: Pick<Method, 'nsid' | 'auth' | 'kind'>,
): Grant | undefined {
	const { authorization } = incoming.request.headers;
	if (authorization === undefined) {
		if (method.auth === 'maybe') return undefined;
		throw new Refusal(401, 'AuthMissing', 'Authentication Required', { problem: true });
	}
	const [scheme, token = ''] = authorization.split(' ');
	const grant =
		scheme === 'DPoP'
			? authorizeWithProof(world, incoming, token, method)
			: bearer(world, scheme, token, method.auth === 'refresh');
	if (grant.home !== home)
		throw new Refusal(400, 'InvalidToken', 'a token travelled to a host that did not give it', {
			problem: true,
		});
	return grant;
}

function bearer(
	world: World,
	scheme: string | undefined,
	token: string,
	refreshing: boolean,
): Grant {
	if (scheme !== 'Bearer')
		throw new Refusal(400, 'InvalidToken', 'Unexpected authorization type', { problem: true });
	const given = world.grants.find((one) => one.access === token || one.refresh === token);
	if (!given) return unknownToken(world, token, refreshing);
	if (given.way === 'window')
		throw new Refusal(401, 'invalid_token', 'a token that is bound to a key came without a proof', {
			problem: true,
		});
	if ((given.refresh === token) !== refreshing)
		throw new Refusal(400, 'InvalidToken', 'Bad token scope', { problem: true });
	if (given.revoked) throw new Refusal(400, 'ExpiredToken', 'Token has been revoked');
	if ((refreshing ? given.ends : given.accessEnds) <= world.now())
		throw new Refusal(400, 'ExpiredToken', 'Token has expired');
	return given;
}

function unknownToken(world: World, token: string, refreshing: boolean): never {
	const replayed = world.grants.find(({ used }) => used.has(token));
	if (replayed && refreshing) {
		replayed.revoked = true;
		throw new Refusal(400, 'ExpiredToken', 'Token has been revoked: it was used before', {
			problem: true,
		});
	}
	// An access token from before the last refresh.
	if (world.oldTokens.has(token)) throw new Refusal(400, 'ExpiredToken', 'Token has expired');
	throw new Refusal(400, 'InvalidToken', 'Token could not be verified', { problem: true });
}
