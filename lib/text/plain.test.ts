import { expect, it } from 'vitest';
import { plainLine, plainText } from './plain';

it('keeps words, emoji and lines', () => {
	expect(plainText('a 👩‍👩‍👧 b\n\nc', 99)).toBe('a 👩‍👩‍👧 b\n\nc');
	expect(plainLine(' a\n\tb ', 99)).toBe('a b');
});

it('drops controls and what turns text around', () => {
	expect(plainText('a\u0000b\u202Ec\u200Fd\uFEFFe', 99)).toBe('abc\u200Fde');
	expect(plainText('\u2067a\nb', 99)).toBe('\u2067a\u2069\nb');
	expect(plainText('\uD800a', 99)).toBe('\uFFFDa');
});

it('cuts what is too long, never in the middle of a character', () => {
	expect(plainText('abcdef', 4)).toBe('abc…');
	expect(plainText('ab😀cd', 4)).toBe('ab…');
	expect(plainLine('\u2067abcdef', 4)).toBe('ab…');
	expect(plainText('\u2067a\nb\u2068cdefg', 7)).toBe('\u2067a\u2069\nb…');
	expect(plainLine('x'.repeat(9_000_000), 10)).toHaveLength(10);
});
