import { expect, test } from 'vitest';
import type { Muffle, Post, StoredPost } from '../model';
import { muffleKind, muffler } from './muffler';

function saying(
	text: string,
	post: Partial<Post> = {},
	place: Partial<StoredPost> = {},
): StoredPost {
	return {
		post: { key: 'k', network: 'one', content: { text }, ...post },
		sortAt: 0,
		replies: [],
		...place,
	};
}

const found = (muffle: Muffle, stored: StoredPost) => muffler([muffle])(stored) === muffle;

test.each([
	['spoiler', 'A Spoiler, sorry', true],
	['spoiler', 'spoilers everywhere', false],
	['cafe', 'Im CAFÉ nebenan', true],
	['Café', 'im cafe', true],
	['straße', 'Die STRASSE', true],
	['"two words"', 'Two, words', true],
	['two words', 'words two', false],
	['„zwei Wörter“', 'nur zwei wörter', true],
	['don’t', "I don't", true],
	['amour', "l'amour", true],
	['politik', '#Politik heute', true],
	['東京', '今日は東京タワー', true],
	['京都', '東京都庁', true],
	['東京', '大阪', false],
	['linux', '私はLinuxを使う', true],
	['linux', 'linuxes', false],
	['🍕', 'Pizza🍕!', true],
	['🍕', 'Pizza🍔!', false],
	['москва', 'МОСКВА', true],
	['c++', 'c is fine', true],
])('%s in “%s”: %s', (text, said, expected) => {
	expect(found({ text }, saying(said))).toBe(expected);
});

test('parts of words where that is wanted', () => {
	expect(found({ text: 'spoil', part: true }, saying('Spoilers'))).toBe(true);
	expect(found({ text: 'spoil' }, saying('Spoilers'))).toBe(false);
	expect(found({ text: '#spoil', part: true }, saying('#spoilers'))).toBe(true);
});

test('a tag is no word', () => {
	const facets = [{ type: 'tag', tag: 'FooBar', start: 0, end: 7 }] as const;
	expect(
		found({ text: '#foobar' }, saying('#FooBar', { content: { text: '#FooBar', facets } })),
	).toBe(true);
	expect(found({ text: '#foobar' }, saying('see #foobar'))).toBe(true);
	expect(found({ text: '#foobar' }, saying('foobar'))).toBe(false);
	expect(found({ text: '#foo' }, saying('#foobar'))).toBe(false);
});

test('people: who wrote it, brought it here, or is named in it', () => {
	const maria = { key: 'm', handle: 'Maria@chaos.example', name: 'Maria' };
	const cases: [StoredPost, boolean][] = [
		[saying('', {}, { author: maria }), true],
		[saying('', {}, { repostedBy: [maria] }), true],
		[saying('', { replyTo: { handle: 'maria@chaos.example' } }), true],
		[saying('', { mentions: [{ handle: 'maria@chaos.example' }] }), true],
		[saying('maria@chaos.example', {}), false],
		[saying('', {}, { author: { ...maria, handle: 'mariana@chaos.example' } }), false],
	];
	for (const text of ['@maria@chaos.example', '@MARIA'])
		for (const [stored, expected] of cases) expect(found({ text }, stored)).toBe(expected);
	const elsewhere = { ...maria, handle: 'maria@other.example' };
	expect(found({ text: '@maria@chaos.example' }, saying('', {}, { author: elsewhere }))).toBe(
		false,
	);
});

test('domains: where it links to, and whose people it is of', () => {
	const text = 'news.example';
	const link = (href: string) => ({
		content: { text: 'here', facets: [{ type: 'link', href, start: 0, end: 4 }] as const },
	});
	expect(found({ text }, saying('', link('https://www.NEWS.example/a')))).toBe(true);
	expect(found({ text }, saying('', link('https://fakenews.example/a')))).toBe(false);
	expect(found({ text }, saying('read it on news.example'))).toBe(true);
	const author = { key: 'a', handle: 'desk@news.example', name: '' };
	expect(found({ text }, saying('', {}, { author }))).toBe(true);
	expect(
		found({ text }, saying('', {}, { author: { ...author, handle: 'eva.news.example' } })),
	).toBe(true);
});

test('warnings, descriptions, polls and cards are read too', () => {
	const poll = { options: [{ title: 'Spoiler' }], votes: 0 };
	const card = { url: '', title: 'A spoiler', type: 'link' } as const;
	for (const post of [
		{ warning: 'Spoiler' },
		{ media: [{ type: 'image', alt: 'a spoiler' } as const] },
		{ poll },
		{ card },
	])
		expect(found({ text: 'spoiler' }, saying('', post))).toBe(true);
});

test('the first that holds is named, and one whose time is over does not', () => {
	const over: Muffle = { text: 'a', until: 1000 };
	const lasting: Muffle = { text: 'b' };
	let now = 999;
	const muffling = muffler([over, lasting], () => now);
	const stored = saying('a b');
	expect(muffling(stored)).toBe(over);
	now = 1000;
	expect(muffling(stored)).toBe(lasting);
});

test('what has no letter muffles nothing', () => {
	for (const text of ['', '  ', '"', '...'])
		expect(found({ text }, saying('... " anything'))).toBe(false);
});

test.each([
	['word', 'words'],
	['"a.example"', 'words'],
	['#tag', 'tag'],
	['@me', 'person'],
	['@me@a.example', 'person'],
	['a.example', 'domain'],
	['end. Begin', 'words'],
])('%s is of the kind %s', (text, kind) => {
	expect(muffleKind(text)).toBe(kind);
});
