import { createHash, randomBytes } from 'node:crypto';

/** What a token endpoint answers, or how it refuses. */
export type Granted = { status: number; body: Readonly<Record<string, unknown>> };

const encode = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');

/** An OAuth client of the AT Protocol, as small as one can be: PAR, PKCE and DPoP with one key. */
export async function plainClient(origin: string, clientId: string, redirect: string) {
	const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
	const keys = await crypto.subtle.generateKey(algorithm, true, ['sign']);
	const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
	let nonce: string | undefined;
	const proof = async (method: string, url: string, token?: string) => {
		const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
		const claims = {
			jti: encode(randomBytes(16)),
			htm: method,
			htu: url,
			iat: Math.floor(Date.now() / 1000),
			...(nonce !== undefined && { nonce }),
			...(token && { ath: createHash('sha256').update(token).digest('base64url') }),
		};
		const text = `${encode(JSON.stringify(header))}.${encode(JSON.stringify(claims))}`;
		const signed = { name: 'ECDSA', hash: 'SHA-256' };
		const signature = await crypto.subtle.sign(signed, keys.privateKey, Buffer.from(text));
		return `${text}.${encode(new Uint8Array(signature))}`;
	};
	/** One request with a proof; the first is always refused for want of the server's nonce, and made again. */
	const send = async (method: 'GET' | 'POST', url: string, init: RequestInit, token?: string) => {
		for (let attempt = 0; ; attempt++) {
			const headers = new Headers(init.headers);
			headers.set('dpop', await proof(method, url, token));
			if (token) headers.set('authorization', `DPoP ${token}`);
			const answer = await fetch(url, { ...init, method, headers });
			nonce = answer.headers.get('dpop-nonce') ?? nonce;
			const body: Readonly<Record<string, unknown>> = await answer.json();
			if (body['error'] !== 'use_dpop_nonce' || attempt > 0) return { status: answer.status, body };
		}
	};
	const form = (path: string, words: Readonly<Record<string, string>>): Promise<Granted> =>
		send('POST', `${origin}${path}`, {
			body: new URLSearchParams({ client_id: clientId, ...words }),
		});
	const verifier = encode(randomBytes(32));
	return {
		/** Announces the sign-in; the address to open is in `authorize` of its answer. */
		async announce(scope: string): Promise<Granted> {
			const challenge = createHash('sha256').update(verifier).digest('base64url');
			const pushed = await form('/oauth/par', {
				redirect_uri: redirect,
				response_type: 'code',
				scope,
				state: 'a state',
				code_challenge: challenge,
				code_challenge_method: 'S256',
			});
			const asked = { client_id: clientId, request_uri: String(pushed.body['request_uri']) };
			const authorize = `${origin}/oauth/authorize?${new URLSearchParams(asked)}`;
			return { ...pushed, body: { ...pushed.body, authorize } };
		},
		redeem: (code: string) =>
			form('/oauth/token', {
				grant_type: 'authorization_code',
				code,
				redirect_uri: redirect,
				code_verifier: verifier,
			}),
		refresh: (token: string) =>
			form('/oauth/token', { grant_type: 'refresh_token', refresh_token: token }),
		read: (nsid: string, token: string) => send('GET', `${origin}/xrpc/${nsid}`, {}, token),
	};
}
