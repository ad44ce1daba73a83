import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeWorker } from '../../tests/bench/search/fake-worker';
import { lookAt } from '../../tests/bench/search/oracle';
import { writeArchive } from '../../tests/bench/search/store';
import { createQueries, createVaried } from '../../tests/bench/search/varied';
import { installMemoryLocks } from '../../tests/fixtures/locks';
import type { Account, Post } from '../model';
import { generations, removeGeneration, sweepGenerations } from '../store';
import { closeDatabase } from '../store/database';
import { connectSearch, type SearchClient, type SearchCursor, type SearchPage } from '.';

const mira: Account = { key: 'tw:1', handle: 'mira_sample', name: 'Mira Sample' };
const rio: Account = { key: 'tw:2', handle: 'rio', name: 'Rio' };

let client: SearchClient;

beforeEach(async () => {
	installMemoryLocks();
	globalThis.indexedDB = new IDBFactory();
	await generations({ fresh: true });
	client = connectSearch(fakeWorker);
});

afterEach(async () => {
	client.close();
	await closeDatabase();
});

function make(owner: Account, seed: number, count: number, prefix?: 'tw' | 'twlike'): Post[] {
	const next = createVaried(owner, seed, prefix);
	return Array.from({ length: count }, next);
}

/** The exact total, also where it comes after the page. */
function exactTotal(text: string, n: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const stop = client.onTotal(({ query, total }) => {
			if (query.text === text) finish(total);
		});
		const finish = (total: number) => {
			stop();
			resolve(total);
		};
		client.search(text, { n }).then(({ exact, total }) => exact && finish(total), reject);
	});
}

/** The keys of all hits, page by page. */
async function everything(text: string, n: number): Promise<string[]> {
	const keys: string[] = [];
	let before: SearchCursor | undefined;
	do {
		const page: SearchPage = await client.search(text, before ? { n, before } : { n });
		expect(page.hits.length).toBeLessThanOrEqual(n);
		keys.push(...page.hits.map(({ post }) => post.key));
		before = page.next;
	} while (before);
	return keys;
}

type Stored = { owner: Account; list: 'posts' | 'likes'; post: Post };

/** Newest first, as hits have to come. */
function inOrder(stored: readonly Stored[]): Stored[] {
	const rank = ({ owner, list }: Stored) => `${owner.key} ${list}`;
	const id = ({ post }: Stored) => Number(post.key.replace(/^.*:/, ''));
	return stored.toSorted(
		(a, b) =>
			(b.post.createdAt ?? 0) - (a.post.createdAt ?? 0) ||
			(rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0) ||
			id(b) - id(a),
	);
}

test('random queries of all kinds find what a look at every post finds', {
	timeout: 60_000,
}, async () => {
	const own = make(mira, 1, 3000);
	const likes = make(mira, 2, 1000, 'twlike');
	const others = make(rio, 3, 1500);
	await writeArchive({ owner: mira, posts: own, likes, blockPosts: 700 });
	await writeArchive({ owner: rio, posts: others });
	const stored = inOrder([
		...own.map((post): Stored => ({ owner: mira, list: 'posts', post })),
		...likes.map((post): Stored => ({ owner: mira, list: 'likes', post })),
		...others.map((post): Stored => ({ owner: rio, list: 'posts', post })),
	]);
	const looks = stored.map(({ post, owner }) => lookAt(post, owner));
	const next = createQueries(4);
	let found = 0;
	for (let i = 0; i < 250; i++) {
		const { text, holds } = next();
		const wanted = looks.filter(holds).map(({ post }) => post.key);
		const n = [10, 37, 400][i % 3] ?? 1;
		expect(await exactTotal(text, n), text).toBe(wanted.length);
		const page = await client.search(text, { n });
		expect(
			page.hits.map(({ post }) => post.key),
			text,
		).toEqual(wanted.slice(0, n));
		if (wanted.length < 600) expect(await everything(text, n), text).toEqual(wanted);
		if (wanted.length > 0) found++;
	}
	expect(found).toBeGreaterThan(120);
});

describe('pages', () => {
	test('have neither gaps nor doubles over lists, blocks and posts of one moment', async () => {
		const at = (moment: number, id: number, text: string): Post => ({
			key: `tw:${id}`,
			network: 'x',
			createdAt: moment,
			content: { text },
		});
		const same = Array.from({ length: 1300 }, (_, i) => at(1000, i + 1, 'tea'));
		const posts = [at(1, 0, 'tea'), ...same, at(2000, 5000, 'tea')];
		await writeArchive({ owner: mira, posts, likes: posts, blockPosts: 300 });
		await writeArchive({ owner: rio, posts: posts.slice(0, 900) });
		for (const n of [1000, 77]) {
			const keys = await everything('tea', n);
			expect(keys.length).toBe(posts.length * 2 + 900);
			expect(keys.slice(0, 2)).toEqual(['tw:5000', 'tw:5000']);
			expect(keys.slice(-3)).toEqual(['tw:0', 'tw:0', 'tw:0']);
		}
	});

	test('go on at the same place after another import', async () => {
		const posts = make(mira, 5, 1200);
		await writeArchive({ owner: mira, posts });
		const before = await everything('night', 1000);
		const first = await client.search('night', { n: 20 });
		await writeArchive({ owner: mira, posts });
		await sweepGenerations();
		const second = await client.search('night', {
			n: 1000,
			...(first.next ? { before: first.next } : {}),
		});
		expect([...first.hits, ...second.hits].map(({ post }) => post.key)).toEqual(before);
	});
});

describe('replaced and removed', () => {
	test('a query whose pages are swept away is answered from the new generation', async () => {
		const posts = make(mira, 6, 2000);
		await writeArchive({ owner: mira, posts });
		await client.search('tea', { n: 5 });
		// Silence: the worker must find out by itself.
		const old = await generations();
		await writeArchive({ owner: mira, posts: posts.slice(0, 1000) });
		await sweepGenerations();
		const [generation] = await generations();
		expect(generation?.id).not.toBe(old[0]?.id);
		const answers = await Promise.all(
			['night', '"night train"', 'before:2012', 'sun -sea'].map((text) => everything(text, 50)),
		);
		for (const keys of answers) {
			expect(keys.every((key) => posts.slice(0, 1000).some((post) => post.key === key))).toBe(true);
		}
	});

	test('nothing is found of a removed archive', async () => {
		await writeArchive({ owner: mira, posts: make(mira, 7, 300) });
		expect((await client.search('night', { n: 5 })).total).toBeGreaterThan(0);
		await removeGeneration(mira.key);
		await sweepGenerations();
		expect(await client.search('night', { n: 5 })).toMatchObject({
			hits: [],
			total: 0,
			exact: true,
		});
	});

	test('replacing under a running query leaves each answer whole', async () => {
		const posts = make(mira, 8, 1500);
		await writeArchive({ owner: mira, posts });
		const wanted = await everything('"night train" -tea', 50);
		const running = Array.from({ length: 8 }, () => everything('"night train" -tea', 2));
		await writeArchive({ owner: mira, posts });
		await sweepGenerations();
		for (const keys of await Promise.all(running)) expect(keys).toEqual(wanted);
	});
});

describe('the client', () => {
	test('an aborted search rejects with its reason, and the next one is answered', async () => {
		await writeArchive({ owner: mira, posts: make(mira, 9, 500) });
		const controller = new AbortController();
		const aborted = client.search('"the a"', { n: 10, signal: controller.signal });
		controller.abort(new Error('typed on'));
		await expect(aborted).rejects.toThrow('typed on');
		await expect(client.search('a', { n: 1, signal: controller.signal })).rejects.toThrow(
			'typed on',
		);
		expect((await client.search('night', { n: 3 })).hits).toHaveLength(3);
	});

	test('a phrase is answered before all texts are looked at, and its total follows', async () => {
		const post = (i: number): Post => ({
			key: `tw:${i}`,
			network: 'x',
			createdAt: i,
			content: { text: i % 2 ? 'night train' : 'train night' },
		});
		await writeArchive({ owner: mira, posts: Array.from({ length: 4000 }, (_, i) => post(i)) });
		const total = exactTotal('"night train"', 5);
		const page = await client.search('"night train"', { n: 5 });
		expect(page.hits.map(({ post: { key } }) => key)).toEqual(
			[3999, 3997, 3995, 3993, 3991].map((i) => `tw:${i}`),
		);
		expect(await total).toBe(2000);
	});

	test('typing finds beginnings, a query that is sent does not', async () => {
		const posts = [{ key: 'tw:1', network: 'x', createdAt: 1, content: { text: 'trains' } }];
		await writeArchive({ owner: mira, posts });
		expect((await client.search('trai', { n: 5, typing: true })).total).toBe(1);
		expect((await client.search('trai', { n: 5 })).total).toBe(0);
	});

	test('an empty query finds nothing, one that only excludes finds the rest', async () => {
		await writeArchive({ owner: mira, posts: make(mira, 10, 200) });
		expect(await client.search(' ', { n: 5 })).toMatchObject({ hits: [], total: 0 });
		const { total } = await client.search('night', { n: 5 });
		expect((await client.search('-night', { n: 5 })).total).toBe(200 - total);
	});

	test('closing rejects what is under way', async () => {
		const search = client.search('night', { n: 5 });
		client.close();
		await expect(search).rejects.toThrow('closed');
	});
});

test('texts cannot pass for operators', async () => {
	const texts = ['\u0001from:rio', '\u0001is:liked', 'is:liked from:rio', 'has\u0001:media'];
	const posts = texts.map(
		(text, i): Post => ({ key: `tw:${i}`, network: 'x', createdAt: i, content: { text } }),
	);
	await writeArchive({ owner: mira, posts });
	for (const text of ['from:rio', 'is:liked', 'has:media', 'from:\u0001is:mine']) {
		expect((await client.search(text, { n: 5 })).total, text).toBe(0);
	}
	expect((await client.search('is:mine', { n: 5 })).total).toBe(texts.length);
});
