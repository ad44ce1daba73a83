import { beforeEach, describe, expect, it } from 'vitest';
import { problemOf, recordingIo } from '../../../tests/contract/io';
import { needed, stored } from '../../../tests/contract/sign-in';
import {
	ALICE,
	AtWorld,
	didDocument,
	no,
	PLC,
	putAlice,
	putServer,
	putSessions,
	SQUARE,
} from '../../../tests/fixtures/atproto-world';
import { enter } from './password';
import { look } from './server';
import { end, verify } from './verify';
import { xrpc } from './xrpc';

const NOW = 1_800_000_000_000;
const PASSWORD = 'abcd-efgh-ijkl-mnop';
let world: AtWorld;
let town: ReturnType<typeof putSessions>;
let recorded: ReturnType<typeof recordingIo>;

beforeEach(() => {
	world = new AtWorld();
	putServer(world);
	putAlice(world);
	town = putSessions(world, () => NOW);
	recorded = recordingIo({ fetch: world.fetch, now: () => NOW });
});

async function entered(handle = 'alice.square.example', password = PASSWORD) {
	const server = needed(await look(SQUARE, recorded.io));
	return enter(server, { handle, password }, recorded.io);
}

describe('an app password', () => {
	it.each(['alice.square.example', '@alice.square.example', ' alice '])(
		'lets %s in',
		async (handle) => {
			const { session, me } = await entered(handle);
			expect(session).toMatchObject({
				account: ALICE,
				handle: 'alice.square.example',
				way: 'password',
			});
			expect(me.key).toBe(ALICE);
			expect(JSON.stringify(session)).not.toContain(PASSWORD);
			const days = ((session.endsAt ?? 0) - NOW) / 86_400_000;
			expect(Math.round(days)).toBe(90);
		},
	);

	it('that is wrong, or the one of the whole account, is answered with what to do', async () => {
		const wrong = await problemOf(entered('alice', 'hunter2-hunter2'));
		expect(wrong.sentence).toEqual({
			key: 'appPasswordRefused',
			parameters: { host: 'square.example' },
		});
		town.state.error = 'AuthFactorTokenRequired';
		expect((await problemOf(entered())).sentence?.key).toBe('appPasswordNeeded');
		town.state.error = `Echo ${PASSWORD}`;
		const echoed = await problemOf(entered());
		expect(JSON.stringify([echoed, echoed.message, echoed.text, echoed.said])).not.toContain(
			PASSWORD,
		);
	});

	it('is in no error, whatever the server echoes', async () => {
		world.put(`POST ${SQUARE}/xrpc/com.atproto.server.createSession`, no(403, `${PASSWORD} is no`));
		const echoed = await problemOf(entered());
		expect(echoed.said).toContain('is no');
		expect(JSON.stringify([echoed, echoed.message, echoed.said])).not.toContain(PASSWORD);
	});

	it('that the server then takes for somebody else’s is refused', async () => {
		town.guarded('GET', 'com.atproto.server.getSession', () => ({
			did: 'did:plc:zzzzzzzzzzzzzzzzzzzzzzzz',
			handle: 'eve.example',
		}));
		expect((await problemOf(entered())).kind).toBe('stranger');
	});

	it('makes no session of somebody else’s account', async () => {
		world.put(
			`GET ${PLC}/${ALICE}`,
			didDocument(ALICE, 'alice.square.example', 'https://calm.example'),
		);
		putServer(world, 'https://calm.example');
		putSessions(world, () => NOW, 'https://calm.example');
		expect((await problemOf(entered())).kind).toBe('refused');
		putAlice(world);
		town.state.did = 'did:plc:zzzzzzzzzzzzzzzzzzzzzzzz';
		expect((await problemOf(entered())).kind).toBe('missing');
	});

	it('does not give a name that the account’s document lacks', async () => {
		world.put(`GET ${PLC}/${ALICE}`, didDocument(ALICE, 'eve.example', SQUARE));
		expect((await entered()).session.handle).toBe(ALICE);
	});
});

describe('a session', () => {
	it('is asked for by the account’s document before its token travels', async () => {
		const { session } = await entered();
		world.asked.length = 0;
		expect((await verify(session, recorded.io)).key).toBe(ALICE);
		expect(world.paths().slice(0, 3)).toEqual([
			`GET ${PLC}/${ALICE}`,
			`GET ${SQUARE}/xrpc/com.atproto.server.describeServer`,
			`GET ${SQUARE}/xrpc/com.atproto.server.getSession`,
		]);
	});

	it('names me as whoever serves me does, else as I wrote it myself', async () => {
		const { session } = await entered();
		const names = async () => (await verify(session, recorded.io)).name;
		expect(await names()).toBe('alice.square.example');
		town.guarded('GET', 'com.atproto.repo.getRecord', ({ url }) =>
			url.searchParams.get('collection') === 'app.bsky.actor.profile'
				? { uri: 'at://x', value: { displayName: 'Alice at home' } }
				: undefined,
		);
		expect(await names()).toBe('Alice at home');
		const seen = { did: ALICE, handle: 'eve.example', displayName: 'Alice', followersCount: 2 };
		town.guarded('GET', 'app.bsky.actor.getProfile', () => seen);
		expect(await names()).toBe('Alice');
		expect((await verify(session, recorded.io)).handle).toBe('alice.square.example');
		town.guarded('GET', 'app.bsky.actor.getProfile', () => ({
			...seen,
			did: 'did:web:eve.example',
		}));
		expect(await names()).toBe('Alice at home');
	});

	const tokens = () => world.asked.filter(({ headers }) => headers.has('authorization'));

	it('whose account moved is over, and says where to', async () => {
		const { session } = await entered();
		world.asked.length = 0;
		world.put(
			`GET ${PLC}/${ALICE}`,
			didDocument(ALICE, 'alice.square.example', 'https://calm.example'),
		);
		const { kind, sentence } = await problemOf(verify(session, recorded.io));
		expect({ kind, sentence }).toEqual({
			kind: 'ended',
			sentence: {
				key: 'accountMoved',
				parameters: {
					handle: 'alice.square.example',
					host: 'square.example',
					home: 'calm.example',
				},
			},
		});
		expect(tokens()).toEqual([]);
	});

	it('whose host answers as another server is given to nobody', async () => {
		const { session } = await entered();
		world.asked.length = 0;
		world.put(`GET ${SQUARE}/xrpc/com.atproto.server.describeServer`, {
			did: 'did:web:eve.example',
			availableUserDomains: [],
		});
		expect((await problemOf(verify(session, recorded.io))).kind).toBe('stranger');
		world.put(`GET ${SQUARE}/xrpc/com.atproto.server.describeServer`, 'for sale');
		expect((await problemOf(verify(session, recorded.io))).kind).toBe('broken');
		expect(tokens()).toEqual([]);
	});

	it('goes on while the directory is down', async () => {
		const { session } = await entered();
		world.drop(`GET ${PLC}/${ALICE}`);
		for (const key of [...world.answers.keys()]) if (key.includes(PLC)) world.drop(key);
		expect((await verify(session, recorded.io)).handle).toBe('alice.square.example');
	});

	it('is told to be forgotten with the token that would renew it', async () => {
		const { session } = await entered();
		await end(stored(session), recorded.io);
		expect(world.asked.at(-1)?.headers.get('authorization')).toBe(`Bearer ${town.state.refresh}`);
	});

	it('is renewed with when it then ends', async () => {
		const { session } = await entered();
		recorded.secret = session.secret;
		const later = recordingIo({ fetch: world.fetch, now: () => NOW + 119.5 * 60_000 });
		later.secret = session.secret;
		const mine = { did: ALICE, handle: 'alice.square.example' };
		expect(await xrpc(session, later.io).get('com.atproto.server.getSession')).toEqual(mine);
		expect(later.secret).not.toEqual(session.secret);
		expect(town.state.serial).toBe(2);
	});
});
