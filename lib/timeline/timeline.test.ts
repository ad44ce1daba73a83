import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Expected, makeArchive } from '../../tests/fixtures/archive';
import { importHere, pick, removeHere } from '../../tests/fixtures/importing';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import type { StoredPost } from '../model';
import { archives, type Cursor, conversation, get, newestFirst, onThisDay, read } from '.';

let folder: string;
let first: Expected;
let second: Expected;
let all: StoredPost[];

/** Two people's archives, so that the read has something to merge. */
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'townsquare-timeline-'));
	installMemoryOpfs();
	first = await makeArchive({ out: join(folder, 'a.zip'), n: 900, sample: 100 });
	second = await makeArchive({
		out: join(folder, 'b.zip'),
		n: 700,
		seed: 2,
		accountId: '77',
		user: 'b',
	});
	for (const { paths } of [first, second]) await importHere(await pick(paths));
	all = await read('home', undefined, 10_000);
});
afterAll(() => rm(folder, { recursive: true }));

describe('read', () => {
	it('hands out every post of every archive once, in the total order', () => {
		const keys = new Set(all.map(({ post }) => post.key));
		expect(keys.size).toBe(all.length);
		// The hand-written posts of the fixtures have the same ids in both archives.
		const both = first.counts.posts + second.counts.posts;
		expect(both - all.length).toBeLessThan(40);
		for (const { key } of [...first.posts, ...second.posts]) expect(keys.has(key)).toBe(true);
		expect([...all].sort(newestFirst)).toEqual(all);
	});

	it.each([[1], [7], [50], [64], [500]])('has no gap and no double in pages of %i', async (n) => {
		const paged: StoredPost[] = [];
		let before: Cursor | undefined;
		for (;;) {
			const page = await read('home', before, n);
			if (page.length === 0) break;
			expect(page.length).toBeLessThanOrEqual(n);
			paged.push(...page);
			const last = page.at(-1);
			before = last && { sortAt: last.sortAt, key: last.post.key };
		}
		expect(paged.map(({ post }) => post.key)).toEqual(all.map(({ post }) => post.key));
	});

	it('begins strictly before a moment', async () => {
		const middle = all[700]?.sortAt ?? 0;
		const [next] = await read('home', { sortAt: middle }, 1);
		expect(next?.post.key).toBe(all.find(({ sortAt }) => sortAt < middle)?.post.key);
	});

	it('has the likes in a list of their own', async () => {
		const likes = await read('likes', undefined, 10_000);
		expect(likes.length).toBe(first.counts.likes + second.counts.likes);
		expect(likes.every(({ post }) => post.liked)).toBe(true);
	});
});

describe('get', () => {
	it('finds every post by its key, and nothing by another', async () => {
		for (let i = 0; i < all.length; i += 13) {
			const key = all[i]?.post.key ?? '';
			expect((await get(key))?.post.key).toBe(key);
		}
		for (const key of ['tw:1', 'tw:', 'at://x', '', `tw:${'9'.repeat(40)}`, 'twlike:1'])
			expect(await get(key)).toBeUndefined();
	});

	it('finds an edited post by the key of an earlier version', async () => {
		const edited = all.filter(({ post }) => post.edits);
		expect(edited.length).toBeGreaterThan(0);
		for (const { post } of edited) {
			for (const { key } of post.edits ?? []) expect((await get(key))?.post.key).toBe(post.key);
		}
	});
});

describe('conversation', () => {
	it('joins a thread both ways, from whichever post it is entered', async () => {
		const [archive] = (await archives()).filter(({ summary }) => summary.threads.length > 0);
		const [root] = archive?.summary.threads ?? [];
		const down = await conversation(root?.key ?? '');
		expect(down?.replies.length).toBe((root?.value ?? 0) - 1);
		const last = down?.replies.at(-1)?.post.post.key ?? '';
		const up = await conversation(last);
		expect(up?.ancestors[0]?.post.key).toBe(root?.key);
		expect(up?.missingParent).toBeUndefined();
	});

	it('says what is not stored', async () => {
		const reply = all.find(
			({ post }) => post.replyTo?.account !== post.author && post.replyTo?.post,
		);
		const found = await conversation(reply?.post.key ?? '');
		expect(found?.missingParent).toEqual(reply?.post.replyTo);
		expect(await conversation('tw:1')).toBeUndefined();
	});
});

it('on this day has the own posts of earlier years on the same day', async () => {
	const posts = all.filter(({ post }) => !post.repostOf);
	const some = new Date(posts[100]?.sortAt ?? 0);
	const today = new Date(some.getFullYear() + 3, some.getMonth(), some.getDate());
	const found = await onThisDay(today);
	const wanted = posts.filter(({ sortAt }) => {
		const day = new Date(sortAt);
		const same = day.getMonth() === today.getMonth() && day.getDate() === today.getDate();
		return same && day.getFullYear() < today.getFullYear();
	});
	expect(found.map(({ post }) => post.key)).toEqual(wanted.map(({ post }) => post.key));
});

it('goes on when an archive is removed between two reads', async () => {
	const other = (await archives()).find(({ account }) => account.handle === 'b');
	await removeHere(other?.account.key ?? '', other?.imports[0]?.id ?? '');
	const left = await read('home', undefined, 10_000);
	expect(left.length).toBe(first.counts.posts);
	expect(left.map(({ post }) => post.key)).toEqual(
		all.map(({ post }) => post.key).filter((key) => left.some(({ post }) => post.key === key)),
	);
});
