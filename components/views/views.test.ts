import { expect, test } from 'vitest';
import { moved } from './order';
import { columnsOf, concerns, type PostSource } from './sources';

const SOURCES: PostSource[] = [
	{ account: 'a', handle: '@me@a.example', network: 'mastodon' },
	{ account: 'b', handle: '@me@b.example', network: 'mastodon' },
	{ account: 'c', handle: '@me', network: 'atproto' },
	{ account: 'tw:1', handle: '@me', network: 'x' },
];

const titles = (...[filter, split]: [Parameters<typeof columnsOf>[1], 'network' | 'account']) =>
	columnsOf(SOURCES, filter, split).map(({ title }) => title);

test('a column for each network, or for each account', () => {
	expect(titles({}, 'network')).toEqual(['Mastodon', 'AT Protocol', 'X']);
	expect(titles({}, 'account')).toEqual([
		'@me@a.example',
		'@me@b.example',
		'@me (AT Protocol)',
		'@me (X)',
	]);
});

test('columns are of what a filter leaves, and keep what else it asks for', () => {
	expect(titles({ networks: ['mastodon'] }, 'account')).toEqual(['@me@a.example', '@me@b.example']);
	expect(titles({ accounts: ['a', 'c'] }, 'network')).toEqual(['Mastodon', 'AT Protocol']);
	const [first] = columnsOf(SOURCES, { accounts: ['a', 'c'], media: true }, 'network');
	expect(first?.filter).toEqual({ accounts: ['a', 'c'], media: true, networks: ['mastodon'] });
	expect(titles({ accounts: ['nobody'] }, 'network')).toEqual([]);
});

test('asks only those whose posts can pass', () => {
	const [a, , c] = SOURCES;
	expect(concerns({}, a)).toBe(true);
	expect(concerns({ networks: ['atproto'] }, a)).toBe(false);
	expect(concerns({ networks: ['atproto'] }, c)).toBe(true);
	expect(concerns({ accounts: ['c'] }, a)).toBe(false);
	expect(concerns({ accounts: ['c'] }, undefined)).toBe(true);
});

test('moves an entry one step', () => {
	const list = ['a', 'b', 'c'].map((id) => ({ id }));
	const ids = (id: string, step: -1 | 1) => moved(list, id, step).map((one) => one.id);
	expect(ids('b', -1)).toEqual(['b', 'a', 'c']);
	expect(ids('b', 1)).toEqual(['a', 'c', 'b']);
	expect(ids('a', -1)).toEqual(['a', 'b', 'c']);
	expect(ids('nobody', 1)).toEqual(['a', 'b', 'c']);
});
