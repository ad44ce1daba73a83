import type { Instant } from '../model';
import { base64url, sha256 } from './sha256';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** What a proof is about: one request, and the token that goes with it. */
export type Proving = {
	method: string;
	url: URL;
	/** What the server last gave, if anything. */
	nonce: string | undefined;
	token: string | undefined;
	now: Instant;
	/** Random, for this proof alone. */
	id: Uint8Array;
};

/** A key pair whose private half nobody can read: it signs, and can be stored in IndexedDB as it is. */
export async function makeKey(): Promise<CryptoKeyPair> {
	return crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
}

export function isKey(value: unknown): value is CryptoKeyPair {
	if (typeof value !== 'object' || value === null) return false;
	if (!('privateKey' in value) || !('publicKey' in value)) return false;
	return value.privateKey instanceof CryptoKey && value.publicKey instanceof CryptoKey;
}

/** A DPoP proof with ES256 (RFC 9449, section 4.2): that this request comes from whoever holds the key. */
export async function proof(key: CryptoKeyPair, about: Proving): Promise<string> {
	const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
	const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
	const { method, url, nonce, token, now, id } = about;
	const payload = {
		jti: base64url(id),
		htm: method,
		htu: `${url.origin}${url.pathname}`,
		iat: Math.floor(now / 1000),
		...(nonce === undefined ? {} : { nonce }),
		...(token === undefined ? {} : { ath: await sha256(token) }),
	};
	const text = `${encoded(header)}.${encoded(payload)}`;
	const bytes = new TextEncoder().encode(text);
	const signature = await crypto.subtle.sign(
		{ name: 'ECDSA', hash: 'SHA-256' },
		key.privateKey,
		bytes,
	);
	return `${text}.${base64url(new Uint8Array(signature))}`;
}

function encoded(value: unknown): string {
	return base64url(new TextEncoder().encode(JSON.stringify(value)));
}
