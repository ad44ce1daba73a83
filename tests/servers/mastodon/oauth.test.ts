import { afterEach, describe, expect, it } from 'vitest';
import { type MastodonServer, type Personality, startMastodon } from './index';
import { authorize, exchange, json, visitor } from './visitor';

const open: MastodonServer[] = [];
async function start(personality: Personality): Promise<MastodonServer> {
	const server = await startMastodon({ personality });
	open.push(server);
	return server;
}
afterEach(async () => {
	for (const server of open.splice(0)) await server.stop();
});

const ALL: readonly Personality[] = [
	'mastodon-4.5',
	'mastodon-4.2',
	'gotosocial',
	'pleroma',
	'pixelfed',
	'hollo',
	'snac',
	'square',
];
const first = (server: MastodonServer) => {
	const [person] = server.people;
	if (!person) throw new Error('nobody lives here');
	return person;
};

describe('signing in', () => {
	it.each(ALL)('goes through the pages of %s and back out', async (personality) => {
		const server = await start(personality);
		const signed = await authorize(server, first(server));
		expect(signed.location.host).toBe('abcdefghijklmnop.chromiumapp.org');
		expect(signed.location.searchParams.get('state')).toBe('st&te');
		const { access_token } = await json<{ access_token: string }>(exchange(server, signed));
		const me = await json(visitor(server, access_token).get('/api/v1/accounts/verify_credentials'));
		expect(me['username']).toBe('ada');
		const revoked = await visitor(server).send('POST', '/oauth/revoke', {
			...pick(signed.app),
			token: access_token,
		});
		expect(revoked.status).toBe(200);
		expect(
			(await visitor(server, access_token).get('/api/v1/accounts/verify_credentials')).status,
		).toBe(401);
		expect(server.problems).toEqual([]);
	});

	it('holds the verifier against the S256 challenge', async () => {
		const server = await start('mastodon-4.5');
		const wrong = await authorize(server, first(server), { pkce: true });
		expect((await exchange(server, wrong, { code_verifier: 'x'.repeat(43) })).status).toBe(400);
		const right = await authorize(server, first(server), { pkce: true });
		expect((await exchange(server, right, { code_verifier: right.verifier })).status).toBe(200);
		expect(server.problems).toHaveLength(1);
	});

	it('gives out a code once', async () => {
		const server = await start('gotosocial');
		const signed = await authorize(server, first(server));
		expect((await exchange(server, signed)).status).toBe(200);
		expect((await exchange(server, signed)).status).toBe(400);
		expect(server.problems).toEqual([expect.stringContaining('used twice')]);
	});

	it('tells of a refusal, and shows the code on a page for oob', async () => {
		const server = await start('mastodon-4.5');
		const denied = await authorize(server, first(server), { deny: true });
		expect(denied.location.searchParams.get('error')).toBe('access_denied');
		const shown = await authorize(server, first(server), { redirect: 'urn:ietf:wg:oauth:2.0:oob' });
		expect(shown.page).toContain('Gib diesen Code');
	});

	it('knows who may send arrays of redirect URIs, and which scopes exist', async () => {
		const gts = await start('gotosocial');
		const ask = (server: MastodonServer, redirect_uris: unknown, scopes = 'read') =>
			visitor(server).send('POST', '/api/v1/apps', { client_name: 'T', redirect_uris, scopes });
		expect((await ask(gts, ['https://a.example/'])).status).toBe(422);
		const new45 = await start('mastodon-4.5');
		expect((await ask(new45, ['https://a.example/'])).status).toBe(200);
		expect((await ask(new45, 'https://a.example/', 'read profile')).status).toBe(200);
		const old = await start('mastodon-4.2');
		expect((await ask(old, 'https://a.example/', 'read profile')).status).toBe(422);
		expect((await ask(new45, 'javascript:alert(1)')).status).toBe(422);
	});
});

const pick = ({ client_id, client_secret }: { client_id: string; client_secret: string }) => ({
	client_id,
	client_secret,
});
