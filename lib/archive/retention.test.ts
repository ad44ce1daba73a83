import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dice } from '../../tests/fixtures/dice';
import { Life } from '../../tests/fixtures/life';
import { openSquare, type Square } from '../../tests/fixtures/square';
import type { Source, StoredPost } from '../model';
import {
	changePost,
	countEntries,
	countOldEntries,
	dropLocal,
	livePostKeys,
	purgeAccount,
	purgePeople,
	readPosts,
} from '../store';
import { conversation, fetchNewer, fetchOlder, get, read } from '../timeline';
import { moveAll } from './retention';

const A = 'https://one.example/me';
const B = 'https://two.example/me';
const HOME: Source = { kind: 'home' };
const never = new AbortController().signal;
let square: Square;
const put = IDBObjectStore.prototype.put;
const drop = IDBObjectStore.prototype.delete;

beforeEach(async () => {
	square = await openSquare([A, B]);
});
afterEach(() => {
	Object.assign(IDBObjectStore.prototype, { put, delete: drop });
});

/** Everything that is read, in pages of `n`. */
async function list(n = 30): Promise<StoredPost[]> {
	const all: StoredPost[] = [];
	for (;;) {
		const last = all.at(-1);
		const before = last && { sortAt: last.sortAt, key: last.activity ?? last.post.key };
		const page = await read('home', before, n);
		all.push(...page);
		if (page.length < n) return all;
	}
}

async function expectOnce(): Promise<void> {
	const keys = await livePostKeys();
	expect(new Set(keys).size).toBe(keys.length);
}

async function fill(n: number): Promise<void> {
	for (let i = 0; i < n; i++) {
		const keys = [...square.posts.keys()];
		const near = keys.at(-3);
		if (i % 7 === 3 && near) square.repost([A], near, `reposter${i % 3}`);
		else square.publish(i % 3 ? [A] : [A, B], i % 5 === 4 && near ? { parent: near } : {});
	}
	for (const by of [A, B]) {
		await fetchNewer(by, HOME);
		while (!(await fetchOlder(by, HOME)).end);
	}
}

describe('old live posts in segments', () => {
	it('are read as before, whatever the pages', async () => {
		square.pageSize = 40;
		await fill(400);
		const before = await list();
		const count = await countEntries();
		expect(await moveAll(100, never)).toBeGreaterThan(count - 200);
		expect(await countEntries()).toBeLessThanOrEqual(100);
		expect((await countEntries()) + (await countOldEntries())).toBe(count);
		for (const n of [1, 7, 64, 1000]) expect(await list(n)).toEqual(before);
		const old = before.at(-5) as StoredPost;
		expect(await get(old.post.key)).toBeDefined();
		expect(new Set(await livePostKeys())).toEqual(new Set(before.map(({ post }) => post.key)));
		const parent = before.findLast(({ replies }) => replies.length > 0) as StoredPost;
		const found = await conversation(parent.post.key);
		expect(found?.replies.map(({ post }) => post.post.key)).toContain(parent.replies[0]);
	});

	it('lose and double nothing when the worker dies at any write', async () => {
		square.pageSize = 40;
		await fill(150);
		const before = await list();
		const count = await countEntries();
		let calls = 0;
		let last = 1;
		const dying = (write: (...given: never[]) => IDBRequest) =>
			function (this: IDBObjectStore, ...given: never[]) {
				if (++calls === last) {
					this.transaction.abort();
					throw new DOMException('the worker died', 'AbortError');
				}
				return write.apply(this, given);
			};
		Object.assign(IDBObjectStore.prototype, { put: dying(put), delete: dying(drop) });
		for (let over = false; !over; last += 1 + (last >> 3)) {
			calls = 0;
			over = await moveAll(count - 40, never).then(
				() => calls < last,
				() => false,
			);
			const wasLast = last;
			last = Number.POSITIVE_INFINITY;
			expect((await countEntries()) + (await countOldEntries())).toBe(count);
			expect(await list()).toEqual(before);
			last = wasLast;
		}
		expect(await countOldEntries()).toBeGreaterThan(30);
	});

	it('stay rows when they are bookmarked or mine', async () => {
		await fill(60);
		const before = await list();
		const marked = before.at(-1) as StoredPost;
		await changePost(marked.post.key, (row) => ({
			...row,
			views: row.views.map((view) => ({ ...view, bookmarked: true as const })),
		}));
		await moveAll(10, never);
		expect(await countOldEntries()).toBeGreaterThan(30);
		await moveAll(0, never);
		const rows = await list();
		expect(rows.map(({ post }) => post.key)).toEqual(before.map(({ post }) => post.key));
		expect(await countEntries()).toBeGreaterThan(0);
	});

	it('are rows again when they are changed or reposted, and stand once', async () => {
		await fill(80);
		await moveAll(5, never);
		const old = (await list()).findLast(({ post }) => post.author?.endsWith('ann')) as StoredPost;
		await changePost(old.post.key, (row) => ({
			...row,
			views: row.views.map((view) => ({ ...view, favourited: true as const })),
		}));
		const changed = await get(old.post.key);
		expect(changed?.views?.every(({ favourited }) => favourited)).toBe(true);
		const other = (await list()).at(-2) as StoredPost;
		expect(other.post.key).not.toBe(old.post.key);
		square.repost([A], other.post.key, 'zoe');
		await fetchNewer(A, HOME);
		const all = await list();
		expect(all.filter(({ post }) => post.key === other.post.key)[0]?.repostedBy?.[0]?.name).toBe(
			'zoe',
		);
		await expectOnce();
		await moveAll(5, never);
		expect((await list()).map(({ activity }) => activity)).toEqual(
			all.map(({ activity }) => activity),
		);
	});

	it('go when they are deleted, their author is blocked, or I sign out', async () => {
		await fill(60);
		for (let i = 0; i < 5; i++) square.publish([A], { author: 'eve' });
		for (let i = 0; i < 20; i++) square.publish([A]);
		await fetchNewer(A, HOME);
		while (!(await fetchOlder(A, HOME)).end);
		await moveAll(0, never);
		expect(await countEntries()).toBe(0);
		const [first] = (await list()).slice(-1);
		const key = first?.post.key ?? '';
		for (const by of [A, B]) await dropLocal(by, square.localId(by, key));
		expect(await readPosts([key])).toEqual([undefined]);
		const eves = (await list()).filter(({ post }) => post.author?.endsWith('eve'));
		expect(eves.length).toBe(5);
		await purgePeople(A, new Set(['https://far.example/eve']), 'block');
		expect((await list()).some(({ post }) => post.author?.endsWith('eve'))).toBe(false);
		expect(await readPosts(eves.map(({ post }) => post.key))).toEqual(eves.map(() => undefined));
		await purgeAccount(A, { posts: false });
		const left = await list();
		expect(left.length).toBeGreaterThan(5);
		expect(left.every(({ views }) => views?.every(({ by }) => by === B))).toBe(true);
		await purgeAccount(B, { posts: false });
		expect(await livePostKeys()).toEqual([]);
		expect(await countOldEntries()).toBe(0);
	});

	it.each([201, 202, 203, 204])('change nothing that anybody reads: %i', async (seed) => {
		const roll = dice(seed);
		square.pageSize = 3 + roll(9);
		const life = new Life(square, [A, B], roll);
		for (let step = 0; step < 24; step++) {
			await life.step();
			if (roll(3) > 0) continue;
			const before = await list();
			const count = (await countEntries()) + (await countOldEntries());
			await moveAll(roll(60), never);
			await expectOnce();
			expect(await list(1 + roll(40))).toEqual(before);
			expect((await countEntries()) + (await countOldEntries())).toBe(count);
		}
		expect(await countOldEntries()).toBeGreaterThan(0);
	});
});
