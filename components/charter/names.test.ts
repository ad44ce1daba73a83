import { expect, test } from 'vitest';
import { ago, dayOf, nameOf } from './names';

test.each([
	['NL', 'region', 'en', 'Netherlands'],
	['NL', 'region', 'de', 'Niederlande'],
	['nl', 'language', 'de', 'Niederländisch'],
	['not a code', 'region', 'en', 'not a code'],
] as const)('%s as a %s in %s', (code, type, language, name) => {
	expect(nameOf(code, type, language)).toBe(name);
});

test('a day is that day wherever one is', () => {
	expect(new Date(dayOf('2026-11-02')).getDate()).toBe(2);
});

test.each([
	['2026-11-22', 'today'],
	['2026-11-21', 'yesterday'],
	['2026-11-12', '10 days ago'],
	['2026-08-22', '3 months ago'],
	['2024-11-22', '2 years ago'],
	['2026-12-24', 'today'],
])('%s was %s', (on, words) => {
	expect(ago(on, new Date(2026, 10, 22, 23, 30).getTime(), 'en')).toBe(words);
});
