import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signIn, startWorld } from '../../tests/fixtures/signed-in';
import { closeDatabase } from '../store/database';
import { learnServer, server, signOut } from '.';

const HERE = 'here.example';
const DAY = 24 * 60 * 60_000;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	world = startWorld([HERE]);
});
afterEach(async () => {
	world.stop();
	await closeDatabase();
});
let world: ReturnType<typeof startWorld>;

it('is read again after a day, by one page, and by nobody who is not signed in', async () => {
	const { account } = await signIn(HERE, 'alice', world.clock.now);
	const asked = () => world.town(HERE).log.length;
	const before = asked();
	await learnServer(account);
	world.clock.now += DAY - 1;
	await learnServer(account);
	expect(asked()).toBe(before);
	world.clock.now += 1;
	await Promise.all([learnServer(account), learnServer(account)]);
	expect(asked()).toBe(before + 1);
	expect((await server(HERE))?.readAt).toBe(world.clock.now);
	// A clock that was put back.
	world.clock.now -= 2 * DAY;
	await learnServer(account);
	expect(asked()).toBe(before + 2);
	await signOut(account, 'posts');
	world.clock.now += 2 * DAY;
	const after = asked();
	await learnServer(account);
	expect(asked()).toBe(after);
});
