import { createHash } from 'node:crypto';
import { type Answer, type Incoming, Refusal } from '../http/route';
import type { Grant, World } from '../model';
import { grantTo, turn } from '../pds/grants';
import { homeOf, personOf, seenDid } from '../world';
import { checkProof } from './dpop';
import { needed } from './form';

type Input = Map<string, string>;

const invalidGrant = (message: string, problem = true): Refusal =>
	new Refusal(400, 'invalid_grant', message, { problem });

/** A code or a refresh token for tokens, each once. */
export function trade(world: World, home: number, incoming: Incoming, input: Input): Answer {
	const { origin } = homeOf(world, home);
	const { jkt } = checkProof(world, incoming, `${origin}/oauth/token`, undefined);
	const kind = needed(input, 'grant_type');
	if (kind === 'authorization_code') return told(world, byCode(world, home, input, jkt));
	if (kind === 'refresh_token') return told(world, byRefresh(world, home, input, jkt));
	throw new Refusal(400, 'unsupported_grant_type', `Grant type "${kind}" is not supported`, {
		problem: true,
	});
}

function byCode(world: World, home: number, input: Input, jkt: string): Grant {
	const code = needed(input, 'code');
	const request = [...world.requests.values()].find((one) => one.code === code);
	if (!request || request.did === undefined) throw invalidGrant('Invalid code');
	if (request.grant) {
		request.grant.revoked = true;
		throw invalidGrant('the code was used twice');
	}
	if (request.ends <= world.now()) throw invalidGrant('the code is too old', false);
	if (request.home !== home) throw invalidGrant('the code is of another server');
	if (request.clientId !== needed(input, 'client_id')) throw invalidGrant('of another client');
	if (request.redirect !== needed(input, 'redirect_uri'))
		throw invalidGrant('redirect_uri mismatch');
	if (request.jkt !== jkt) throw invalidGrant('DPoP proof does not match the expected JKT');
	const verifier = needed(input, 'code_verifier');
	if (!/^[\w.~-]{43,128}$/.test(verifier)) throw invalidGrant('Invalid code_verifier');
	if (createHash('sha256').update(verifier).digest('base64url') !== request.challenge)
		throw invalidGrant('Invalid code_verifier');
	request.grant = grantTo(world, personOf(world, request.did), {
		way: 'window',
		scope: request.scope,
		clientId: request.clientId,
		jkt,
	});
	return request.grant;
}

function byRefresh(world: World, home: number, input: Input, jkt: string): Grant {
	const token = needed(input, 'refresh_token');
	const replayed = world.grants.find(({ used, way }) => way === 'window' && used.has(token));
	if (replayed) {
		replayed.revoked = true;
		throw invalidGrant('Refresh token replayed');
	}
	const grant = world.grants.find(({ refresh, way }) => way === 'window' && refresh === token);
	if (!grant || grant.home !== home) throw invalidGrant('Invalid refresh token');
	if (grant.revoked) throw invalidGrant('Session was revoked', false);
	if (grant.ends <= world.now()) throw invalidGrant('Refresh token expired', false);
	if (grant.clientId !== needed(input, 'client_id')) throw invalidGrant('of another client');
	if (grant.jkt !== jkt) throw invalidGrant('DPoP key mismatch');
	return turn(world, grant);
}

function told(world: World, grant: Grant): Answer {
	return {
		json: {
			access_token: grant.access,
			token_type: 'DPoP',
			refresh_token: grant.refresh,
			scope: grant.scope,
			expires_in: Math.round((grant.accessEnds - world.now()) / 1000),
			sub: seenDid(world, grant.did),
		},
		headers: { 'cache-control': 'no-store', pragma: 'no-cache' },
	};
}

/** RFC 7009: whatever it is, afterwards it is worth nothing. */
export function revoke(world: World, input: Input): Answer {
	const token = needed(input, 'token');
	for (const grant of world.grants)
		if (grant.access === token || grant.refresh === token) grant.revoked = true;
	return { status: 200, json: {} };
}
