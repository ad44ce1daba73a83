import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problemOf, recordingIo } from '../../../tests/contract/io';
import { needed, stored } from '../../../tests/contract/sign-in';
import {
	ALICE,
	AtWorld,
	authority,
	didDocument,
	no,
	PLC,
	putAlice,
	putAuthority,
	putServer,
	SQUARE,
} from '../../../tests/fixtures/atproto-world';
import { begin, finish } from './oauth';
import { look } from './server';
import { end } from './verify';

const CLIENT = 'https://townsquare.example/client.json';
const REDIRECT = 'https://abcdefghijklmnop.chromiumapp.org/';
const HOW = { redirect: REDIRECT, again: false, language: 'de', handle: '@alice.square.example' };
let world: AtWorld;
let town: ReturnType<typeof putAuthority>;
let recorded: ReturnType<typeof recordingIo>;

beforeEach(() => {
	vi.stubEnv('WXT_ATPROTO_CLIENT_ID', CLIENT);
	world = new AtWorld();
	putServer(world);
	putAlice(world);
	town = putAuthority(world);
	recorded = recordingIo({ fetch: world.fetch });
});
afterEach(() => {
	vi.unstubAllEnvs();
});

async function started(how: Partial<typeof HOW> = {}, origin = SQUARE) {
	const server = needed(await look(origin, recorded.io));
	const { url, pending } = needed(await begin(server, { ...HOW, ...how }, recorded.io));
	return { url: new URL(url), pending: stored(pending) };
}
const back = (state: string, changes: Record<string, string> = {}, to = REDIRECT) => {
	const url = new URL(to);
	const answer = { state, iss: SQUARE, code: 'c0de', ...changes };
	for (const [name, value] of Object.entries(answer)) if (value) url.searchParams.set(name, value);
	return url.href;
};
async function signedIn() {
	const { pending } = await started();
	return finish(back(pending.state), pending, recorded.io);
}

describe('signing in', () => {
	it('pushes the request, with a challenge, a hint and no more than the server knows of', async () => {
		const { url, pending } = await started();
		expect(Object.fromEntries(town.state.request)).toEqual({
			client_id: CLIENT,
			redirect_uri: REDIRECT,
			response_type: 'code',
			scope: 'atproto transition:generic',
			state: pending.state,
			code_challenge: expect.stringMatching(/^[\w-]{43}$/),
			code_challenge_method: 'S256',
			login_hint: 'alice.square.example',
			ui_locales: 'de',
		});
		expect(url.origin + url.pathname).toBe(`${SQUARE}/oauth/authorize`);
		expect(url.searchParams.get('request_uri')).toBe('urn:x:1');
	});

	it('gives a session of the account, with a key that nobody can read', async () => {
		const { session, me, server } = await signedIn();
		expect(server).toBeUndefined();
		expect(session).toMatchObject({
			account: ALICE,
			host: 'square.example',
			handle: 'alice.square.example',
			way: 'window',
			scopes: ['atproto', 'transition:generic'],
			pin: { id: ALICE, account: ALICE, key: 'did:web:square.example', portable: true },
		});
		expect(me).toMatchObject({ key: ALICE, handle: 'alice.square.example', network: 'atproto' });
		const days = ((session.endsAt ?? 0) - recorded.io.now()) / 86_400_000;
		expect(days).toBeGreaterThan(13.9);
		expect(days).toBeLessThanOrEqual(14);
		const { oauth } = stored(session).secret as { oauth: { key: CryptoKeyPair } };
		expect(oauth.key.privateKey.extractable).toBe(false);
	});

	it('sends no token in an address, and each proof once', async () => {
		await signedIn();
		const proofs = world.asked.map(({ headers }) => headers.get('dpop')).filter(Boolean);
		expect(new Set(proofs).size).toBe(proofs.length);
		expect(world.asked.filter(({ url }) => /access-|refresh-|c0de/.test(url.href))).toEqual([]);
	});

	it('through the window that the server can lead back to', async () => {
		const server = needed(await look(SQUARE, recorded.io));
		const through = (redirect: string) => begin(server, { ...HOW, redirect }, recorded.io);
		const asked = world.asked.length;
		expect(await through('chrome-extension://abc/signed-in.html')).toBeUndefined();
		expect(await through('http://127.0.0.1/townsquare')).toBeUndefined();
		vi.stubEnv('WXT_ATPROTO_CLIENT_ID', '');
		expect(await through(REDIRECT)).toBeUndefined();
		expect(world.asked).toHaveLength(asked);
	});

	it('on this machine as the client that needs no document', async () => {
		const near = 'http://127.0.0.1:4000';
		putServer(world, near);
		const here = putAuthority(world, near);
		const server = needed(await look(near, recorded.io));
		expect(await begin(server, HOW, recorded.io)).toBeUndefined();
		const redirect = 'http://127.0.0.1/townsquare';
		await started({ redirect }, near);
		const id = new URL(here.state.request.get('client_id') ?? '');
		expect(id.href).toMatch(/^http:\/\/localhost\/\?/);
		expect(here.state.request.get('client_id')).toMatch(/^http:\/\/localhost\?/);
		expect(id.searchParams.get('redirect_uri')).toBe(redirect);
		expect(id.searchParams.get('scope')).toBe('atproto transition:generic');
	});

	it('at an entryway, finds the account at its own server', async () => {
		const home = 'https://one.host.example';
		putServer(world, home);
		putAlice(world, 'alice.square.example', home);
		world.put(`GET ${home}/.well-known/oauth-protected-resource`, {
			resource: home,
			authorization_servers: [SQUARE],
		});
		world.put(`GET ${SQUARE}/.well-known/oauth-protected-resource`, no(404, 'NotFound'));
		world.put(`GET ${home}/xrpc/com.atproto.server.getSession`, {
			did: ALICE,
			handle: 'alice.square.example',
		});
		const { session, server } = await signedIn();
		expect(session.host).toBe('one.host.example');
		expect(server?.host).toBe('one.host.example');
	});

	it('ends with the server told to forget it', async () => {
		const { session } = await signedIn();
		await end(stored(session), recorded.io);
		const last = world.asked.at(-1);
		expect(last?.url.href).toBe(`${SQUARE}/oauth/revoke`);
		expect(last?.form.get('token')).toBe(town.state.refresh);
	});
});

describe('an answer that is not what it seems', () => {
	it.each([
		['another state', { state: 'guessed' }],
		['another issuer', { iss: 'https://eve.example' }],
		['no issuer', { iss: '' }],
	])('with %s is traded in nowhere', async (_, changes) => {
		const { pending } = await started();
		const asked = world.asked.length;
		const problem = await problemOf(finish(back(pending.state, changes), pending, recorded.io));
		expect(problem.kind).toBe('stranger');
		expect(world.asked).toHaveLength(asked);
	});

	it('at another address is traded in nowhere', async () => {
		const { pending } = await started();
		const answer = back(pending.state, {}, 'https://eve.chromiumapp.org/');
		expect((await problemOf(finish(answer, pending, recorded.io))).kind).toBe('stranger');
	});

	it('of a person who said no is refused in the server’s words', async () => {
		const { pending } = await started();
		const changes = { code: '', error: 'server_error', error_description: 'Not <b>today</b>' };
		const problem = await problemOf(finish(back(pending.state, changes), pending, recorded.io));
		expect(problem).toMatchObject({ kind: 'refused', said: 'Not today' });
	});

	it('with a code that was used is refused, and ends no session', async () => {
		const { pending } = await started();
		const answer = back(pending.state, { code: 'used' });
		expect((await problemOf(finish(answer, pending, recorded.io))).kind).toBe('refused');
	});

	it('names somebody who lives elsewhere: nobody is signed in', async () => {
		const bob = 'did:plc:bobbbbbbbbbbbbbbbbbbbbbb';
		putServer(world, 'https://calm.example');
		world.put(`GET ${PLC}/${bob}`, didDocument(bob, 'bob.calm.example', 'https://calm.example'));
		town.state.sub = bob;
		expect((await problemOf(signedIn())).kind).toBe('stranger');
		expect(
			world.asked.some(
				({ url, headers }) => url.host === 'calm.example' && headers.has('authorization'),
			),
		).toBe(false);
	});

	it('names nobody, or is no bound token of this network', async () => {
		town.state.sub = 'https://square.example/alice';
		expect((await problemOf(signedIn())).kind).toBe('broken');
		town.state.sub = ALICE;
		town.state.scope = 'openid';
		expect((await problemOf(signedIn())).kind).toBe('broken');
	});
});

describe('an authority that is not what it seems', () => {
	const documents = `GET ${SQUARE}/.well-known/oauth-authorization-server`;
	it.each([
		['of another issuer', { issuer: 'https://eve.example' }],
		['with a token endpoint elsewhere', { token_endpoint: 'https://eve.example/token' }],
		['with a form elsewhere', { authorization_endpoint: 'https://eve.example/form' }],
		['that knows no PKCE', { code_challenge_methods_supported: ['plain'] }],
		['that knows no key of ours', { dpop_signing_alg_values_supported: ['RS256'] }],
		['that lets nobody push', { pushed_authorization_request_endpoint: undefined }],
		['without the scope of the network', { scopes_supported: ['openid'] }],
	])('%s opens no window', async (_, changes) => {
		const server = needed(await look(SQUARE, recorded.io));
		world.put(documents, { ...authority(SQUARE), ...changes });
		expect(await begin(server, HOW, recorded.io)).toBeUndefined();
		expect(world.asked.every(({ url }) => url.host === 'square.example')).toBe(true);
	});

	it('on this machine is not asked on the word of a server elsewhere', async () => {
		const server = needed(await look(SQUARE, recorded.io));
		world.put(`GET ${SQUARE}/.well-known/oauth-protected-resource`, {
			resource: SQUARE,
			authorization_servers: ['http://127.0.0.1:9'],
		});
		expect(await begin(server, HOW, recorded.io)).toBeUndefined();
		expect(world.asked.every(({ url }) => url.host === 'square.example')).toBe(true);
	});

	it('that wants another nonce each time is asked twice', async () => {
		let n = 0;
		world.put(`POST ${SQUARE}/oauth/par`, () => {
			n += 1;
			return no(400, 'use_dpop_nonce', { 'dpop-nonce': `other-${n}` });
		});
		expect((await problemOf(started())).kind).toBe('refused');
		expect(n).toBe(2);
	});

	it('says too much', async () => {
		world.put(documents, { ...authority(SQUARE), more: 'x'.repeat(10_000_000) });
		expect(needed(await look(SQUARE, recorded.io)).signIn).toEqual(['password']);
	});
});
