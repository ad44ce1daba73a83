import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp, bringBack } from '../../tests/fixtures/backing-up';
import { personOf } from '../../tests/fixtures/network';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { signIn, startWorld } from '../../tests/fixtures/signed-in';
import type { Delivery, Post, View } from '../model';
import { fetchPerson, relate } from '../people';
import {
	addDeliveries,
	countEntries,
	eraseEverything,
	putPosts,
	putRelationships,
	readPosts,
	restoreEntries,
	rowsOf,
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

const ME = `https://${HOST}/people/alice`;
const OTHER = 'another of mine';

function postBy(author: string, id: string): Post {
	return { key: `${author}/${id}`, network: 'town', author, content: { text: `Post ${id}` } };
}

/** Stores a post with its places; `by` repost it there, where that is given. */
async function seen(post: Post, views: readonly View[], timelines: readonly string[], by?: string) {
	const posts = views.map((view) => ({ post, view }));
	await putPosts({ posts, accounts: [] }, 7);
	const places = views.map((view) => ({
		by: view.by,
		cursorId: view.localId,
		localId: view.localId,
	}));
	const activity = by === undefined ? post.key : `${post.key} by ${by}`;
	const more = by === undefined ? {} : { by };
	await restoreEntries(
		timelines.map((timeline) => {
			return { timeline, activity, post: post.key, sortAt: 5, seen: places, ...more };
		}),
		9,
	);
}

async function places(): Promise<string[]> {
	const found: string[] = [];
	for await (const rows of rowsOf('entries'))
		for (const { timeline, activity, seen: all } of rows)
			found.push(`${timeline}: ${activity} (${all.map(({ by }) => by)})`);
	return found.sort();
}

it('brings back of somebody who was muted since what was kept, where it was asked for', async () => {
	const bob = personOf(HOST, 'bob').key;
	const [heard, kept, carol] = [postBy(bob, '1'), postBy(bob, '2'), postBy('carol', '3')];
	await seen(heard, [{ by: ME, localId: '1' }], ['home']);
	await seen(kept, [{ by: ME, localId: '2', favourited: true }], ['home', `favourites ${ME}`]);
	await seen(carol, [{ by: ME, localId: '3' }], ['home'], bob);
	const shared = postBy(bob, '4');
	await seen(
		shared,
		[ME, OTHER].map((by) => ({ by, localId: '4' })),
		['home'],
	);
	const file = await backUp();

	await eraseEverything();
	await putRelationships([{ by: ME, account: bob, localId: '', muting: true }]);
	await bringBack(file);
	const [first, second, third, fourth] = await readPosts(
		[heard, kept, carol, shared].map(({ key }) => key),
	);
	expect(first).toBeUndefined();
	expect(second?.views).toMatchObject([{ by: ME, favourited: true }]);
	expect(third?.views).toMatchObject([{ by: ME }]);
	expect(fourth?.views).toMatchObject([{ by: OTHER }]);
	expect(await places()).toEqual([
		`favourites ${ME}: ${kept.key} (${ME})`,
		`home: ${shared.key} (${OTHER})`,
	]);
});

it('brings back no post that was deleted since, whether or not it was made here', async () => {
	const [made, found, stays] = ['1', '2', '3'].map((id) => postBy(ME, id)) as [Post, Post, Post];
	const views = [ME, OTHER].map((by) => ({ by, localId: '1' }));
	for (const post of [made, found, stays]) await seen(post, views, ['home']);
	const file = await backUp(['posts', 'timeline']);

	await eraseEverything();
	const row = { target: ME, state: 'sent', createdAt: 1, answers: [], verdicts: [] };
	const rows = [
		{ ...row, id: 'a', kind: 'create', uri: made.key, deletedAt: 8 },
		{ ...row, id: 'b', kind: 'delete', post: found.key },
		{ ...row, id: 'c', kind: 'delete', post: stays.key, state: 'failed' },
	];
	await addDeliveries(rows as unknown as Delivery[]);
	await bringBack(file);
	const [first, second, third] = await readPosts([made, found, stays].map(({ key }) => key));
	expect([first, second]).toEqual([undefined, undefined]);
	expect(third?.views).toHaveLength(2);
	expect(await places()).toEqual([`home: ${stays.key} (${ME},${OTHER})`]);
});
