import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLive, MINE, PEOPLE } from '../../../tests/bench/search/live';
import {
	everything,
	NOW,
	put,
	sessionOf,
	stored,
	tick,
} from '../../../tests/bench/search/live-town';
import { installMemoryLocks } from '../../../tests/fixtures/locks';
import type { Post } from '../../model';
import {
	dropLocal,
	purgeAccount,
	purgePeople,
	putPosts,
	putSession,
	readLiveIndex,
} from '../../store';
import { closeDatabase, database } from '../../store/database';
import { Engine } from '../read/engine';
import { drainLive } from './drain';

const [ME, SQUARE] = MINE;

beforeEach(async () => {
	installMemoryLocks();
	globalThis.indexedDB = new IDBFactory();
	for (const mine of MINE) await putSession(sessionOf(mine), NOW);
});
afterEach(closeDatabase);

/** Terms and keys that stand anywhere in the stored index. */
async function inIndex(): Promise<string> {
	const db = await database();
	const decoder = new TextDecoder('latin1');
	const pages = (await db.getAll('livePostings')).map((page) => decoder.decode(page));
	return JSON.stringify([pages, await db.getAll('liveKeys'), await db.getAll('dirty')]);
}

describe('the index', () => {
	const secret = (n: number, author: string = PEOPLE[2]?.key ?? ''): Post => ({
		key: `${author}/posts/${n}`,
		network: 'mastodon',
		author,
		createdAt: n,
		content: { text: `zanzibar${n} quince` },
	});

	async function putSecrets(count: number, by: string = ME.account): Promise<void> {
		const posts = Array.from({ length: count }, (_, n) => ({
			post: secret(n),
			view: { by, localId: `${n}` },
		}));
		await putPosts({ posts, accounts: PEOPLE }, tick());
	}

	test('loses the words of what was purged at the next drain', async () => {
		await putSecrets(300);
		await put({
			post: { ...secret(1, PEOPLE[4]?.key), content: { text: 'quince stays' } },
			views: [{ by: ME.account, localId: 'x' }],
		});
		await drainLive(tick());
		expect(await inIndex()).toContain('zanzibar');
		await purgePeople(ME.account, new Set([secret(1).author ?? '']), 'block');
		await drainLive(tick());
		const left = await inIndex();
		expect(left).not.toContain('zanzibar');
		expect(left).not.toContain(secret(1).author);
		expect(await everything(new Engine(), 'quince', 50)).toHaveLength(1);
	});

	test('loses the words of what was deleted or reworded within a day', async () => {
		await putSecrets(300);
		await drainLive(tick());
		await dropLocal(ME.account, '7');
		await drainLive(tick());
		expect(await everything(new Engine(), 'zanzibar7', 5)).toEqual([]);
		await drainLive(tick() + 86_400_001);
		expect(await inIndex()).not.toMatch(/posts\/7"/);
	});

	test('is gone after a sign-out that keeps nothing, and found by it again after one that keeps posts', async () => {
		await putSecrets(30);
		await drainLive(tick());
		await purgeAccount(SQUARE.account, { posts: false });
		await drainLive(tick());
		expect(await everything(new Engine(), 'quince', 50)).toHaveLength(30);
		await purgeAccount(ME.account, { posts: true });
		expect(await everything(new Engine(), 'quince', 50)).toHaveLength(30);
		await putSecrets(1);
		await purgeAccount(ME.account, { posts: false });
		await drainLive(tick());
		expect(await inIndex()).not.toContain('zanzibar');
	});

	test('stays a handful of blocks, however often it is drained', async () => {
		const make = createLive(9);
		for (let i = 0; i < 60; i++) {
			for (let k = 0; k < 5; k++) await put(make());
			await drainLive(tick());
		}
		const { blocks, dirty } = await readLiveIndex();
		expect(dirty).toEqual([]);
		expect(blocks.length).toBeLessThan(10);
		expect(await everything(new Engine(), 'after:2000', 100)).toHaveLength((await stored()).length);
	});

	test('of another tokenizer is made anew', async () => {
		await putSecrets(40);
		await drainLive(tick());
		const db = await database();
		const [block] = await db.getAll('liveBlocks');
		if (!block) throw new Error('no block');
		await db.put('liveBlocks', { ...block, tokenizer: -1, firstTerms: ['zzz'] });
		await drainLive(tick(), 7);
		expect(await everything(new Engine(), 'zanzibar3', 5)).toEqual([secret(3).key]);
		expect((await readLiveIndex()).blocks.some(({ tokenizer }) => tokenizer === -1)).toBe(false);
	});

	test('follows a handle, and what becomes mine', async () => {
		await putSecrets(3);
		await drainLive(tick());
		const [author] = PEOPLE.slice(2);
		if (!author) throw new Error('nobody');
		await putPosts(
			{ posts: [], accounts: [{ ...author, handle: 'renamed@chaos.example' }] },
			tick(),
		);
		expect(await everything(new Engine(), 'from:renamed', 5)).toHaveLength(3);
		expect(await everything(new Engine(), 'is:mine', 5)).toHaveLength(0);
		await putSession({ ...sessionOf(ME), account: author.key }, NOW);
		expect(await everything(new Engine(), 'is:mine', 5)).toHaveLength(3);
	});

	test('a post that is written while it is packed is still dirty', async () => {
		await putSecrets(50);
		const draining = drainLive(tick());
		for (let i = 0; i < 20; i++) {
			const post = { ...secret(i), content: { text: `kumquat${i}` }, editedAt: tick() };
			await put({ post, views: [{ by: ME.account, localId: `${i}` }] });
		}
		await draining;
		const engine = new Engine();
		for (let i = 0; i < 20; i++)
			expect(await everything(engine, `kumquat${i}`, 5)).toEqual([secret(i).key]);
		expect(await everything(engine, 'quince', 100)).toHaveLength(30);
	});
});
