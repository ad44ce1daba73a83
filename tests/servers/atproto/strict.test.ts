import { afterEach, describe, expect, it } from 'vitest';
import { type Square, startSquare } from './index';
import { type Visitor, visitor } from './visitor';
import { askWindow, forCode, program } from './window';

const open: Square[] = [];
async function start(): Promise<Square> {
	const square = await startSquare();
	open.push(square);
	return square;
}
afterEach(async () => {
	for (const square of open.splice(0)) await square.stop();
});

type Case = (alice: Visitor, token: string, square: Square) => Promise<{ status: number }>;

describe('what no client may do', () => {
	it.each<[string, number, Case]>([
		['an unknown parameter', 400, (a) => a.get('app.bsky.feed.getTimeline', { since: 1 })],
		['more than it gives', 400, (a) => a.get('app.bsky.feed.getTimeline', { limit: 101 })],
		['a cursor of its own', 400, (a) => a.get('app.bsky.feed.getTimeline', { cursor: 'abc' })],
		['a method that nobody has', 501, (a) => a.get('app.bsky.feed.getNothing')],
		['the wrong verb', 405, (a) => a.post('app.bsky.feed.getTimeline')],
		['no token', 401, (_, __, square) => visitor(square).get('app.bsky.feed.getTimeline')],
		[
			'a token in the address',
			400,
			(a, token) => a.get('app.bsky.feed.getTimeline', { access_token: token }),
		],
		['a cookie', 200, (a) => a.get('app.bsky.feed.getTimeline', {}, { cookie: 'a=b' })],
		[
			'a token for another server',
			400,
			(_, token, square) =>
				visitor(square, token, square.otherOrigin).get('app.bsky.feed.getTimeline'),
		],
		[
			'a record in somebody else’s repository',
			403,
			(a) =>
				a.post('com.atproto.repo.createRecord', {
					repo: 'bob.square.test',
					collection: 'app.bsky.feed.post',
					record: { text: 'x', createdAt: new Date().toISOString() },
				}),
		],
		[
			'a post of 301 graphemes',
			400,
			(a) =>
				a.post('com.atproto.repo.createRecord', {
					repo: 'alice.square.test',
					collection: 'app.bsky.feed.post',
					record: { text: '🌳'.repeat(301), createdAt: new Date().toISOString() },
				}),
		],
	])('%s', async (_, status, ask) => {
		const square = await start();
		const { access } = square.enter('alice');
		const answer = await ask(visitor(square, access), access, square);
		expect(answer.status).toBe(status);
		expect(square.problems.length).toBeGreaterThan(0);
		expect(square.problems.join()).not.toContain('failed');
	});

	it('the main password in place of one for an app', async () => {
		const square = await start();
		const [alice] = square.people;
		const ask = (password: string | undefined) =>
			visitor(square).post('com.atproto.server.createSession', {
				identifier: alice?.handle,
				password,
			});
		expect((await ask('aaaa-bbbb-cccc-dddd')).json.error).toBe('AuthenticationRequired');
		expect(square.problems).toEqual([]);
		expect((await ask(alice?.password)).status).toBe(200);
		expect(square.problems).toHaveLength(1);
	});

	it.each([
		['another method', { htm: 'POST' }],
		['another address', { htu: 'http://127.0.0.1/xrpc/x' }],
		['another token', { ath: 'x'.repeat(43) }],
		['no token', { ath: undefined }],
		['long ago', { iat: 1_600_000_000 }],
	])('a proof for %s', async (_, changed) => {
		const square = await start();
		const { by, token } = await bound(square);
		const nsid = 'com.atproto.server.getSession';
		expect((await by.call(nsid, token)).status).toBe(200);
		expect((await by.call(nsid, token, changed)).status).toBe(401);
		expect(square.problems).toHaveLength(1);
	});

	it('a proof that was used before, and none at all', async () => {
		const square = await start();
		const { by, token } = await bound(square);
		const url = `${square.origin}/xrpc/com.atproto.server.getSession`;
		const dpop = by.proof('GET', url, token);
		const ask = (headers: Record<string, string>) => fetch(url, { headers });
		const authorization = `DPoP ${token}`;
		expect((await ask({ authorization, dpop })).status).toBe(200);
		expect((await ask({ authorization, dpop })).status).toBe(401);
		expect((await ask({ authorization })).status).toBe(401);
		expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(401);
		expect((await program(square).call('com.atproto.server.getSession', token)).status).toBe(401);
		expect(square.problems).toHaveLength(4);
	});

	it('but may probe for other networks, and come with a token that ran out', async () => {
		const square = await start();
		const { access } = square.enter('alice');
		for (const path of ['/api/v2/instance', '/.well-known/nodeinfo', '/favicon.ico'])
			expect((await fetch(square.origin + path)).status).toBe(404);
		square.expire('alice');
		const late = await visitor(square, access).get('app.bsky.feed.getTimeline');
		expect([late.status, late.json.error]).toEqual([400, 'ExpiredToken']);
		expect(square.problems).toEqual([]);
	});
});

async function bound(square: Square) {
	const [alice] = square.people;
	if (!alice) throw new Error('Nobody lives here.');
	const by = program(square);
	const { code, verifier } = await askWindow(by, square, alice);
	const answer = await by.form('/oauth/token', forCode(code, verifier));
	return { by, token: ((await answer.json()) as { access_token: string }).access_token };
}

describe('other origins', () => {
	it('may read everything, nonces and limits included', async () => {
		const square = await start();
		square.limitTo(2);
		const path = '/xrpc/com.atproto.server.describeServer';
		const asked = await fetch(square.origin + path, {
			method: 'OPTIONS',
			headers: {
				origin: 'moz-extension://abc',
				'access-control-request-method': 'GET',
				'access-control-request-headers': 'authorization,dpop,atproto-proxy',
			},
		});
		expect(asked.status).toBe(204);
		expect(asked.headers.get('access-control-allow-headers')).toContain('atproto-proxy');
		const first = await fetch(square.origin + path);
		expect(first.headers.get('access-control-allow-origin')).toBe('*');
		expect(first.headers.get('access-control-expose-headers')).toMatch(/DPoP-Nonce.*RateLimit/);
		expect(first.headers.get('ratelimit-remaining')).toBe('1');
		expect(Number(first.headers.get('ratelimit-reset')) * 1000).toBeGreaterThan(Date.now());
		await fetch(square.origin + path);
		const over = await fetch(square.origin + path);
		expect(over.status).toBe(429);
		expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(await over.json()).toMatchObject({ error: 'RateLimitExceeded' });
	});
});

describe('faults', () => {
	it('fails as it is told to, and the directory goes on', async () => {
		const square = await start();
		const [alice] = square.people;
		const ask = () => fetch(`${square.origin}/xrpc/com.atproto.server.describeServer`);
		square.faults.set('503-html');
		expect([(await ask()).status, await (await ask()).text()]).toEqual([
			503,
			expect.stringContaining('maintenance'),
		]);
		square.faults.clear();
		square.faults.set('429');
		expect((await ask()).headers.get('retry-after')).toBe('300');
		square.faults.clear();
		const before = (await (await ask()).json()) as { did: string };
		square.faults.set('other-actor-key');
		const after = (await (await ask()).json()) as { did: string };
		expect(after.did).not.toBe(before.did);
		const { json } = await visitor(square).get('com.atproto.identity.resolveHandle', {
			handle: alice?.handle ?? '',
		});
		expect(json.did).not.toBe(alice?.did);
		square.faults.set('silent-drop');
		const document = await fetch(`${square.origin}/${alice?.did}`, {
			headers: { 'x-forwarded-host': 'plc.directory' },
		});
		expect(document.status).toBe(200);
	});
});
