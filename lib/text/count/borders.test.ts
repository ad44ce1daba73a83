import { describe, expect, it } from 'vitest';
import { bordersOf, partsOf } from './borders';
import { countOf } from './count';
import { marksIn } from './marks';
import type { Style } from './ruler';

const limits = (characters: number, more = {}) => ({ characters, media: 4, ...more });
const STYLES: readonly (readonly [string, Style])[] = [
	['short links', { counting: 'shortLinks', limits: limits(120, { link: 23 }) }],
	['code points', { counting: 'codePoints', limits: limits(150) }],
	['graphemes', { counting: 'graphemes', limits: limits(80, { bytes: 160, warningInText: true }) }],
	['weighted', { counting: 'weighted', limits: limits(140, { link: 23 }) }],
];
const PLAIN: Style = { counting: 'graphemes', limits: limits(40) };
const WORDS = [
	...[
		'Some',
		'words',
		'that',
		'stand',
		'here.',
		'And!',
		'more?',
		'\n\n',
		'\n',
		'日本語の文章。',
		'z. B.',
	],
	...['👨‍👩‍👧‍👦', '🇩🇪🇫🇷', '@maria@chaos.social', '@alice.example.org', '#AltText', 'e\u0301clat'],
	...['https://example.org/a/b?c=d', 'https://example.org/x_(y)', 'Donaudampfschifffahrt'],
];

const split = (text: string, style: Style, numbered = false, warning = '') =>
	partsOf(text, bordersOf(text, style, { numbered, warning }), numbered).map((part) => part.text);

describe('a long text', () => {
	it('is cut between paragraphs, else sentences, else words', () => {
		expect(split('One paragraph of text.\n\nAnother one that stands here.', PLAIN)).toEqual([
			'One paragraph of text.',
			'Another one that stands here.',
		]);
		expect(split('A sentence stands here. Another one that stands here.', PLAIN)).toEqual([
			'A sentence stands here.',
			'Another one that stands here.',
		]);
		expect(split('these words go on and on without any other end', PLAIN)).toEqual([
			'these words go on and on without any',
			'other end',
		]);
		expect(split('We said this to Mr. B. S. Smith, and to Dr. Maria Müller.', PLAIN)).toEqual([
			'We said this to Mr. B. S. Smith, and to',
			'Dr. Maria Müller.',
		]);
	});

	it('is not cut where it fits, with no number', () => {
		expect(split('x'.repeat(40), PLAIN, true)).toEqual(['x'.repeat(40)]);
		expect(split('', PLAIN, true)).toEqual(['']);
	});

	it('says which post of how many each is, however many there are', () => {
		const parts = split('words '.repeat(90), PLAIN, true);
		expect(parts.length).toBeGreaterThan(10);
		expect(parts[0]).toBe(`words words words words words\n\n1/${parts.length}`);
		expect(parts.at(-1)).toMatch(new RegExp(`\n\n${parts.length}/${parts.length}$`));
		expect(parts.every((part) => part.length <= 40)).toBe(true);
	});

	it('takes what has no spaces apart between its characters', () => {
		const parts = split('日本語'.repeat(30), PLAIN);
		expect(parts.join('')).toBe('日本語'.repeat(30));
		expect(parts.map((part) => part.length)).toEqual([40, 40, 10]);
	});

	it('leaves a link whole that is longer than a post', () => {
		const link = `https://example.org/${'a'.repeat(60)}`;
		expect(split(`Look: ${link} and go on`, PLAIN)).toEqual(['Look:', link, 'and go on']);
	});

	it('keeps borders that a person moved', () => {
		expect(partsOf('One two three', [4, 8], true)).toEqual([
			{ start: 0, end: 4, text: 'One\n\n1/3' },
			{ start: 4, end: 8, text: 'two\n\n2/3' },
			{ start: 8, end: 13, text: 'three\n\n3/3' },
		]);
	});

	it('of a hundred thousand characters is cut while one waits', () => {
		const before = performance.now();
		expect(split('Ein Wort und noch eines. '.repeat(4000), PLAIN, true).length).toBeGreaterThan(
			900,
		);
		expect(performance.now() - before).toBeLessThan(2000);
	});
});

describe.each(STYLES)('any text, counted by %s', (_, style) => {
	let seed = 11;
	const random = (below: number) => {
		seed = (seed * 1103515245 + 12345) % 2147483648;
		return Math.floor((seed / 2147483648) * below);
	};
	const texts = Array.from({ length: 150 }, () =>
		Array.from({ length: random(120) }, () => WORDS[random(WORDS.length)]).join(' '),
	);

	it.each([false, true])('makes posts that fit and lose nothing; numbered: %s', (numbered) => {
		for (const text of texts) {
			const warning = random(3) === 0 ? 'Of words' : '';
			const borders = bordersOf(text, style, { numbered, warning });
			const parts = partsOf(text, borders, numbered);
			for (const part of parts)
				expect(countOf(style, part.text, warning), part.text).not.toHaveProperty('overflowAt');
			const bare = partsOf(text, borders).map((part) => part.text);
			expect(bare.join('').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
			if (text.trim() !== '') expect(bare.every((part) => part !== '')).toBe(true);
			const inside = marksIn(text).filter(({ start, end }) =>
				borders.some((border) => border > start && border < end),
			);
			expect(inside).toEqual([]);
		}
	});
});
