import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { personOf } from '../../tests/fixtures/network';
import { never, signIn, startWorld } from '../../tests/fixtures/signed-in';
import { readPosts } from '../store';
import { closeDatabase } from '../store/database';
import { type FoundEverywhere, findEverywhere } from './index';

const HOSTS = ['chaos.example', 'calm.example', 'down.example'];
const BOB = personOf('chaos.example', 'bob').key;
const post = { key: `${BOB}/1`, network: 'town', author: BOB, content: { text: 'found' } };
let world: ReturnType<typeof startWorld>;

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	world = startWorld(HOSTS);
	for (const host of HOSTS) {
		await signIn(host, 'alice');
		world.clock.now += 1;
	}
	await signIn('chaos.example', 'carol');
});
afterEach(async () => {
	world.stop();
	await closeDatabase();
});

it('asks each server once, waits for none, names those that fail, and has each thing once', async () => {
	let open = () => {};
	world.town('calm.example').until = new Promise((resolve) => {
		open = resolve;
	});
	world.town('down.example').behaviour = 'down';
	for (const host of ['chaos.example', 'calm.example']) {
		Object.assign(world.town(host), { posts: [post], tags: ['Tea', host] });
	}
	const states: FoundEverywhere[] = [];
	for await (const state of findEverywhere('tea', never)) {
		states.push(state);
		if (state.waiting.length === 1) open();
	}
	expect(states[0]?.waiting).toEqual(HOSTS);
	expect(states.at(-2)).toMatchObject({ waiting: ['calm.example'], posts: [post.key] });
	const last = states.at(-1);
	expect(last).toMatchObject({ waiting: [], posts: [post.key] });
	expect(last?.failed).toMatchObject([
		{ host: 'down.example', text: { key: 'networkUnreachable' } },
	]);
	expect(last?.tags.map(({ tag }) => tag)).toEqual(['Tea', 'chaos.example', 'calm.example']);
	expect(last?.accounts).toHaveLength(8);
	expect((await readPosts([post.key]))[0]?.views).toHaveLength(2);
	const searches = world.town('chaos.example').log.filter(({ path }) => path === '/search');
	expect(searches).toHaveLength(1);
});
