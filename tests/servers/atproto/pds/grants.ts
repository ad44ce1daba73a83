import { createHash, randomBytes } from 'node:crypto';
import type { Grant, Person, World } from '../model';

const MINUTES = 60_000;
const DAYS = 24 * 60 * MINUTES;

/** What a session of each way may last: OAuth of public clients two weeks, app passwords 90 days. */
const LIVES = {
	window: { access: 30 * MINUTES, session: 14 * DAYS },
	password: { access: 120 * MINUTES, session: 90 * DAYS },
} as const;

type Wanted = Pick<Grant, 'way' | 'scope'> & Partial<Pick<Grant, 'clientId' | 'jkt'>>;

export function grantTo(world: World, person: Person, wanted: Wanted): Grant {
	const now = world.now();
	const grant: Grant = {
		...wanted,
		did: person.did,
		home: person.home,
		access: '',
		accessEnds: 0,
		refresh: '',
		ends: now + LIVES[wanted.way].session,
		used: new Set(),
		revoked: false,
	};
	world.grants.push(grant);
	return turn(world, grant);
}

/** New tokens; the refresh token before is used up. */
export function turn(world: World, grant: Grant): Grant {
	if (grant.refresh !== '') grant.used.add(grant.refresh);
	if (grant.access !== '') world.oldTokens.add(grant.access);
	const life = LIVES[grant.way];
	// Each refresh of a session by password begins its 90 days anew.
	if (grant.way === 'password') grant.ends = world.now() + life.session;
	grant.accessEnds = Math.min(world.now() + life.access, grant.ends);
	grant.access = token({
		typ: 'at+jwt',
		scope: grant.way === 'window' ? grant.scope : 'com.atproto.appPass',
		sub: grant.did,
		aud: `did:web:${world.homes[grant.home]?.host}`,
		iat: Math.floor(world.now() / 1000),
		exp: Math.floor(grant.accessEnds / 1000),
		...(grant.jkt ? { cnf: { jkt: grant.jkt } } : {}),
	});
	grant.refresh =
		grant.way === 'window'
			? `ref-${randomBytes(32).toString('hex')}`
			: token({
					typ: 'refresh+jwt',
					scope: 'com.atproto.refresh',
					sub: grant.did,
					jti: randomBytes(16).toString('base64url'),
					exp: Math.floor(grant.ends / 1000),
				});
	return grant;
}

/** Formed as a JWT; the signature is no signature. */
function token({ typ, ...claims }: { typ: string; [claim: string]: unknown }): string {
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const text = `${part({ typ, alg: 'ES256K' })}.${part({ ...claims, jti: randomBytes(8).toString('hex') })}`;
	return `${text}.${createHash('sha512').update(text).update(randomBytes(8)).digest('base64url')}`;
}
