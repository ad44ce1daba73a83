import { expect, test } from 'vitest';
import { createRandom } from '../../../tests/bench/search/posts';
import type { Account, Post } from '../../model';
import { emptyBitmap, previous } from '../read/bitmap';
import { addPostings, pagesFor } from '../read/page-reader';
import { BLOCK_POSTS, createBlockBuilder } from './builder';

const owner: Account = { key: 'tw:1', handle: 'Mira', name: 'Mira Sample' };

function postOf(text: string): Post {
	return { key: 'tw:2', network: 'x', content: { text } };
}

function build(texts: readonly string[], start = 0) {
	const builder = createBlockBuilder(start);
	for (const text of texts) builder.add(postOf(text), owner);
	const { info, pages, bytes } = builder.finish();
	const find = (term: string, prefix = false): number[] => {
		const bits = emptyBitmap(info.count);
		const element = prefix ? ({ term, prefix } as const) : { term };
		const [from, to] = pagesFor(info.firstTerms, element);
		for (const page of pages.slice(from, to)) addPostings(page, element, bits);
		const found: number[] = [];
		for (let at = previous(bits, info.count); at >= 0; at = previous(bits, at)) found.unshift(at);
		return found;
	};
	return { info, pages, bytes, find };
}

test('every term and every beginning of one is found where it stands', () => {
	const random = createRandom(3);
	const letters = ['a', 'b', 'c', 'ä', 'я', '東', '京', '한'];
	const some = (most: number) => Math.floor(random() * most);
	const makeWord = () =>
		Array.from({ length: 1 + some(random() < 0.05 ? 40 : 4) }, () => letters[some(3)]).join('') +
		(random() < 0.2 ? letters[3 + some(5)] : '');
	const texts = Array.from({ length: 3000 }, () =>
		Array.from({ length: 1 + some(12) }, makeWord).join(' '),
	);
	const { info, pages, find } = build(texts);
	expect(pages.length).toBeGreaterThan(3);
	expect(info.firstTerms.length).toBe(pages.length);
	const where = new Map<string, number[]>();
	for (const [i, text] of texts.entries()) {
		const plain = text.replaceAll('ä', 'a');
		for (const found of new Set(plain.match(/[abcя한]+|[東京]/g))) {
			where.set(found, [...(where.get(found) ?? []), i]);
		}
	}
	for (const [term, posts] of where) expect(find(term), term).toEqual(posts);
	for (const beginning of ['a', 'ab', 'cc', 'bca', 'ccccc']) {
		const posts = new Set<number>();
		for (const [term, found] of where) {
			if (term.startsWith(beginning)) for (const post of found) posts.add(post);
		}
		expect(find(beginning, true), beginning).toEqual([...posts].sort((a, b) => a - b));
	}
});

test('what is not there is not found, before, between and after what is', () => {
	const { find } = build(['beta delta']);
	for (const term of ['', 'alpha', 'bet', 'betax', 'gamma', 'zeta', '\uffff']) {
		expect(find(term), term).toEqual([]);
	}
	expect(find('zeta', true)).toEqual([]);
	expect(find('be', true)).toEqual([0]);
});

test('very common terms are found, as bitmaps of odd lengths', () => {
	for (const count of [17, 63, 64, 65, 1001]) {
		const texts = Array.from({ length: count }, (_, i) => (i % 3 === 1 ? 'rare' : 'common'));
		const { find } = build(texts);
		const indices = texts.map((_, i) => i);
		expect(find('common')).toEqual(indices.filter((i) => i % 3 !== 1));
		expect(find('rare')).toEqual(indices.filter((i) => i % 3 === 1));
	}
});

test('a block knows its start, its count and its size', () => {
	const { info, pages, bytes } = build(['one', 'two'], 500);
	expect(info).toMatchObject({ start: 500, count: 2 });
	expect(bytes).toBe(pages.reduce((sum, page) => sum + page.length, 0));
});

test('an empty block has no pages', () => {
	expect(createBlockBuilder(0).finish()).toMatchObject({ pages: [], bytes: 0 });
});

test('a block is full at its number of posts', () => {
	const builder = createBlockBuilder(0);
	const post = postOf('x');
	while (!builder.full) builder.add(post, owner);
	expect(builder.count).toBe(BLOCK_POSTS);
});

test('random words fill a block early and its memory stays bounded', () => {
	const builder = createBlockBuilder(0);
	let n = 0;
	while (!builder.full && builder.count < BLOCK_POSTS) {
		builder.add(postOf(Array.from({ length: 2000 }, () => (n++).toString(36)).join(' ')), owner);
	}
	expect(builder.count).toBeLessThan(1000);
	expect(builder.finish().bytes).toBeLessThan(20_000_000);
});
