import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problemOf, recordingIo } from '../../../tests/contract/io';
import { needed, stored } from '../../../tests/contract/sign-in';
import {
	AtWorld,
	no,
	putAlice,
	putAuthority,
	putServer,
	SQUARE,
} from '../../../tests/fixtures/atproto-world';
import { memoryLocks } from '../../../tests/fixtures/locks';
import type { Session } from '../../model';
import { begin, finish } from './oauth';
import { look } from './server';
import { xrpc } from './xrpc';

const HOW = { redirect: 'https://abc.chromiumapp.org/', again: false, language: 'en' };
const TIMELINE = 'app.bsky.feed.getTimeline';
let world: AtWorld;
let town: ReturnType<typeof putAuthority>;
let recorded: ReturnType<typeof recordingIo>;
let session: Session;
let later = 0;
const NOW = 1_800_000_000_000;

beforeEach(async () => {
	vi.stubEnv('WXT_ATPROTO_CLIENT_ID', 'https://townsquare.example/client.json');
	later = 0;
	world = new AtWorld();
	putServer(world);
	putAlice(world);
	town = putAuthority(world);
	town.guarded('GET', TIMELINE, ({ headers }) => ({
		feed: [],
		to: headers.get('atproto-proxy'),
		labelers: headers.get('atproto-accept-labelers'),
	}));
	recorded = recordingIo({ fetch: world.fetch, now: () => NOW + later });
	const server = needed(await look(SQUARE, recorded.io));
	const { pending } = needed(await begin(server, HOW, recorded.io));
	const callback = `${HOW.redirect}?state=${pending.state}&iss=${SQUARE}&code=c0de`;
	session = stored((await finish(callback, stored(pending), recorded.io)).session);
	recorded.secret = session.secret;
	world.asked.length = 0;
});
afterEach(() => {
	vi.unstubAllEnvs();
});

const read = (from = session) => xrpc(from, recorded.io).get(TIMELINE, { limit: 5 });
const renewals = () =>
	world.asked.filter(({ form }) => form.get('grant_type') === 'refresh_token').length;

describe('a call', () => {
	it('is proven, and carries what the person chose', async () => {
		expect(await read()).toEqual({ feed: [], to: null, labelers: null });
		const view = 'did:web:view.example#bsky_appview';
		const labelers = ['did:plc:labelerlabelerlabelerlab', 'nobody\r\n', 'did:web:l.example'];
		expect(await read({ ...session, services: { view, labelers } })).toEqual({
			feed: [],
			to: view,
			labelers: 'did:plc:labelerlabelerlabelerlab, did:web:l.example',
		});
		const away = { ...session, services: { view: 'nobody' } };
		expect((await problemOf(read(away))).kind).toBe('unsafe');
	});

	it('to the server itself goes to nobody behind it', async () => {
		const services = { view: 'did:web:view.example#bsky_appview' };
		await xrpc({ ...session, services }, recorded.io).get('com.atproto.server.getSession');
		expect(world.asked.at(-1)?.headers.has('atproto-proxy')).toBe(false);
	});

	it('with a nonce that is over is asked once more', async () => {
		town.state.nonce = 'nonce-2';
		await read();
		expect(world.asked).toHaveLength(2);
		await read();
		expect(world.asked).toHaveLength(3);
	});

	it('with a token that runs out is renewed first, and by the new one from then on', async () => {
		later = 260_000;
		const asking = xrpc(session, recorded.io);
		await asking.get(TIMELINE);
		await asking.get(TIMELINE);
		expect(renewals()).toBe(1);
		expect(recorded.secret).toMatchObject({ token: 'access-2', refresh: 'refresh-2' });
	});

	it('with a token that the server no longer takes is renewed and asked again', async () => {
		town.state.access = 'another';
		expect(await read()).toMatchObject({ feed: [] });
		expect(renewals()).toBe(1);
	});

	it('renews once, however many need it', async () => {
		later = 260_000;
		const locked = memoryLocks();
		const { renew } = recorded.io;
		recorded.io.renew = (make) => locked('secret', recorded.io.signal, () => renew(make));
		await Promise.all([read(), read(), read()]);
		expect(renewals()).toBe(1);
	});

	it('renews for whoever left meanwhile, too', async () => {
		later = 260_000;
		const token = needed(world.answers.get(`POST ${SQUARE}/oauth/token`));
		world.put(`POST ${SQUARE}/oauth/token`, (asked) => {
			recorded.cancel();
			return token(asked);
		});
		expect((await problemOf(read())).kind).toBe('cancelled');
		expect(recorded.secret).toMatchObject({ refresh: 'refresh-2' });
	});

	it('with a refresh token that was used before ends the session', async () => {
		later = 260_000;
		town.state.refresh = 'somebody used it';
		expect((await problemOf(read())).kind).toBe('ended');
	});

	it('with a key that was lost on the way ends the session', async () => {
		const lost = { ...session, secret: JSON.parse(JSON.stringify(session.secret)) };
		const problem = await problemOf(Promise.resolve().then(() => read(lost)));
		expect(problem.kind).toBe('ended');
		expect(world.asked).toEqual([]);
	});
});

describe('a refusal', () => {
	const answering = (answer: Response) => town.guarded('GET', TIMELINE, () => answer.clone());
	it.each([
		[400, 'NotFound', 'missing', 'view.example'],
		[400, 'RecordNotFound', 'missing', 'view.example'],
		[400, 'InvalidRequest', 'refused', 'view.example'],
		[502, 'UpstreamFailure', 'busy', 'view.example'],
		[504, 'UpstreamTimeout', 'busy', 'view.example'],
		[503, 'Unavailable', 'busy', 'view.example'],
		[429, 'RateLimitExceeded', 'busy', 'square.example'],
		[401, 'BadJwt', 'forbidden', 'view.example'],
		[403, 'ScopeMissingError', 'forbidden', 'square.example'],
		// The reference server's word for a view whose name leads nowhere.
		[500, 'InternalServerError', 'busy', 'view.example'],
	])('%i %s is %s, of %s', async (status, error, kind, host) => {
		answering(no(status, error));
		const services = { view: 'did:web:view.example#bsky_appview' };
		const problem = await problemOf(read({ ...session, services }));
		expect({ kind: problem.kind, host: problem.host }).toEqual({ kind, host });
	});

	it('of the server itself is its own when it chose who serves', async () => {
		answering(no(500, 'InternalServerError'));
		expect(await problemOf(read())).toMatchObject({ kind: 'broken', host: 'square.example' });
	});

	it('of somebody behind the server ends no session, whatever they say of the token', async () => {
		answering(no(401, 'ExpiredToken'));
		expect((await problemOf(read())).kind).toBe('forbidden');
		expect(renewals()).toBe(1);
	});

	it('of the server itself after a renewal ends it', async () => {
		town.guarded('GET', 'com.atproto.server.getSession', () => no(400, 'ExpiredToken'));
		const asked = xrpc(session, recorded.io).get('com.atproto.server.getSession');
		expect((await problemOf(asked)).kind).toBe('ended');
	});

	it('holds no token', async () => {
		answering(
			Response.json({ error: 'InvalidRequest', message: 'access-1 refresh-1 x' }, { status: 400 }),
		);
		const problem = await problemOf(read());
		expect(problem.said).toBe('… … x');
	});
});
