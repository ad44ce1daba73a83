import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { greet, never, REDIRECT, signIn, startWorld, thrown } from '../../tests/fixtures/signed-in';
import { readPlans, readSession, writePlan } from '../store';
import { closeDatabase, database } from '../store/database';
import { beginSignIn, findServer, finishSignIn, server, sessions } from './index';

const HOST = 'chaos.example';
const OTHER = 'calm.example';
const HOW = { redirect: REDIRECT, again: false, language: 'en' };
let world: ReturnType<typeof startWorld>;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	world = startWorld([HOST, OTHER]);
});
afterEach(async () => {
	world.stop();
	await closeDatabase();
});

describe('finding a server', () => {
	it('finds it in what was typed, and stores nothing', async () => {
		const found = await findServer('@maria@chaos.example', never);
		expect(found.server.host).toBe(HOST);
		expect(await server(HOST)).toBeUndefined();
	});

	it('says what was tried where nobody speaks a known network', async () => {
		const error = await thrown(findServer('other.example', never));
		expect(error).toMatchObject({ name: 'ServerUnknown', tried: ['town'] });
		expect(error.text).toEqual({
			key: 'serverUnknown',
			parameters: { host: 'other.example' },
		});
	});

	it('asks for a permission only where somebody answers behind closed doors', async () => {
		world.town(HOST).behaviour = 'closed';
		const closed = await thrown(findServer(HOST, never));
		expect(closed.needsPermission).toBe('https://chaos.example/*');
		expect(closed.text?.key).toBe('serverNeedsPermission');
		world.town(OTHER).behaviour = 'down';
		const down = await thrown(findServer(OTHER, never));
		expect(down).toMatchObject({ name: 'NetworkProblem', kind: 'unreachable' });
		expect(down.needsPermission).toBeUndefined();
	});
});

/** The first half, which this world's servers never refuse. */
async function begun(...asked: Parameters<typeof beginSignIn>) {
	const start = await beginSignIn(...asked);
	if (!start) throw new Error('no window would do');
	return start;
}

describe('signing in', () => {
	it('stores session, server and account, and shows no secret', async () => {
		const me = await signIn(HOST, 'alice');
		expect(me.handle).toBe('alice@chaos.example');
		expect(me).not.toHaveProperty('secret');
		expect(await sessions()).toEqual([me]);
		expect((await server(HOST))?.title).toBe(HOST);
		expect(await (await database()).get('accounts', me.account)).toMatchObject({ name: 'alice' });
	});

	it('ends the way to a place where one went to sign up, and to no other', async () => {
		const going = (host: string) => writePlan('joining', { host, title: 'There', at: 1 });
		await going(OTHER);
		await signIn(HOST, 'alice');
		expect((await readPlans()).joining?.host).toBe(OTHER);
		await going(HOST);
		await signIn(HOST, 'alice');
		expect(await readPlans()).toEqual({});
		// By the handle alone: the account lives elsewhere.
		await going('example');
		await signIn(HOST, 'bob');
		expect(await readPlans()).toEqual({});
		await going('ample');
		await signIn(HOST, 'carol');
		expect((await readPlans()).joining?.host).toBe('ample');
	});

	it('stores no session at a host that its network did not say it found', async () => {
		const { finish } = world.network;
		world.network.finish = async (...asked) => {
			const finished = await finish?.(...asked);
			if (!finished) throw new Error('this network signs in');
			return { ...finished, session: { ...finished.session, host: OTHER } };
		};
		expect(await thrown(signIn(HOST, 'alice'))).toMatchObject({
			kind: 'stranger',
			text: { key: 'signInNotMine', parameters: { host: HOST } },
		});
		expect(await sessions()).toEqual([]);
	});

	it('registers the app once per server and address', async () => {
		await signIn(HOST, 'alice');
		await signIn(HOST, 'bob');
		expect(world.town(HOST).apps).toBe(1);
		await beginSignIn(
			(await findServer(HOST, never)).server,
			{ ...HOW, redirect: 'https://b/' },
			never,
		);
		expect(world.town(HOST).apps).toBe(2);
	});

	it('registers anew after the server did not know the app', async () => {
		const found = await findServer(HOST, never);
		const { state } = await begun(found.server, HOW, never);
		await thrown(finishSignIn(`${REDIRECT}?state=${state}&code=wrong`, never));
		await signIn(HOST, 'alice');
		expect(world.town(HOST).apps).toBe(2);
	});

	it('takes a callback once, and only within half an hour', async () => {
		const found = await findServer(HOST, never);
		const first = await begun(found.server, HOW, never);
		const callback = `${REDIRECT}?state=${first.state}&code=alice`;
		const both = await Promise.allSettled([
			finishSignIn(callback, never),
			finishSignIn(callback, never),
		]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const second = await begun(found.server, HOW, never);
		world.clock.now += 31 * 60_000;
		const late = await thrown(finishSignIn(`${REDIRECT}?state=${second.state}&code=bob`, never));
		expect(late.text?.key).toBe('signInExpired');
		expect(await sessions()).toHaveLength(1);
	});

	it.each(['', 'no address', `${REDIRECT}?code=alice`, `${REDIRECT}?state=made-up&code=alice`])(
		'refuses the callback %j that nobody waits for, without a request',
		async (callback) => {
			const error = await thrown(finishSignIn(callback, never));
			expect(error.text?.key).toBe('signInExpired');
			expect(world.town(HOST).log).toEqual([]);
		},
	);

	it('says so when the person declined', async () => {
		const found = await findServer(HOST, never);
		const { state } = await begun(found.server, HOW, never);
		const error = await thrown(
			finishSignIn(`${REDIRECT}?state=${state}&error=access_denied`, never),
		);
		expect(error.text).toEqual({ key: 'signInDenied', parameters: { host: HOST } });
	});

	it('again keeps the order, and an ended session is active then', async () => {
		const alice = await signIn(HOST, 'alice');
		world.clock.now += 1000;
		await signIn(OTHER, 'bob');
		world.town(HOST).behaviour = 'revoked';
		await thrown(greet(alice.account));
		world.town(HOST).behaviour = 'well';
		world.clock.now += 1000;
		await signIn(HOST, 'alice');
		expect((await sessions()).map(({ handle, state }) => [handle, state])).toEqual([
			['alice@chaos.example', 'active'],
			['bob@calm.example', 'active'],
		]);
	});

	it('at a server that has become somebody else is refused, and the new token is given back', async () => {
		const me = await signIn(HOST, 'alice');
		const before = await readSession(me.account);
		world.town(HOST).behaviour = 'stranger';
		const error = await thrown(signIn(HOST, 'alice'));
		expect(error.text?.key).toBe('signInStranger');
		expect(await readSession(me.account)).toEqual(before);
		expect(world.town(HOST).tokens.size).toBe(1);
	});
});
