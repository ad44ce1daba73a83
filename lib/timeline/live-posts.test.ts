import { beforeEach, describe, expect, it } from 'vitest';
import { accountOf, NOW, openSquare, type Square } from '../../tests/fixtures/square';
import type { Source, StoredPost } from '../model';
import { dropLocal, entriesBefore, putPosts, readPosts } from '../store';
import { database } from '../store/database';
import {
	conversation,
	fetchHistory,
	fetchNewer,
	fetchThread,
	get,
	horizon,
	poll,
	read,
	sourceStates,
} from '.';
import { horizonOf } from './sources';

const A = 'https://one.example/me';
const B = 'https://two.example/me';
const HOME: Source = { kind: 'home' };
let square: Square;

beforeEach(async () => {
	square = await openSquare([A, B]);
});

function readAll(): Promise<StoredPost[]> {
	return read('home', undefined, 1000);
}

async function countOf(by: string): Promise<number> {
	const rows = await entriesBefore('home', undefined, 1000);
	return rows.filter(({ seen }) => seen.some((one) => one.by === by)).length;
}

describe('sources', () => {
	it('a failure is written down, counted, and gone with the next answer', async () => {
		square.publish([A]);
		square.weather.set(A, 'down');
		for (const count of [1, 2]) {
			await expect(fetchNewer(A, HOME)).rejects.toMatchObject({ kind: 'unreachable' });
			const [row] = await sourceStates('home');
			expect(row?.failure).toMatchObject({ count, text: { key: 'networkUnreachable' } });
		}
		square.weather.delete(A);
		await fetchNewer(A, HOME);
		const [row] = await sourceStates('home');
		expect(row?.failure).toBeUndefined();
		expect(row?.answeredAt).toBeDefined();
	});

	it('a source whose pages jump in time is told', async () => {
		square.pageSize = 20;
		for (let i = 0; i < 20; i++) square.publish([A], { age: i % 2 ? 500 : 0 });
		for (let i = 0; i < 20; i++) square.publish([B]);
		await fetchNewer(A, HOME);
		await fetchNewer(B, HOME);
		const states = await sourceStates('home');
		expect(states.map(({ by, unordered }) => [by, unordered])).toEqual([
			[A, true],
			[B, undefined],
		]);
	});

	it('poll lets no server delay another, and survives one that is down', async () => {
		square.publish([B]);
		square.weather.set(A, 'hangs');
		const ending = new AbortController();
		const polling = poll(ending.signal);
		while ((await countOf(B)) === 0) await new Promise((resolve) => setTimeout(resolve));
		ending.abort();
		await polling;
		square.weather.set(A, 'down');
		await poll();
	});
});

describe('the horizon', () => {
	it('is where the first of the unfinished sources ends', async () => {
		for (let i = 0; i < 30; i++) square.publish(i < 15 ? [A] : [B]);
		await fetchNewer(A, HOME);
		await fetchNewer(B, HOME);
		const border = await horizon('home');
		expect(border?.sources.map(({ by }) => by)).toEqual([B, A]);
		// The last of a page may be late: what is complete is said on the safe side of it.
		expect(border?.at).toBe(square.listOf(B)[2]?.sortAt);
	});

	const span = { timeline: 'home', id: 1, newestAt: 9, top: [], older: '1' };
	const mine = [A, B].map((by) => ({ by, source: HOME }));
	const state = { timeline: 'home', source: HOME };
	const failure = { at: 1, text: { key: 'x' } };

	it.each([
		['one failure', { failure: { ...failure, count: 1 } }, 5],
		['two failures', { failure: { ...failure, count: 2 } }, 3],
		['no order', { unordered: true as const }, 3],
	])('with %s', (_name, how, at) => {
		const spans = [
			{ ...span, by: A, oldestAt: 5 },
			{ ...span, by: B, oldestAt: 3 },
		];
		expect(horizonOf(mine, [{ ...state, by: A, ...how }], spans)?.at).toBe(at);
	});
});

describe('posts', () => {
	it('seen by two accounts are one, with two views; deleted for one they stay for the other', async () => {
		const key = square.publish([A, B]);
		await fetchNewer(A, HOME);
		await fetchNewer(B, HOME);
		const all = await readAll();
		expect(all.length).toBe(1);
		expect(all[0]?.views?.map(({ by }) => by)).toEqual([A, B]);
		expect(all[0]?.author).toEqual(accountOf('https://far.example/ann'));
		await dropLocal(A, square.localId(A, key));
		expect((await get(key))?.views?.map(({ by }) => by)).toEqual([B]);
		await dropLocal(B, square.localId(B, key));
		expect(await get(key)).toBeUndefined();
		expect(await readAll()).toEqual([]);
	});

	it('reposted by several stand once, at the newest, with everybody named', async () => {
		const key = square.publish([A]);
		square.repost([A], key, 'bea');
		const other = square.publish([A]);
		square.repost([A], key, 'cem');
		await fetchNewer(A, HOME);
		const all = await readAll();
		expect(all.map(({ post }) => post.key)).toEqual([key, other]);
		expect(all[0]?.repostedBy?.map(({ name }) => name)).toEqual(['cem', 'bea']);
		await dropLocal(A, String(square.listOf(A)[0]?.id));
		expect((await readAll()).map(({ post }) => post.key)).toEqual([other, key]);
	});

	it('join the conversation when what they answer arrives, before or after', async () => {
		square.parentsById.add(A);
		const parent = square.publish([]);
		const child = square.publish([A], { parent });
		const grandchild = square.publish([A], { parent: child });
		await fetchNewer(A, HOME);
		expect((await get(grandchild))?.post.replyTo?.post).toBe(child);
		expect((await conversation(grandchild))?.missingParent).toEqual({});
		await putPosts({ posts: [square.seen(A, parent)], accounts: [] }, NOW);
		const found = await conversation(grandchild);
		expect(found?.ancestors.map(({ post }) => post.key)).toEqual([parent, child]);
		const down = await conversation(parent);
		expect(down?.replies.map(({ depth, post }) => [depth, post.post.key])).toEqual([
			[1, child],
			[2, grandchild],
		]);
	});

	it('that are gone vanish when their thread is asked for', async () => {
		const key = square.publish([A]);
		await fetchNewer(A, HOME);
		square.gone.add(key);
		await expect(fetchThread(key)).rejects.toMatchObject({ kind: 'missing' });
		expect(await readPosts([key])).toEqual([undefined]);
		expect(await readAll()).toEqual([]);
	});

	it('have their thread fetched through who answers', async () => {
		const key = square.publish([A, B]);
		const child = square.publish([], { parent: key });
		await fetchNewer(A, HOME);
		await fetchNewer(B, HOME);
		square.weather.set(A, 'down');
		await fetchThread(key);
		expect(await get(child)).toBeDefined();
		square.weather.set(B, 'down');
		await expect(fetchThread(key)).rejects.toMatchObject({ kind: 'unreachable' });
		expect((await get(key))?.views).toHaveLength(2);
	});

	it('of an archive or of another network are asked for nowhere', async () => {
		const key = square.publish([A]);
		const post = { ...square.seen(A, key).post, key: 'tw:1', network: 'x' };
		const row = { key: 'tw:1', post, views: [], readAt: NOW, locals: [] };
		await (await database()).put('posts', row);
		const calls = square.calls;
		await fetchThread('tw:1');
		expect(square.calls).toBe(calls);
	});

	it('have their earlier wordings fetched from who told them, and keep them', async () => {
		const key = square.publish([A, B]);
		await fetchNewer(A, HOME);
		await fetchNewer(B, HOME);
		square.edits.set(key, [{ key, createdAt: 5, content: { text: 'before' } }]);
		const asked: string[] = [];
		square.before = () => void asked.push('once');
		square.weather.set(B, 'down');
		await fetchHistory(key);
		expect(asked).toEqual(['once']);
		square.weather.delete(B);
		await fetchNewer(B, HOME);
		expect((await get(key))?.post.edits).toEqual(square.edits.get(key));
		await fetchHistory('https://far.example/not-stored');
	});

	it('from the future do not stay on top for ever', async () => {
		square.publish([A], { age: -1_000_000 });
		await fetchNewer(A, HOME);
		const [post] = await readAll();
		expect(post?.sortAt).toBeLessThan(post?.post.createdAt ?? 0);
	});

	it('stand in their place, whatever another server calls by their name', async () => {
		const key = square.publish([A]);
		const other = square.publish([]);
		const forged = { id: 900, activity: key, post: other, sortAt: NOW, by: accountOf('eve').key };
		square.listOf(B).unshift(forged);
		await fetchNewer(B, HOME);
		for (let again = 0; again < 2; again++) {
			await fetchNewer(A, HOME);
			const all = await readAll();
			expect(all.map(({ post }) => post.key).sort()).toEqual([key, other]);
			const mine = all.find(({ post }) => post.key === key);
			expect(mine?.sortAt).toBe(mine?.post.createdAt);
			expect(mine?.repostedBy).toBeUndefined();
		}
	});

	it('whose key looks like an archive’s are left out, and a number at the end fools nobody', async () => {
		const key = square.publish([A]);
		expect(key).toMatch(/:\d+$/);
		const forged = square.publish([A]);
		const post = square.posts.get(forged);
		square.posts.set('tw:5', { ...post, key: 'tw:5' } as NonNullable<typeof post>);
		for (const item of square.listOf(A)) if (item.post === forged) item.post = 'tw:5';
		await fetchNewer(A, HOME);
		expect((await readAll()).map(({ post: one }) => one.key)).toEqual([key]);
		expect((await get(key))?.post.key).toBe(key);
		expect(await get('tw:5')).toBeUndefined();
	});
});
