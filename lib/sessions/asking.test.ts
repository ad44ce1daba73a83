import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { greet, never, signIn, startWorld, thrown } from '../../tests/fixtures/signed-in';
import { NetworkProblem } from '../networks';
import { onChange, putSession, readSession, type Topic } from '../store';
import { closeDatabase } from '../store/database';
import { asking, budgets, findServer, sessions, signOut } from './index';

const HOST = 'chaos.example';
const OTHER = 'calm.example';
const QUARTER = 15 * 60_000;
let world: ReturnType<typeof startWorld>;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	world = startWorld([HOST, OTHER]);
});
afterEach(async () => {
	world.stop();
	await closeDatabase();
});

const paths = (host: string) => world.town(host).log.map(({ path }) => path);

describe('asking', () => {
	it('works with the session, and without verifying it anew within a quarter of an hour', async () => {
		const { account } = await signIn(HOST, 'alice');
		world.town(HOST).log.length = 0;
		await greet(account);
		world.clock.now += QUARTER - 1;
		await greet(account);
		expect(paths(HOST)).toEqual(['/person', '/person']);
		world.clock.now += 1;
		await greet(account);
		expect(paths(HOST).slice(2)).toEqual(['/me', '/person']);
	});

	it('verifies once, however many ask at the same time', async () => {
		const { account } = await signIn(HOST, 'alice');
		world.clock.now += QUARTER;
		world.town(HOST).log.length = 0;
		await Promise.all([greet(account), greet(account), greet(account)]);
		expect(paths(HOST).filter((path) => path === '/me')).toHaveLength(1);
	});

	it('verifies again after nobody answered', async () => {
		const { account } = await signIn(HOST, 'alice');
		world.town(HOST).behaviour = 'down';
		expect(await thrown(greet(account))).toMatchObject({ kind: 'unreachable' });
		world.town(HOST).behaviour = 'well';
		world.town(HOST).log.length = 0;
		await greet(account);
		expect(paths(HOST)).toEqual(['/me', '/person']);
	});

	it('sends nothing more to a host that answers as somebody else', async () => {
		const { account } = await signIn(HOST, 'alice');
		const topics: Topic[] = [];
		const stop = onChange(['sessions'], (topic) => topics.push(topic));
		world.clock.now += QUARTER;
		world.town(HOST).behaviour = 'stranger';
		const error = await thrown(greet(account));
		expect(error.text?.key).toBe('sessionStranger');
		expect(await sessions()).toMatchObject([{ state: 'stranger' }]);
		expect(topics.length).toBeGreaterThan(0);
		stop();
		world.town(HOST).log.length = 0;
		expect(await thrown(greet(account))).toMatchObject({ kind: 'stranger' });
		expect(await signOut(account, 'nothing')).toEqual({ revoked: false });
		expect(world.town(HOST).log).toEqual([]);
	});

	it('stores that a session ended, and refuses at once from then on', async () => {
		const { account } = await signIn(HOST, 'alice');
		world.town(HOST).behaviour = 'revoked';
		expect((await thrown(greet(account))).text).toEqual({
			key: 'sessionEnded',
			parameters: { handle: 'alice@chaos.example', host: HOST },
		});
		world.town(HOST).log.length = 0;
		expect(await thrown(greet(account))).toMatchObject({ kind: 'ended' });
		expect(world.town(HOST).log).toEqual([]);
	});

	it('does not end the session that the person signed in to meanwhile', async () => {
		const { account } = await signIn(HOST, 'alice');
		await thrown(
			asking(account, async (_network, session) => {
				await putSession({ ...session, secret: { app: 'x', token: 'newer' } }, world.clock.now);
				throw new NetworkProblem('ended', HOST);
			}),
		);
		expect(await sessions()).toMatchObject([{ state: 'active' }]);
	});

	it('renews a secret once, however many need it at the same time', async () => {
		const { account } = await signIn(HOST, 'alice');
		const made: unknown[] = [];
		const renew = () =>
			asking(account, (_network, session, io) =>
				io.renew(async (stored) => {
					// Somebody else was first: the stored one is new already.
					if (JSON.stringify(stored) !== JSON.stringify(session.secret)) return { secret: stored };
					made.push(stored);
					return { secret: { token: `next ${made.length}` } };
				}),
			);
		const secrets = await Promise.all([renew(), renew(), renew()]);
		expect(secrets).toEqual(Array(3).fill({ token: 'next 1' }));
		expect((await readSession(account))?.secret).toEqual({ token: 'next 1' });
		expect(made).toHaveLength(1);
	});

	it('offers the permission when only the browser keeps the answer', async () => {
		const { account } = await signIn(HOST, 'alice');
		world.town(HOST).behaviour = 'closed';
		const error = await thrown(greet(account));
		expect(error.needsPermission).toBe('https://chaos.example/*');
		const probe = world.town(HOST).log.at(-1);
		expect(probe).toMatchObject({ mode: 'no-cors', method: 'HEAD', token: undefined });
	});

	it('ends work in progress when the person signs out', async () => {
		const { account } = await signIn(HOST, 'alice');
		let started = () => {};
		const running = new Promise<void>((resolve) => {
			started = resolve;
		});
		const work = asking(
			account,
			(_network, _session, io) =>
				new Promise((_, reject) => {
					io.signal.addEventListener('abort', () => reject(new NetworkProblem('cancelled', HOST)));
					started();
				}),
		);
		await running;
		const [error] = await Promise.all([thrown(work), signOut(account, 'nothing')]);
		expect(error).toMatchObject({ name: 'NotSignedIn', text: { key: 'sessionGone' } });
	});

	it('refuses an account that is not signed in', async () => {
		expect((await thrown(greet('https://chaos.example/people/nobody'))).text?.key).toBe(
			'sessionGone',
		);
	});
});

describe('the budget', () => {
	it('of a server that is down lets what a person does be tried', async () => {
		const { account } = await signIn(HOST, 'alice');
		world.town(HOST).behaviour = 'down';
		for (let i = 0; i < 5; i++)
			expect(await thrown(greet(account))).toMatchObject({ kind: 'unreachable' });
		world.town(HOST).behaviour = 'well';
		await greet(account);
	});

	it('of a failing server delays nobody else', async () => {
		const alice = await signIn(HOST, 'alice');
		const bob = await signIn(OTHER, 'bob');
		world.town(HOST).behaviour = 'down';
		for (let i = 0; i < 5; i++) await thrown(greet(alice.account));
		const { waited } = world.clock;
		await greet(bob.account);
		expect(world.clock.waited).toBe(waited);
	});

	it('puts nothing off because this machine was offline', async () => {
		const { account } = await signIn(HOST, 'alice');
		Object.assign(world.clock, { online: false });
		world.town(HOST).behaviour = 'down';
		for (let i = 0; i < 5; i++) expect((await thrown(greet(account))).kind).toBe('offline');
		Object.assign(world.clock, { online: true });
		world.town(HOST).behaviour = 'well';
		await greet(account);
		expect(world.clock.waited).toBe(0);
	});

	it('counts contacts and bytes, those of a probe too', async () => {
		await signIn(HOST, 'alice');
		const [row] = await budgets();
		expect(row).toMatchObject({ host: HOST, contacts: world.town(HOST).log.length });
		expect(row?.bytes).toBeGreaterThan(0);
		world.town(HOST).behaviour = 'closed';
		await thrown(findServer(HOST, never));
		expect((await budgets())[0]?.contacts).toBe(world.town(HOST).log.length);
	});

	it('ends its wait when the caller does', async () => {
		const { account } = await signIn(HOST, 'alice');
		const gone = AbortSignal.abort();
		const error = await thrown(
			asking(account, (_network, session, io) => io.budget.reserve(session.host, 1), gone),
		);
		expect(error.kind).toBe('cancelled');
	});
});
