import { describe, expect, it } from 'vitest';
import { IVO } from '../../../../tests/fixtures/atproto-entities/people';
import {
	facet,
	link,
	mention,
	slice,
	TEXT,
	tag,
} from '../../../../tests/fixtures/atproto-entities/posts';
import { randomOf } from '../../../../tests/fixtures/mutations';
import { readText } from './text';

/** Each facet with the words that it covers. */
function covered(text: string, facets: unknown) {
	const read = readText(text, facets);
	return (read.facets ?? []).map(({ start, end, ...rest }) => ({
		words: read.text.slice(start, end),
		...rest,
	}));
}

const site = link('https://site.example/');
const at = (byteStart: unknown, byteEnd: unknown, ...features: unknown[]) => ({
	index: { byteStart, byteEnd },
	features: features.length > 0 ? features : [site],
});

describe('facets by bytes', () => {
	it('cover the words they mean, among emoji, joiners and other scripts', () => {
		const facets = [
			facet(TEXT, '#Leiter', tag('Leiter')),
			facet(TEXT, '@ivo.example', mention(IVO)),
			facet(TEXT, 'site.example/…', link('https://site.example/a/long/path')),
			facet(TEXT, '👩‍👩‍👧', link('https://family.example/')),
			facet(TEXT, 'שלום', link('https://peace.example/')),
		];
		expect(readText(TEXT, facets).text).toBe(TEXT);
		expect(covered(TEXT, facets)).toEqual([
			{ words: '👩‍👩‍👧', type: 'link', href: 'https://family.example/' },
			{ words: '@ivo.example', type: 'mention', handle: 'ivo.example', account: IVO },
			{ words: 'site.example/…', type: 'link', href: 'https://site.example/a/long/path' },
			{ words: 'שלום', type: 'link', href: 'https://peace.example/' },
			{ words: '#Leiter', type: 'tag', tag: 'Leiter' },
		]);
	});

	it('are found by every cut of any text between two characters, and by no other', () => {
		const random = randomOf(3);
		const signs = ['a', 'é', '…', '👍🏽', '👩‍👧', 'ש', '\u200F', ' ', 'ก็'];
		for (let n = 0; n < 60; n++) {
			const text = Array.from({ length: 8 }, () => signs[Math.floor(random() * signs.length)]).join(
				'',
			);
			const bytes = new TextEncoder().encode(text);
			const start = Math.floor(random() * bytes.length);
			const end = start + 1 + Math.floor(random() * (bytes.length - start));
			const words = new TextDecoder().decode(bytes.slice(start, end));
			const found = covered(`x${text}x`, [at(start + 1, end + 1)]).map((one) => one.words);
			expect(found).toEqual(words.includes('\uFFFD') ? [] : [words]);
		}
	});

	it.each([
		['before the text', at(-1, 2)],
		['beyond the text', at(0, 99)],
		['the wrong way round', at(3, 1)],
		['nothing', at(2, 2)],
		['a broken number', at(0, 1.5)],
		['a text', at('0', 2)],
		['no offset', {}],
		['no feature', { index: { byteStart: 0, byteEnd: 2 } }],
		['a feature of the future', at(0, 2, { $type: 'app.bsky.richtext.facet#sparkle' })],
		['a script', at(0, 2, link('javascript:alert(1)'))],
		['a file', at(0, 2, link('file:///etc/passwd'))],
		['a password', at(0, 2, link('https://a:b@evil.example/'))],
		['nobody', at(0, 2, mention('maria.example'))],
		['a tag of two words', at(0, 2, tag('two words'))],
		['the middle of a character', at(5, 8)],
		['half an emoji', at(4, 6)],
	])('is left out: %s', (_name, broken) => {
		const text = 'Üa 😀 z';
		expect(readText(text, [broken])).toEqual({ text });
		expect(readText(text, [broken, facet(text, 'z', site)]).facets).toHaveLength(1);
	});

	it('never overlap: the first in the text stays', () => {
		const text = 'one two three';
		const facets = [at(4, 13), at(0, 5), at(8, 9, tag('x')), at(0, 2, tag('y'))];
		expect(covered(text, facets)).toEqual([
			{ words: 'one t', type: 'link', href: 'https://site.example/' },
			{ words: 't', type: 'tag', tag: 'x' },
		]);
	});

	it('still cover their words where signs that turn text around are taken out', () => {
		const text = ' \u202Ea\u0000b\u2066c\u202C link\n\n\n\n\nend ';
		const read = readText(text, [facet(text, 'link', site)]);
		expect(read.text).toBe('ab\u2066c link\u2069\n\n\nend');
		expect(covered(text, [facet(text, 'link', site)])[0]?.words).toBe('link');
	});

	it('name somebody by DID where the words are no handle', () => {
		const text = 'the carpenter';
		expect(covered(text, [facet(text, 'carpenter', mention(IVO))])).toEqual([
			{ words: 'carpenter', type: 'mention', handle: IVO, account: IVO },
		]);
	});

	it('are read of no endless text', () => {
		const text = '😀'.repeat(40_000);
		const read = readText(text, [{ index: slice(text, '😀'), features: [site] }]);
		expect(read.text.length).toBeLessThanOrEqual(20_000);
		expect(read.text.isWellFormed()).toBe(true);
	});
});
