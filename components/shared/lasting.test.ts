import { expect, test } from 'vitest';
import { read, write } from './lasting';

const post = { post: { key: 'tw:1', content: { text: 'secret words' } } };
const pages = {
	pages: [
		{ from: undefined, keys: ['a'], items: [post] },
		{ from: { sortAt: 5, key: 'tw:1' }, keys: ['tw:1'], items: [post] },
	],
	next: { from: { sortAt: 3, key: 'tw:9' } },
};
const last = { entry: 7, hash: '#/' };

function roundTrip(values: [string, unknown][]) {
	const text = write({ memories: new Map([[7, new Map(values)]]), last });
	return { text, memory: read(text).memories.get(7), last: read(text).last };
}

test('places, pages and their cursors outlive a reload; posts are not written', () => {
	const place = { name: 'tw:1', index: 1, top: 12, sizes: [[0, 150]] };
	const { text, memory, ...kept } = roundTrip([
		['home', { key: 'home 1', pages }],
		['home place', () => place],
		['home active', 3],
		['typed', { text: 'rain', typing: true }],
		['on this day', { years: [{ posts: [post] }] }],
		['list', [post]],
	]);
	expect(text).not.toContain('secret');
	expect(kept.last).toEqual(last);
	expect(memory?.get('home place')).toEqual(place);
	expect(memory?.get('home active')).toBe(3);
	expect(memory?.get('typed')).toEqual({ text: 'rain', typing: true });
	expect(memory?.get('home')).toEqual({
		key: 'home 1',
		pages: {
			pages: [{ keys: ['a'] }, { from: { sortAt: 5, key: 'tw:1' }, keys: ['tw:1'] }],
			next: { from: { sortAt: 3, key: 'tw:9' } },
		},
	});
	expect(memory?.has('on this day')).toBe(false);
	expect(memory?.has('list')).toBe(false);
});

test('a feed that was read to its end stays at its end', () => {
	const { memory } = roundTrip([['home', { key: 'a', pages: { pages: pages.pages } }]]);
	expect(memory?.get('home')).not.toHaveProperty('pages.next');
});

test('what is damaged is nothing, and only the newest boxes are kept', () => {
	for (const text of [null, '', '{', '{}', '[1]', '{"entries":[1]}'])
		expect(read(text).memories.size).toBe(0);
	const many = new Map(Array.from({ length: 100 }, (_, i) => [i, new Map()] as const));
	const { memories } = read(write({ memories: many, last }));
	expect([...memories.keys()]).toEqual(Array.from({ length: 30 }, (_, i) => 70 + i));
});
