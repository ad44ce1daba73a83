import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { type Incoming, Refusal } from '../http/route';
import type { World } from '../model';

/** RFC 9449. A nonce lives for this long, and one more turn. */
const NONCE_MS = 60_000;
const PROOF_SECONDS = 90;

export type Proof = { jkt: string };

/** What the server wants in the next proof; it changes every minute, and when a test turns it. */
export function nonceOf(world: World, back = 0): string {
	const turn = Math.floor(world.now() / NONCE_MS) + world.nonces.turn - back;
	return createHash('sha256').update(`${world.nonces.secret} ${turn}`).digest('base64url');
}

type Claims = Record<'jti' | 'htm' | 'htu' | 'nonce' | 'ath' | 'iat', unknown>;

/**
 * Checks the proof of a call. `token`: the access token that goes with it. Throws `use_dpop_nonce` where it holds no
 * nonce or an old one; everything else that is wrong is what no client may do.
 */
export function checkProof(
	world: World,
	incoming: Incoming,
	htu: string,
	token: string | undefined,
): Proof {
	const header = incoming.request.headers['dpop'];
	if (typeof header !== 'string') throw bad(token, 'DPoP proof required');
	const { jwk, claims } = opened(header, token);
	const { jti, htm, nonce, ath, iat } = claims;
	if (htm !== incoming.method) throw bad(token, 'DPoP "htm" mismatch');
	if (claims.htu !== htu)
		throw bad(token, `DPoP "htu" mismatch: ${String(claims.htu)}, not ${htu}`);
	if (typeof jti !== 'string' || jti.length < 8) throw bad(token, 'DPoP "jti" missing');
	const now = world.now() / 1000;
	if (typeof iat !== 'number' || Math.abs(now - iat) > PROOF_SECONDS)
		throw bad(token, 'DPoP "iat" is too old or too new');
	if (world.nonces.jtis.has(jti))
		throw bad(token, 'DPoP proof replayed: its "jti" was seen before');
	world.nonces.jtis.add(jti);
	if (ath !== (token && createHash('sha256').update(token).digest('base64url')))
		throw bad(token, 'DPoP "ath" mismatch');
	if (nonce !== nonceOf(world) && nonce !== nonceOf(world, 1)) throw wantsNonce(token);
	const { crv, kty, x, y } = jwk;
	const thumb = JSON.stringify({ crv, kty, x, y });
	return { jkt: createHash('sha256').update(thumb).digest('base64url') };
}

function opened(header: string, token: string | undefined): { jwk: JsonWebKey; claims: Claims } {
	const [head = '', body = '', signature = ''] = header.split('.');
	const json = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
	try {
		const { typ, alg, jwk } = json(head) as { typ?: string; alg?: string; jwk: JsonWebKey };
		if (typ !== 'dpop+jwt' || alg !== 'ES256') throw bad(token, 'DPoP header is no ES256 proof');
		if ('d' in jwk) throw bad(token, 'DPoP proof carries the private key');
		const key = createPublicKey({ key: jwk, format: 'jwk' });
		const signed = verify(
			'sha256',
			Buffer.from(`${head}.${body}`),
			{ key, dsaEncoding: 'ieee-p1363' },
			Buffer.from(signature, 'base64url'),
		);
		if (!signed) throw bad(token, 'DPoP signature does not match');
		return { jwk, claims: json(body) as Claims };
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw bad(token, `Invalid DPoP proof: ${String(error)}`);
	}
}

/** At the servers' own endpoints 400, at those of data 401 with its header. */
function bad(token: string | undefined, message: string): Refusal {
	return new Refusal(token ? 401 : 400, 'invalid_dpop_proof', message, {
		problem: true,
		headers: token ? { 'www-authenticate': 'DPoP error="invalid_dpop_proof"' } : {},
	});
}

function wantsNonce(token: string | undefined): Refusal {
	const who = token ? 'Resource' : 'Authorization';
	return new Refusal(
		token ? 401 : 400,
		'use_dpop_nonce',
		`${who} server requires nonce in DPoP proof`,
		{
			headers: token ? { 'www-authenticate': 'DPoP error="use_dpop_nonce"' } : {},
		},
	);
}
