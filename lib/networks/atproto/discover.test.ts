import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problemOf, recordingIo } from '../../../tests/contract/io';
import {
	ALICE,
	AtWorld,
	authority,
	didDocument,
	no,
	PLC,
	putAlice,
	putServer,
	SQUARE,
} from '../../../tests/fixtures/atproto-world';
import { discover } from './discover';

let world: AtWorld;
beforeEach(() => {
	world = new AtWorld();
	putServer(world);
	putAlice(world);
});
afterEach(() => {
	vi.unstubAllEnvs();
});

const find = (typed: string) => discover(typed, recordingIo({ fetch: world.fetch }).io);
const HANDLE = 'alice.square.example';

describe('finding a server', () => {
	it('reads what it says of itself', async () => {
		const found = await find('square.example');
		expect(found?.handle).toBeUndefined();
		expect(found?.server).toMatchObject({
			host: 'square.example',
			origin: SQUARE,
			network: 'atproto',
			software: { name: 'pds', version: '0.4.200', shown: 'AT Protocol' },
			counting: 'graphemes',
			limits: { characters: 300, media: 4, imageBytes: 2_000_000, videoBytes: 50_000_000 },
			registrations: { open: true, invitation: true, approval: false },
			links: { privacy: `${SQUARE}/privacy`, terms: 'https://far.example/terms' },
			contact: { email: 'help@square.example' },
			signIn: ['password'],
		});
		expect(found?.server.features).toContain('services');
	});

	it('offers the window only to builds that a server elsewhere can know', async () => {
		vi.stubEnv('WXT_ATPROTO_CLIENT_ID', 'https://townsquare.example/client.json');
		expect((await find('square.example'))?.server.signIn).toEqual(['window', 'password']);
		world.put(`GET ${SQUARE}/.well-known/oauth-protected-resource`, no(404, 'NotFound'));
		world.put(`GET ${SQUARE}/.well-known/oauth-authorization-server`, no(404, 'NotFound'));
		expect((await find('square.example'))?.server.signIn).toEqual(['password']);
	});

	it.each([
		[
			'whose papers name another server',
			'protected-resource',
			{ resource: 'https://far.example' },
			'Untrusted',
		],
		[
			'whose authority calls itself another',
			'authorization-server',
			{ issuer: 'https://far.example' },
			'Untrusted',
		],
		[
			'whose tokens come from elsewhere',
			'authorization-server',
			{ token_endpoint: 'https://far.example/t' },
			'Untrusted',
		],
		[
			'that asks for no proof of a key',
			'authorization-server',
			{ dpop_signing_alg_values_supported: [] },
			'Unfit',
		],
	])('says why it does not use the page of a server %s', async (_what, paper, wrong, why) => {
		vi.stubEnv('WXT_ATPROTO_CLIENT_ID', 'https://townsquare.example/client.json');
		const good = (await find('square.example'))?.server;
		expect(good?.noWindow).toBeUndefined();
		const whole =
			paper === 'protected-resource' ? { authorization_servers: [SQUARE] } : authority(SQUARE);
		world.put(`GET ${SQUARE}/.well-known/oauth-${paper}`, { ...whole, ...wrong });
		expect((await find('square.example'))?.server).toMatchObject({
			signIn: ['password'],
			noWindow: { key: `window${why}`, parameters: { host: 'square.example' } },
		});
	});

	it('and on this machine to all', async () => {
		putServer(world, 'http://127.0.0.1:4000');
		expect((await find('127.0.0.1:4000'))?.server.signIn).toEqual(['window', 'password']);
	});

	it('is nobody where another protocol is spoken', async () => {
		world.put('GET https://chaos.example/api/v2/instance', { domain: 'chaos.example' });
		expect(await find('chaos.example')).toBeUndefined();
		world.put(
			'GET https://chaos.example/xrpc/com.atproto.server.describeServer',
			new Response('<html>', { headers: { 'content-type': 'text/html' } }),
		);
		expect(await find('https://chaos.example')).toBeUndefined();
		expect(await find('@maria@chaos.example')).toBeUndefined();
	});

	it('asks nobody for what is the name of another network', async () => {
		await find('@maria@square.example');
		await find('maria@square.example');
		expect(world.asked).toEqual([]);
	});

	it('keeps nothing of a server that lies about its limits and links', async () => {
		world.put(`GET ${SQUARE}/xrpc/com.atproto.server.describeServer`, {
			did: 'did:web:square.example',
			availableUserDomains: ['.square.example', '<script>', 7],
			blobUploadLimit: -1,
			links: { privacyPolicy: 'javascript:x', termsOfService: 'http://127.0.0.1/x' },
			contact: { email: 'a b@c<script>' },
		});
		const found = await find('https://square.example');
		expect(found?.server.links).toEqual({});
		expect(found?.server.contact).toBeUndefined();
		expect(found?.server.limits.videoBytes).toBe(300_000_000);
	});
});

describe('finding an account', () => {
	it.each([HANDLE, `@${HANDLE}`, `at://${HANDLE}`])('%s by its own host', async (typed) => {
		expect(await find(typed)).toMatchObject({ handle: HANDLE, server: { host: 'square.example' } });
		expect(world.paths()[0]).toBe(`GET https://${HANDLE}/.well-known/atproto-did`);
	});

	it('by the server of its parent domain, where its own host is nobody', async () => {
		world.drop(`GET https://${HANDLE}/.well-known/atproto-did`);
		world.put(`GET ${SQUARE}/xrpc/com.atproto.identity.resolveHandle`, ({ url }) =>
			url.searchParams.get('handle') === HANDLE ? { did: ALICE } : no(400, 'NotFound'),
		);
		expect(await find(`@${HANDLE}`)).toMatchObject({ server: { host: 'square.example' } });
		expect(await find(HANDLE)).toMatchObject({
			handle: HANDLE,
			server: { host: 'square.example' },
		});
	});

	it('asks for an address where no host knows it', async () => {
		const { sentence } = await problemOf(find('@alice.far.example'));
		expect(sentence).toEqual({
			key: 'handleNotFound',
			parameters: { handle: 'alice.far.example' },
		});
		expect((await problemOf(find('alice.far.example'))).sentence?.key).toBe('handleNotFound');
	});

	it('by DID, of the directory and of its own domain', async () => {
		expect(await find(ALICE)).toMatchObject({ handle: ALICE, server: { host: 'square.example' } });
		const web = 'did:web:bob.example';
		world.put(
			'GET https://bob.example/.well-known/did.json',
			didDocument(web, 'bob.example', SQUARE),
		);
		expect(await find(web)).toMatchObject({ server: { host: 'square.example' } });
		const unknown = 'did:plc:zzzzzzzzzzzzzzzzzzzzzzzz';
		expect((await problemOf(find(unknown))).sentence?.key).toBe('accountNotKnown');
	});

	it('at the directory that the build names', async () => {
		vi.stubEnv('WXT_PLC_DIRECTORY', 'https://directory.example');
		world.put(`GET https://directory.example/${ALICE}`, didDocument(ALICE, HANDLE, SQUARE));
		await find(ALICE);
		expect(world.paths()[0]).toBe(`GET https://directory.example/${ALICE}`);
	});
});

it('says what the directory is when it does not answer', async () => {
	world.put(`GET ${PLC}/${ALICE}`, no(503, 'Unavailable'));
	const problem = await problemOf(find(ALICE));
	const parameters = { directory: 'plc.directory' };
	expect(problem).toMatchObject({ kind: 'busy', status: 503 });
	expect(problem.text).toEqual({ key: 'networkDirectorySilent', parameters });
});

describe('an account that is not what it seems', () => {
	it('because its document claims another name, is refused, and nothing is asked of its server', async () => {
		world.put(`GET ${PLC}/${ALICE}`, didDocument(ALICE, 'eve.example', SQUARE));
		const problem = await problemOf(find(`@${HANDLE}`));
		expect(problem.sentence).toEqual({ key: 'handleNotClaimed', parameters: { handle: HANDLE } });
		expect(world.paths().some((path) => path.startsWith(`GET ${SQUARE}/`))).toBe(false);
	});

	it('because its document is of somebody else, is refused', async () => {
		const other = { ...didDocument(ALICE, HANDLE, SQUARE), id: 'did:plc:zzzzzzzzzzzzzzzzzzzzzzzz' };
		world.put(`GET ${PLC}/${ALICE}`, other);
		expect((await problemOf(find(ALICE))).kind).toBe('broken');
	});

	it.each([
		'http://127.0.0.1:9',
		'https://10.0.0.1',
		'https://router.lan',
		'http://square.example',
		'https://square.example/x',
		'javascript:x',
		'https://a:b@square.example',
	])('because it lives at %s, is led nowhere', async (pds) => {
		world.put(`GET ${PLC}/${ALICE}`, didDocument(ALICE, HANDLE, pds));
		expect((await problemOf(find(ALICE))).sentence?.key).toBe('accountWithoutServer');
		expect(world.paths()).toEqual([`GET ${PLC}/${ALICE}`]);
	});

	it('because what answers there is no server, is refused', async () => {
		world.put(`GET ${SQUARE}/xrpc/com.atproto.server.describeServer`, { hello: 1 });
		expect((await problemOf(find(ALICE))).sentence?.key).toBe('accountWithoutServer');
	});

	it('because its document is too long, is refused', async () => {
		const long = { ...didDocument(ALICE, HANDLE, SQUARE), more: 'x'.repeat(10_000_000) };
		world.put(`GET ${PLC}/${ALICE}`, long);
		expect((await problemOf(find(ALICE))).kind).toBe('broken');
		world.put(`GET https://${HANDLE}/.well-known/atproto-did`, 'x'.repeat(10_000_000));
		expect((await problemOf(find(`@${HANDLE}`))).sentence?.key).toBe('handleNotFound');
	});

	it('because a host leads elsewhere, is not found', async () => {
		world.put(
			`GET https://${HANDLE}/.well-known/atproto-did`,
			new Response(null, { status: 302, headers: { location: 'https://eve.example/' } }),
		);
		expect((await problemOf(find(`@${HANDLE}`))).sentence?.key).toBe('handleNotFound');
		expect(world.asked.every(({ url }) => !url.host.includes('eve'))).toBe(true);
	});
});
