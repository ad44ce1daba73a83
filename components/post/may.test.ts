import { expect, it } from 'vitest';
import type { Post, View } from '../../lib/model';
import { mayAnswer, mayCarry, mayQuote, mayRepost } from './may';

const ME = 'https://here.example/users/ada';
const stored = (post: Partial<Post>, view: Partial<View> = {}) => ({
	post: { key: 'k', network: 'n', content: { text: '' }, author: 'other', ...post },
	views: [{ by: ME, localId: '1', ...view }],
});
const may = (post: Partial<Post>, view: Partial<View> = {}) => [
	mayAnswer(stored(post, view), ME),
	mayRepost(stored(post, view), ME),
	mayQuote(stored(post, view), ME),
];

it('lets everything be done with what its author shows to everybody', () => {
	expect(may({})).toEqual([true, true, true]);
	expect(may({ visibility: 'unlisted' })).toEqual([true, true, true]);
});

it('keeps to what the author allows', () => {
	expect(may({ answering: [] })).toEqual([false, true, true]);
	expect(may({}, { mayAnswer: false })).toEqual([false, true, true]);
	expect(may({ unquotable: true })).toEqual([true, true, false]);
	expect(may({}, { quoting: 'no' })).toEqual([true, true, false]);
	expect(may({}, { quoting: 'ask' })).toEqual([true, true, true]);
});

it('passes nothing on that only some may see', () => {
	for (const visibility of ['followers', 'direct', 'community'] as const)
		expect(may({ visibility })).toEqual([true, false, false]);
});

it('carries nothing elsewhere that only some may see, but what is mine', () => {
	for (const visibility of ['followers', 'direct', 'community'] as const) {
		expect(mayCarry(stored({ visibility }), false)).toBe(false);
		expect(mayCarry(stored({ visibility }), true)).toBe(true);
	}
	expect(mayCarry(stored({ visibility: 'unlisted' }), false)).toBe(true);
	expect(mayCarry(stored({}), false)).toBe(true);
});

it('lets its author do more', () => {
	expect(may({ author: ME, answering: [], unquotable: true })).toEqual([true, true, true]);
	expect(may({ author: ME, visibility: 'followers' })).toEqual([true, true, true]);
	expect(may({ author: ME, visibility: 'direct' })).toEqual([true, false, false]);
});
