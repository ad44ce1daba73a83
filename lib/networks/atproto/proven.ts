import { proof } from '../dpop';
import { type Answer, ask, type Question } from '../http';
import type { Io } from '../io';
import { record } from '../json';

/** A question that only the holder of a key may ask. */
export type Proven = Omit<
	Question,
	'session' | 'pass' | 'scheme' | 'headers' | 'url' | 'origin'
> & {
	url: string;
	key: CryptoKeyPair;
	headers?: Readonly<Record<string, string>>;
};

const NONCE = /^[\x21-\x7e]{1,512}$/;

/**
 * Asks with a proof of the key (DPoP, RFC 9449). The server's nonce is remembered for the next question; a server that
 * wants another one is asked once more. 400 and 401 are answers here. Rejects as `ask` does.
 */
export async function askProven(io: Io, question: Proven): Promise<Answer> {
	const first = await once(io, question);
	return first.again ? (await once(io, question)).answer : first.answer;
}

async function once(
	io: Io,
	{ key, headers, ...question }: Proven,
): Promise<{ answer: Answer; again: boolean }> {
	const url = new URL(question.url);
	const memory = `dpop-nonce ${url.origin}`;
	const nonce = io.memory.get(memory);
	const { token, method = question.body === undefined ? 'GET' : 'POST' } = question;
	const dpop = await proof(key, { method, url, nonce, token, now: io.now(), id: io.random(16) });
	const answer = await ask(io, {
		...question,
		method,
		origin: url.origin,
		...(token === undefined ? {} : { scheme: 'DPoP' }),
		headers: { ...headers, dpop },
		pass: [400, 401],
	});
	const told = answer.headers('dpop-nonce');
	const fresh = told !== undefined && told !== nonce && NONCE.test(told);
	if (fresh) io.memory.set(memory, told);
	return { answer, again: fresh && wantsNonce(answer) };
}

/** An authority says it in the body, a server in the body or in WWW-Authenticate, which not every browser shows. */
function wantsNonce({ status, json, headers }: Answer): boolean {
	if (status < 400) return false;
	const said = record(json)?.['error'];
	return said === 'use_dpop_nonce' || /\buse_dpop_nonce\b/.test(headers('www-authenticate') ?? '');
}
