import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { originFor } from '../hosts';
import type { Person, Square } from './index';

/** Hidden field, action and answers of the one form of a page. */
function formOf(html: string) {
	const action = /<form method="post" action="([^"]*)"/.exec(html)?.[1] ?? '';
	const uri = /name="request_uri" value="([^"]*)"/.exec(html)?.[1] ?? '';
	return { action, fields: new URLSearchParams({ request_uri: uri.replaceAll('&amp;', '&') }) };
}

/** Walks the pages of a sign-in as a person does; the address that it leads back to, empty where it does not. */
export async function walkWindow(
	start: string,
	{ handle, password }: Pick<Person, 'handle' | 'password'>,
	deny = false,
): Promise<string> {
	const first = new URL(start);
	const go = async (path: string, body?: URLSearchParams): Promise<Response> => {
		const url = new URL(path, first);
		const answer = await fetch(`${originFor(url.host) ?? url.origin}${url.pathname}${url.search}`, {
			redirect: 'manual',
			headers: { 'x-forwarded-host': url.host },
			...(body ? { method: 'POST', body } : {}),
		});
		if (answer.status < 400) return answer;
		throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
	};
	const login = formOf(await (await go(first.href)).text());
	login.fields.set('name', handle);
	login.fields.set('password', password);
	const asked = formOf(await (await go(login.action, login.fields)).text());
	asked.fields.set('answer', deny ? 'deny' : 'allow');
	return (await go(asked.action, asked.fields)).headers.get('location') ?? '';
}

type Claims = Record<string, unknown>;

/** A program that signs in by window, for the tests of the square itself: correct unless it is told otherwise. */
export type Program = {
	key: string;
	nonce: string | undefined;
	/** A proof for a call; `changed` replaces claims. */
	proof(method: string, url: string, token?: string, changed?: Claims): string;
	/** Sends a form with its proof, and once more with the nonce that it is told. */
	form(path: string, fields: Record<string, string>, changed?: Claims): Promise<Response>;
	/** Calls a method with its token and proof, and once more with the nonce that it is told. */
	call(nsid: string, token: string, changed?: Claims): Promise<Response>;
};

export function program(square: Square): Program {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const again = async (send: () => Promise<Response>): Promise<Response> => {
		const answer = await send();
		made.nonce = answer.headers.get('dpop-nonce') ?? made.nonce;
		const { error } = (await answer.clone().json()) as { error?: string };
		return error === 'use_dpop_nonce' ? send() : answer;
	};
	const made: Program = {
		key: x ?? '',
		nonce: undefined,
		proof(method, url, token, changed = {}) {
			const ath = token && createHash('sha256').update(token).digest('base64url');
			const claims = {
				jti: randomBytes(12).toString('base64url'),
				htm: method,
				htu: url,
				iat: Math.floor(Date.now() / 1000),
				nonce: made.nonce,
				ath,
				...changed,
			};
			const head = part({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } });
			const text = `${head}.${part(claims)}`;
			const signature = sign('sha256', Buffer.from(text), {
				key: privateKey,
				dsaEncoding: 'ieee-p1363',
			});
			return `${text}.${signature.toString('base64url')}`;
		},
		form: (path, fields, changed) =>
			again(() =>
				fetch(square.origin + path, {
					method: 'POST',
					headers: { dpop: made.proof('POST', square.known + path, undefined, changed) },
					body: new URLSearchParams(fields),
				}),
			),
		call: (nsid, token, changed) =>
			again(() =>
				fetch(`${square.origin}/xrpc/${nsid}`, {
					headers: {
						authorization: `DPoP ${token}`,
						dpop: made.proof('GET', `${square.known}/xrpc/${nsid}`, token, changed),
					},
				}),
			),
	};
	return made;
}

const REDIRECT = 'http://127.0.0.1/back/';
const SCOPE = 'atproto transition:generic';
export const LOOPBACK = `http://localhost?${new URLSearchParams({ redirect_uri: REDIRECT, scope: SCOPE })}`;

/** From the first request up to the code. */
export async function askWindow(
	by: Program,
	square: Square,
	person: Person,
	wishes: Record<string, string> = {},
): Promise<{ code: string; verifier: string; back: URL }> {
	const verifier = randomBytes(32).toString('base64url');
	const asked = await by.form('/oauth/par', {
		client_id: LOOPBACK,
		redirect_uri: REDIRECT,
		response_type: 'code',
		scope: SCOPE,
		state: 'st&te',
		code_challenge: createHash('sha256').update(verifier).digest('base64url'),
		code_challenge_method: 'S256',
		login_hint: person.handle,
		...wishes,
	});
	const { request_uri } = (await asked.json()) as { request_uri?: string };
	if (asked.status !== 201 || !request_uri) throw new Error(`PAR was answered ${asked.status}.`);
	const page = new URL('/oauth/authorize', square.origin);
	page.searchParams.set('client_id', wishes['client_id'] ?? LOOPBACK);
	page.searchParams.set('request_uri', request_uri);
	const back = new URL(await walkWindow(page.href, person));
	return { code: back.searchParams.get('code') ?? '', verifier, back };
}

/** The fields that trade a code. */
export const forCode = (
	code: string,
	verifier: string,
	clientId = LOOPBACK,
	redirect = REDIRECT,
) => ({
	grant_type: 'authorization_code',
	client_id: clientId,
	redirect_uri: redirect,
	code,
	code_verifier: verifier,
});
