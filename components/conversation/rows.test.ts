import { expect, test } from 'vitest';
import type { Post, StoredPost } from '../../lib/model';
import { toRows } from './rows';

function stored(key: string, replyTo?: string, author = 'tw:1'): StoredPost {
	const post: Post = {
		key,
		network: 'x',
		author,
		content: { text: key },
		...(replyTo ? { replyTo: { post: replyTo } } : {}),
	};
	return { post, owner: 'tw:1', sortAt: 0, replies: [] };
}

function places(rows: ReturnType<typeof toRows>): [string, number | undefined, number][] {
	return rows.map(({ stored: { post }, thread, depth }) => [post.key, thread?.place, depth]);
}

test('a thread is numbered from its first post, wherever one looks at it', () => {
	const rows = toRows({
		ancestors: [stored('tw:1'), stored('tw:2', 'tw:1')],
		post: stored('tw:3', 'tw:2'),
		replies: [
			{ depth: 1, post: stored('tw:4', 'tw:3') },
			{ depth: 2, post: stored('tw:5', 'tw:4') },
		],
	});
	expect(places(rows)).toEqual([
		['tw:1', 1, 0],
		['tw:2', 2, 0],
		['tw:3', 3, 0],
		['tw:4', 4, 0],
		['tw:5', 5, 0],
	]);
	expect(rows[0]?.thread?.of).toBe(5);
	expect(rows.map(({ current }) => current)).toEqual([false, false, true, false, false]);
});

test('somebody else in between ends the thread, a second answer stands aside', () => {
	const rows = toRows({
		ancestors: [stored('tw:1'), stored('tw:2', 'tw:1', 'tw:9')],
		post: stored('tw:3', 'tw:2'),
		replies: [
			{ depth: 1, post: stored('tw:4', 'tw:3') },
			{ depth: 1, post: stored('tw:5', 'tw:3') },
		],
	});
	expect(places(rows)).toEqual([
		['tw:1', undefined, 0],
		['tw:2', undefined, 0],
		['tw:3', 1, 0],
		['tw:4', 2, 0],
		['tw:5', undefined, 1],
	]);
});

test('a post alone is no thread; deep replies stay on the page', () => {
	const rows = toRows({
		ancestors: [],
		post: stored('tw:1'),
		replies: [{ depth: 40, post: stored('tw:2', 'tw:1', 'tw:9') }],
	});
	expect(places(rows)).toEqual([
		['tw:1', undefined, 0],
		['tw:2', undefined, 4],
	]);
});
