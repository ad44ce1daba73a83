import { afterEach, describe, expect, it } from 'vitest';
import { type Square, type SquareOptions, startSquare } from './index';
import { askWindow, forCode, LOOPBACK, program } from './window';

const open: Square[] = [];
async function start(options: SquareOptions = {}): Promise<Square> {
	const square = await startSquare(options);
	open.push(square);
	return square;
}
afterEach(async () => {
	for (const square of open.splice(0)) await square.stop();
});

const first = ({ people: [person] }: Square) => {
	if (!person) throw new Error('Nobody lives here.');
	return person;
};

type Tokens = { access_token: string; refresh_token: string; sub: string; expires_in: number };

async function signedIn(square: Square) {
	const by = program(square);
	const { code, verifier, back } = await askWindow(by, square, first(square));
	const answer = await by.form('/oauth/token', forCode(code, verifier));
	return { by, code, verifier, back, tokens: (await answer.json()) as Tokens };
}

const errorOf = async (answer: Response) =>
	[answer.status, ((await answer.json()) as { error?: string }).error] as const;

const SESSION = 'com.atproto.server.getSession';

describe('signing in by window', () => {
	it('goes through the pages and back out, and reads with a proof', async () => {
		const square = await start();
		const { by, back, tokens } = await signedIn(square);
		expect(back.origin).toBe('http://127.0.0.1');
		expect(back.searchParams.get('iss')).toBe(square.origin);
		expect(back.searchParams.get('state')).toBe('st&te');
		expect(tokens).toMatchObject({ token_type: 'DPoP', sub: first(square).did, expires_in: 1800 });
		const answer = await by.call('app.bsky.feed.getTimeline', tokens.access_token);
		expect(answer.status).toBe(200);
		expect(square.problems).toEqual([]);
	});

	it('tells of a new nonce before anything else, at both kinds of endpoints', async () => {
		const square = await start();
		const { by, tokens } = await signedIn(square);
		square.turnNonce();
		const proof = by.proof('GET', `${square.origin}/xrpc/${SESSION}`, tokens.access_token);
		const answer = await fetch(`${square.origin}/xrpc/${SESSION}`, {
			headers: { authorization: `DPoP ${tokens.access_token}`, dpop: proof },
		});
		expect(answer.headers.get('www-authenticate')).toContain('use_dpop_nonce');
		expect(answer.headers.get('dpop-nonce')).not.toBe(by.nonce);
		expect(await errorOf(answer)).toEqual([401, 'use_dpop_nonce']);
		const form = await fetch(`${square.origin}/oauth/token`, {
			method: 'POST',
			headers: { dpop: by.proof('POST', `${square.origin}/oauth/token`) },
			body: new URLSearchParams({ grant_type: 'refresh_token' }),
		});
		expect(await errorOf(form)).toEqual([400, 'use_dpop_nonce']);
		expect(square.problems).toEqual([]);
		expect((await by.call(SESSION, tokens.access_token)).status).toBe(200);
	});

	it('gives a new pair for a refresh token, and ends the session of one that was used before', async () => {
		const square = await start();
		const { by, tokens } = await signedIn(square);
		const refresh = (refresh_token: string) =>
			by.form('/oauth/token', {
				grant_type: 'refresh_token',
				client_id: LOOPBACK,
				refresh_token,
			});
		const next = (await (await refresh(tokens.refresh_token)).json()) as Tokens;
		expect((await by.call(SESSION, next.access_token)).status).toBe(200);
		expect(await errorOf(await by.call(SESSION, tokens.access_token))).toEqual([
			401,
			'invalid_token',
		]);
		expect(square.problems).toEqual([]);
		expect(await errorOf(await refresh(tokens.refresh_token))).toEqual([400, 'invalid_grant']);
		expect(await errorOf(await refresh(next.refresh_token))).toEqual([400, 'invalid_grant']);
		expect((await by.call(SESSION, next.access_token)).status).toBe(401);
		expect(square.problems).toEqual([expect.stringContaining('replayed')]);
	});

	it('gives out a code once, to whoever asked for it', async () => {
		const square = await start();
		const { by, code, verifier, tokens } = await signedIn(square);
		expect((await by.form('/oauth/token', forCode(code, verifier))).status).toBe(400);
		expect((await by.call(SESSION, tokens.access_token)).status).toBe(401);
		const other = program(square);
		const asked = await askWindow(by, square, first(square));
		const stolen = await other.form('/oauth/token', forCode(asked.code, asked.verifier));
		expect(await errorOf(stolen)).toEqual([400, 'invalid_grant']);
		const guessed = await by.form('/oauth/token', forCode(asked.code, 'x'.repeat(43)));
		expect(guessed.status).toBe(400);
		expect((await by.form('/oauth/token', forCode(asked.code, asked.verifier))).status).toBe(200);
		expect(square.problems).toHaveLength(3);
	});

	it('forgets what is revoked', async () => {
		const square = await start();
		const { by, tokens } = await signedIn(square);
		const revoked = await by.form('/oauth/revoke', {
			token: tokens.refresh_token,
			client_id: LOOPBACK,
		});
		expect(revoked.status).toBe(200);
		expect((await by.call(SESSION, tokens.access_token)).status).toBe(401);
		expect(square.problems).toEqual([]);
	});

	it('reads the document of a program that has one, and follows it nowhere', async () => {
		const id = 'https://townsquare.example/client.json';
		const redirect = 'https://abcdefghijklmnop.chromiumapp.org/';
		const document = {
			client_id: id,
			client_name: 'Townsquare',
			grant_types: ['authorization_code', 'refresh_token'],
			response_types: ['code'],
			redirect_uris: [redirect],
			scope: 'atproto transition:generic',
			token_endpoint_auth_method: 'none',
			dpop_bound_access_tokens: true,
			application_type: 'web',
		};
		const asked: unknown[] = [];
		const square = await start({
			fetch: async (url, init) => {
				asked.push([url, init?.redirect]);
				return Response.json(document);
			},
		});
		const by = program(square);
		const wishes = { client_id: id, redirect_uri: redirect };
		const { code, verifier, back } = await askWindow(by, square, first(square), wishes);
		expect(back.host).toBe('abcdefghijklmnop.chromiumapp.org');
		expect(asked).toEqual([[id, 'error']]);
		const answer = await by.form('/oauth/token', forCode(code, verifier, id, redirect));
		expect(answer.status).toBe(200);
		const elsewhere = { ...wishes, redirect_uri: 'https://evil.example/' };
		await expect(askWindow(by, square, first(square), elsewhere)).rejects.toThrow('400');
		document.client_id = 'https://evil.example/client.json';
		await expect(askWindow(by, square, first(square), wishes)).rejects.toThrow('400');
		expect(square.problems).toHaveLength(2);
	});
});
