import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp, bringBack } from '../../tests/fixtures/backing-up';
import { personOf } from '../../tests/fixtures/network';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { signIn, startWorld } from '../../tests/fixtures/signed-in';
import { fetchPerson, relate } from '../people';
import {
	countEntries,
	eraseEverything,
	putPosts,
	putRelationships,
	readPosts,
	restoreEntries,
} from '../store';

const HOST = 'chaos.example';
let world: ReturnType<typeof startWorld>;

beforeEach(async () => {
	installMemoryOpfs();
	await eraseEverything();
	world = startWorld([HOST]);
});
afterEach(() => world.stop());

it('brings back nobody who was blocked since, but for an account that did not block them', async () => {
	const me = (await signIn(HOST, 'alice')).account;
	const bob = personOf(HOST, 'bob').key;
	await fetchPerson({ handle: `bob@${HOST}` }, me);
	const post = { key: `${bob}/1`, network: 'town', author: bob, content: { text: 'You again' } };
	const view = { by: me, localId: '2' };
	await putPosts({ posts: [{ post, view }], accounts: [] }, 7);
	const seen = [{ by: me, cursorId: '2', localId: '2' }];
	const entry = { timeline: 'home', activity: post.key, post: post.key, sortAt: 5, seen };
	await restoreEntries([entry], 9);
	const file = await backUp();

	await relate(me, bob, { type: 'block', on: true });
	expect(await readPosts([post.key])).toEqual([undefined]);
	await bringBack(file);
	expect(await readPosts([post.key])).toEqual([undefined]);
	expect(await countEntries()).toBe(0);

	await eraseEverything();
	await putRelationships([{ by: 'another of mine', account: bob, localId: '', blocking: true }]);
	await bringBack(file);
	expect((await readPosts([post.key]))[0]?.views).toMatchObject([view]);
	expect(await countEntries()).toBe(1);
});
