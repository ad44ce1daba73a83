import { afterEach, describe, expect, it } from 'vitest';
import {
	type MastodonOptions,
	type MastodonServer,
	type Personality,
	startMastodon,
} from './index';
import { json, visitor } from './visitor';

const open: MastodonServer[] = [];
async function start(
	personality: Personality,
	options: Partial<MastodonOptions> = {},
): Promise<MastodonServer> {
	const server = await startMastodon({ personality, ...options });
	open.push(server);
	return server;
}
afterEach(async () => {
	for (const server of open.splice(0)) await server.stop();
});

describe('what no client may do', () => {
	it.each([
		['an unknown parameter', 'GET', '/api/v1/timelines/home?since=1', undefined, 422],
		['a token in the address', 'GET', '/api/v1/timelines/home?access_token=x', undefined, 422],
		['a wrong type', 'POST', '/api/v1/statuses', { status: 1 }, 422],
		['an unknown field', 'POST', '/api/v1/statuses', { status: 'a', colour: 'red' }, 422],
		[
			'a string for a boolean in JSON',
			'POST',
			'/api/v1/statuses',
			{ status: 'a', sensitive: 'true' },
			422,
		],
		['an unknown route', 'GET', '/api/v1/timeline/home', undefined, 404],
	])('%s', async (_, method, path, body, status) => {
		const server = await start('mastodon-4.5');
		expect((await visitor(server, server.token('ada')).send(method, path, body)).status).toBe(
			status,
		);
		expect(server.problems).toHaveLength(1);
	});

	it('reads without a token, or with too small a scope', async () => {
		const server = await start('mastodon-4.5');
		expect((await visitor(server).get('/api/v1/timelines/home')).status).toBe(401);
		const narrow = visitor(server, server.token('ada', 'read:accounts'));
		expect((await narrow.get('/api/v1/timelines/home')).status).toBe(403);
		expect((await narrow.get('/api/v1/accounts/verify_credentials')).status).toBe(200);
		expect(server.problems).toHaveLength(2);
	});

	it('but may ask for what a program lacks, come with a revoked token, and probe', async () => {
		const server = await start('gotosocial');
		const token = server.token('ada');
		server.revokeAll('ada');
		expect((await visitor(server, token).get('/api/v1/timelines/home')).status).toBe(401);
		expect((await visitor(server).get('/.well-known/oauth-authorization-server')).status).toBe(404);
		expect((await visitor(server).get('/api/v1/timelines/public')).status).toBe(401);
		expect((await visitor(server).get('/xrpc/com.atproto.server.describeServer')).status).toBe(404);
		expect(server.problems).toEqual([]);
	});
});

describe('what each program says of itself', () => {
	it.each([
		['mastodon-4.5', 'mastodon', '4.5.3', 7],
		['mastodon-4.2', 'mastodon', '4.2.12', undefined],
		['gotosocial', 'gotosocial', '0.20.1', undefined],
		['pleroma', 'pleroma', '2.7.2 (compatible; Pleroma 2.6.50)', undefined],
		['hollo', 'hollo', '0.10.2', 7],
		['square', 'mastodon', '4.5.3', 7],
	] as const)('%s', async (personality, software, version, api) => {
		const server = await start(personality);
		const anyone = visitor(server);
		const { links } = await json<{ links: { href: string }[] }>(
			anyone.get('/.well-known/nodeinfo'),
		);
		const info = await json(fetch(links[0]?.href ?? ''));
		expect(info).toMatchObject({ software: { name: software } });
		const instance = await json<{ version: string; api_versions?: { mastodon: number } }>(
			anyone.get('/api/v2/instance'),
		);
		expect([instance.version, instance.api_versions?.mastodon]).toEqual([version, api]);
	});

	it('snac has v1 only, Pleroma its limits at the top, GoToSocial its account_domain', async () => {
		const snac = visitor(await start('snac'));
		expect((await snac.get('/api/v2/instance')).status).toBe(404);
		expect(await json(snac.get('/api/v1/instance'))).toMatchObject({
			version: '4.0.0 (not true; really snac/2.75)',
		});
		expect(await json(visitor(await start('pleroma')).get('/api/v1/instance'))).toMatchObject({
			max_toot_chars: 5000,
		});
		const gts = await start('gotosocial');
		const told = await json<Record<string, unknown>>(visitor(gts).get('/api/v2/instance'));
		expect(told).toMatchObject({ account_domain: new URL(gts.origin).host });
		expect(JSON.stringify(told)).toContain('"streaming":"wss://');
	});

	it('shows blocked hosts, hides them, or wants a token', async () => {
		const path = '/api/v1/instance/domain_blocks';
		expect((await visitor(await start('mastodon-4.5')).get(path)).status).toBe(404);
		const listed = await start('mastodon-4.5', {
			seed: 'town',
			traits: { domainBlocks: 'listed' },
		});
		expect(await json(visitor(listed).get(path))).toContainEqual(
			expect.objectContaining({
				domain: 'sch******ls.example',
				digest: expect.stringMatching(/^[0-9a-f]{64}$/),
			}),
		);
		expect((await visitor(await start('gotosocial')).get(path)).status).toBe(401);
	});
});

describe('other origins', () => {
	const ask = (server: MastodonServer, path: string) =>
		fetch(server.origin + path, {
			method: 'OPTIONS',
			headers: {
				origin: 'moz-extension://abc',
				'access-control-request-method': 'GET',
				'access-control-request-headers': 'authorization',
			},
		});

	it.each([
		['mastodon-4.5', '*', 'authorization'],
		['snac', '*', '*'],
		['pixelfed', null, null],
	] as const)('%s', async (personality, origin, headers) => {
		const answer = await ask(await start(personality), '/api/v1/timelines/home');
		expect([
			answer.headers.get('access-control-allow-origin'),
			answer.headers.get('access-control-allow-headers'),
		]).toEqual([origin, headers]);
	});

	it('exposes the paging and rate headers, and never Retry-After', async () => {
		const server = await start('mastodon-4.5');
		const answer = await visitor(server, server.token('ada')).get('/api/v1/timelines/home', {
			origin: 'https://a.example',
		});
		expect(answer.headers.get('access-control-expose-headers')).toContain('Link');
		expect(answer.headers.get('access-control-expose-headers')).not.toContain('Retry-After');
		expect(answer.headers.get('x-ratelimit-reset')).toMatch(
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/,
		);
		expect(answer.headers.get('x-ratelimit-remaining')).toBe('299');
	});
});

it('answers 429 after the sixth registration in ten minutes', async () => {
	const server = await start('mastodon-4.5');
	const register = () =>
		visitor(server).send('POST', '/api/v1/apps', {
			client_name: 'T',
			redirect_uris: 'https://a.example/',
		});
	const answers: number[] = [];
	for (let n = 0; n < 6; n += 1) answers.push((await register()).status);
	expect(answers).toEqual([200, 200, 200, 200, 200, 429]);
});
