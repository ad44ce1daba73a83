import { expect, test } from 'vitest';
import type { StoredPost } from '../../lib/model';
import {
	countOf,
	forgetFar,
	itemAt,
	keyAt,
	locate,
	outdated,
	type Pages,
	START,
	unread,
	withAgain,
	withNext,
} from './pages';

function posts(from: number, n: number): StoredPost[] {
	return Array.from({ length: n }, (_, i) => ({
		post: { key: `tw:${from + i}`, network: 'x', content: { text: '' } },
		owner: 'tw:1',
		sortAt: 0,
		replies: [],
	}));
}

/** `n` pages of ten; the cursor is the number of items before. */
function read(n: number): Pages<number> {
	let pages: Pages<number> = START;
	for (let i = 0; i < n; i++)
		pages = withNext(pages, { items: posts(i * 10, 10), next: (i + 1) * 10 });
	return pages;
}

test('items are found by their place over all pages', () => {
	const pages = read(3);
	expect(countOf(pages)).toBe(30);
	expect(itemAt(pages, 0)?.post.key).toBe('tw:0');
	expect(itemAt(pages, 10)?.post.key).toBe('tw:10');
	expect(itemAt(pages, 29)?.post.key).toBe('tw:29');
	expect(itemAt(pages, 30)).toBeUndefined();
	expect(locate(pages, 19)).toEqual({ page: 1, at: 9 });
});

test('the last page ends the feed, and so does an empty one', () => {
	expect(withNext(read(1), { items: posts(10, 3) }).next).toBeUndefined();
	expect(withNext(read(1), { items: [], next: 11 }).next).toBeUndefined();
	expect(read(1).next).toEqual({ from: 10 });
});

test('pages far away are forgotten, keep their size, and are read again from where they began', () => {
	const pages = forgetFar(read(40), 195, 205);
	expect(countOf(pages)).toBe(400);
	expect(itemAt(pages, 80)).toBeUndefined();
	expect(itemAt(pages, 90)?.post.key).toBe('tw:90');
	expect(itemAt(pages, 309)?.post.key).toBe('tw:309');
	expect(itemAt(pages, 310)).toBeUndefined();
	expect(unread(pages, 75, 95)).toEqual([7, 8]);
	expect(pages.pages[7]?.from).toBe(70);
	const again = withAgain(pages, 7, [{ items: posts(70, 10) }]);
	expect(itemAt(again, 71)?.post.key).toBe('tw:71');
	expect(unread(again, 75, 95)).toEqual([8]);
});

test('nothing to forget changes nothing', () => {
	const pages = read(3);
	expect(forgetFar(pages, 0, 5)).toBe(pages);
});

test('a page that is read again may be several, and what is around it keeps its name', () => {
	const pages = read(3);
	const parts = [
		{ items: posts(10, 10), next: 15 },
		{ items: posts(100, 5), next: 20 },
	];
	const again = withAgain(pages, 1, parts);
	expect(again.pages.map(({ from }) => from)).toEqual([undefined, 10, 15, 20]);
	expect(keyAt(again, 20)).toBe('tw:100');
	expect(keyAt(again, 25)).toBe('tw:20');
	expect(keyAt(pages, 25)).toBe('tw:25');
});

test('a list that had ended goes on from its end once it is outdated', () => {
	const ended = withNext(read(1), { items: [] });
	expect(ended.next).toBeUndefined();
	const open = outdated(ended);
	expect(open.next).toEqual({ from: 10 });
	expect(open.pages.map(({ stale }) => stale)).toEqual([true]);
});
