import { expect, it } from 'vitest';
import { type Counted, countOf, withWarning } from './count';
import { countGraphemes } from './graphemes';
import type { Style } from './ruler';

const MASTODON: Style = { counting: 'shortLinks', limits: { characters: 500, link: 23, media: 4 } };
const GOTOSOCIAL: Style = { counting: 'codePoints', limits: { characters: 5000, media: 6 } };
const PLEROMA: Style = { counting: 'graphemes', limits: { characters: 5000, media: 4 } };
const ATPROTO: Style = {
	counting: 'graphemes',
	limits: { characters: 300, bytes: 3000, warningInText: true, media: 4 },
};
const X: Style = { counting: 'weighted', limits: { characters: 280, link: 23, media: 4 } };

const used = (style: Style, text: string, warning?: string) => countOf(style, text, warning).used;

const FAMILY = '👨‍👩‍👧‍👦';
const LONG = `https://example.org/${'a'.repeat(80)}`;

it('finds one text as long as each program does', () => {
	const text = `${FAMILY} @maria@chaos.social ${LONG} #AltText`;
	expect(LONG).toHaveLength(100);
	// Each program's own figures, as they were measured.
	expect(used(GOTOSOCIAL, text)).toBe([...text].length);
	expect(used(PLEROMA, text)).toBe(1 + 1 + '@maria@chaos.social'.length + 1 + 100 + 1 + 8);
	expect(used(MASTODON, text)).toBe(1 + 1 + '@maria'.length + 1 + 23 + 1 + '#AltText'.length);
	expect(used(X, text)).toBe(2 + 1 + '@maria@chaos.social'.length + 1 + 23 + 1 + '#AltText'.length);
	expect(used(ATPROTO, text)).toBe(used(PLEROMA, text));
});

it.each<[string, number]>([
	['https://example.org', 23],
	['See https://example.org/a_(b), now', 4 + 23 + 5],
	['(https://example.org/a)', 25],
	['https://example.org/a。つぎ', 23 + 3],
	['https://example.orgです', 23 + 2],
	['http://пример.рф/путь', 23],
	['xhttps://example.org/a', 22],
	['https://localhost/a', 19],
	['example.org/a', 13],
	['https://a.example/?q=1&r=@b#c.', 24],
	['@a@b.example @c me@d.example', 2 + 1 + 2 + 1 + 12],
	['https://example.org/@a@b.example', 23],
])('Mastodon counts %s as %i', (text, length) => {
	expect(used(MASTODON, text)).toBe(length);
});

it('counts a warning as it is written, where it has its own place', () => {
	expect(used(MASTODON, 'Hello', `${FAMILY} https://example.org/a`)).toBe(5 + 2 + 21);
	expect(used(GOTOSOCIAL, 'Hello', FAMILY)).toBe(5 + [...FAMILY].length);
	expect(used(PLEROMA, 'Hello', FAMILY)).toBe(6);
});

it('counts a warning as the first line, where it has no other place', () => {
	expect(withWarning('Hello', 'Spiders')).toBe('CW: Spiders\n\nHello');
	expect(used(ATPROTO, 'Hello', 'Spiders')).toBe('CW: Spiders\n\nHello'.length);
	const { overflowAt } = countOf(ATPROTO, 'a'.repeat(300), 'Spiders');
	expect(overflowAt).toBe(300 - 'CW: Spiders\n\n'.length);
	expect(countOf(ATPROTO, 'a', 'b'.repeat(300)).overflowAt).toBe(0);
});

it.each<[string, Style, string, Partial<Counted>]>([
	['at the limit', ATPROTO, 'é'.repeat(300), { used: 300, limit: 300, unit: 'characters' }],
	['one too many', ATPROTO, 'é'.repeat(301), { used: 301, overflowAt: 300 }],
	['families to the last byte', ATPROTO, FAMILY.repeat(120), { used: 120 }],
	[
		'one family too many for the bytes',
		ATPROTO,
		FAMILY.repeat(121),
		{ used: 3025, limit: 3000, unit: 'bytes', overflowAt: 120 * FAMILY.length },
	],
	['a link that begins within', MASTODON, `${'a'.repeat(490)} ${LONG}`, { overflowAt: 491 }],
	['a pair of flags', PLEROMA, '🇩🇪🇫🇷', { used: 2 }],
])('says of %s where it is too much', (_, style, text, counted) => {
	const found = countOf(style, text);
	expect(found).toMatchObject(counted);
	if (!('overflowAt' in counted)) expect(found).not.toHaveProperty('overflowAt');
});

it.each<[string, number]>([
	['Hello', 5],
	['日本語', 6],
	['한국어', 6],
	['Łódź', 4],
	['e\u0301', 1],
	[FAMILY, 2],
	['🇩🇪', 2],
	['1️⃣', 2],
	['“quoted”', 8],
	['…', 2],
	['€', 2],
	['नमस्ते', 6],
	[`see ${LONG} now`, 31],
])('weighs %s as Twitter does: %i', (text, weight) => {
	expect(used(X, text)).toBe(weight);
});

const PIECES = [
	...[
		'a',
		'Z',
		'#',
		'1',
		' ',
		'\n',
		'\r\n',
		'\r',
		'é',
		'e\u0301',
		'ü\u0308',
		'日',
		'が',
		'か\u3099',
	],
	...[
		'한',
		'\u1112\u1161\u11ab',
		'한\u11a8',
		'क्षि',
		'ที่',
		'নি',
		FAMILY,
		'🇩🇪',
		'🇩',
		'👍🏽',
		'1️⃣',
		'\u200d',
	],
	...[
		'❤️',
		'©',
		'\ud83d',
		'\udc4d',
		'\u0600',
		'ы\u0483',
		'\u00ad',
		'\u3030\ufe0f',
		'𝅘𝅥𝅮',
		'a\u{1f3fb}',
	],
];

it('finds the graphemes of any text that the segmenter finds', () => {
	const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
	let seed = 7;
	const random = (below: number) => {
		seed = (seed * 1103515245 + 12345) % 2147483648;
		return Math.floor((seed / 2147483648) * below);
	};
	for (let round = 0; round < 400; round += 1) {
		const kinds = round % 2 ? PIECES : PIECES.slice(random(PIECES.length - 4)).slice(0, 4);
		let text = '';
		for (let n = random(700); n > 0; n -= 1) text += kinds[random(kinds.length)];
		expect(countGraphemes(text), JSON.stringify(text)).toBe([...segmenter.segment(text)].length);
	}
});

it.each([
	['letters', 'Hello, town! '],
	['devanagari and families', `नमस्ते दुनिया ${FAMILY} `],
	['one endless grapheme', '\u0301'],
	['brackets', '('],
	['ends of brackets', 'https://example.org/(((()))) '],
	['the beginnings of mentions', '@a.'],
	['the beginnings of links', 'https://a.'],
	['hashes', '#'],
	['dots', '.'],
])('counts a hundred thousand units of %s while one types', (_, piece) => {
	const text = piece.repeat(100_000 / piece.length);
	for (const style of [MASTODON, GOTOSOCIAL, ATPROTO, X]) {
		const before = performance.now();
		expect(countOf(style, text).used).toBeGreaterThan(0);
		expect(performance.now() - before).toBeLessThan(1500);
	}
});
