import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryLocks } from '../../tests/fixtures/locks';
import { CANARY, personOf } from '../../tests/fixtures/network';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { greet, never, REDIRECT, signIn, startWorld, thrown } from '../../tests/fixtures/signed-in';
import type { ChoreEvent } from '../archive';
import { runExport } from '../archive/export';
import { putRelationships, putSession, readSession, readSessions } from '../store';
import { closeDatabase, database } from '../store/database';
import {
	beginSignIn,
	findServer,
	refreshServer,
	server,
	sessions,
	signOut,
	signOutEverywhere,
} from './index';
import { surround } from './surroundings';

const HOST = 'chaos.example';
const OTHER = 'calm.example';
const BOB = personOf(OTHER, 'bob').key;
const HOW = { redirect: REDIRECT, again: false, language: 'en' };
const DAY = 24 * 60 * 60_000;
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

it('reads a known server again', async () => {
	await signIn(HOST, 'alice');
	expect((await refreshServer(HOST)).title).toBe('Read again');
	expect((await server(HOST))?.title).toBe('Read again');
	expect((await thrown(refreshServer('nobody.example'))).name).toBe('ServerUnknown');
});

describe('signing out', () => {
	it('revokes and purges the token', async () => {
		const { account } = await signIn(HOST, 'alice');
		expect(await signOut(account, 'posts')).toEqual({ revoked: true });
		expect(world.town(HOST).tokens.size).toBe(0);
		expect(await readSessions()).toEqual([]);
	});

	it('deletes the token and what was read together, before the server is told', async () => {
		const { account } = await signIn(HOST, 'alice');
		const read = () =>
			putRelationships([{ by: account, account: BOB, localId: '2', following: true }]);
		const stored = async () => [
			(await readSessions()).length,
			await (await database()).count('relationships'),
		];
		await read();
		expect(await stored()).toEqual([1, 1]);
		const seen: number[][] = [];
		world.stop();
		world.stop = surround({
			networks: async () => [world.network],
			locked: memoryLocks(),
			fetch: async (url, init) => {
				seen.push(await stored());
				// Somebody was still fetching.
				await read();
				return world.fetch(url, init);
			},
		});
		expect(await signOut(account, 'nothing')).toEqual({ revoked: true });
		expect(seen).toEqual([[0, 0]]);
		expect(await stored()).toEqual([0, 0]);
	});

	it('leaves alone who signs in again while the server is told', async () => {
		const { account } = await signIn(HOST, 'alice');
		const row = await readSession(account);
		world.stop();
		world.stop = surround({
			networks: async () => [world.network],
			locked: memoryLocks(),
			fetch: async (url, init) => {
				if (row) await putSession(row, 1);
				return world.fetch(url, init);
			},
		});
		await signOut(account, 'nothing');
		expect((await readSessions()).map((one) => one.account)).toEqual([account]);
	});

	it('purges it even where the server cannot be told, and says so', async () => {
		const { account } = await signIn(HOST, 'alice');
		world.town(HOST).behaviour = 'down';
		expect(await signOut(account, 'posts')).toEqual({ revoked: false });
		expect(await readSessions()).toEqual([]);
	});

	it('everywhere tells each server, and names those that could not be told', async () => {
		await signIn(HOST, 'alice');
		await signIn(OTHER, 'bob');
		world.town(HOST).behaviour = 'down';
		expect(await signOutEverywhere()).toEqual({ notTold: [HOST] });
		expect(world.town(OTHER).tokens.size).toBe(0);
		expect(await readSessions()).toEqual([]);
	});

	it('with nothing kept forgets the app with the last session of a server', async () => {
		const alice = await signIn(HOST, 'alice');
		const bob = await signIn(HOST, 'bob');
		await signOut(alice.account, 'nothing');
		expect(await (await database()).count('registrations')).toBe(1);
		await signOut(bob.account, 'nothing');
		expect(await (await database()).count('registrations')).toBe(0);
	});
});

describe('secrets', () => {
	it('are in sessions, pending and registrations alone, and in no error', async () => {
		const { account } = await signIn(HOST, 'alice');
		await greet(account);
		await beginSignIn((await findServer(HOST, never)).server, HOW, never);
		const errors: Error[] = [];
		for (const behaviour of ['busy', 'closed', 'down', 'stranger', 'revoked'] as const) {
			world.town(HOST).behaviour = behaviour;
			world.clock.now += DAY;
			errors.push(await thrown(greet(account)));
		}
		const db = await database();
		const holding: string[] = [];
		for (const name of db.objectStoreNames) {
			const rows = [await db.getAll(name), await db.getAllKeys(name)];
			if (JSON.stringify(rows).includes(CANARY)) holding.push(name);
		}
		expect(holding).toEqual(['pending', 'registrations', 'sessions']);
		for (
			let error: unknown = errors.pop();
			error instanceof Error;
			error = error.cause ?? errors.pop()
		) {
			const said = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
			expect(said).not.toContain(CANARY);
		}
		expect(JSON.stringify(await sessions())).not.toContain(CANARY);
	});

	it('are not in the export', async () => {
		installMemoryOpfs();
		await signIn(HOST, 'alice');
		const events: ChoreEvent[] = [];
		const signal = never;
		await runExport({ emit: (event) => events.push(event), helpers: () => [], signal });
		const done = events.at(-1);
		const text = done?.type === 'done' ? await done.file?.text() : undefined;
		expect(text).toContain('"format"');
		expect(text).not.toContain(CANARY);
	});

	it('are in no address that was asked', async () => {
		const { account } = await signIn(HOST, 'alice');
		await greet(account);
		await signOut(account, 'nothing');
		expect(paths(HOST).join()).not.toContain(CANARY);
	});
});
