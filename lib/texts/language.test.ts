import { expect, it } from 'vitest';
import { chosenLocale, inLanguage } from './language';

it.each([
	['de-CH', ['en', 'de', 'de-CH'], 'de-CH'],
	['de-CH', ['en', 'de-AT', 'de'], 'de'],
	['de', ['en', 'de-AT'], 'de-AT'],
	['de', ['nl', 'en-GB', 'en'], 'en'],
	['de', ['nl', 'en-GB'], 'en-GB'],
	['de', ['nl', 'fr'], 'nl'],
	['de', ['', 'den'], ''],
])('who reads %s is given of %j what is in %s', (wanted, tags, given) => {
	expect(inLanguage(tags, (tag) => tag, wanted)).toBe(given);
});

it('finds nothing in nothing', () => {
	expect(inLanguage([], String, 'de')).toBeUndefined();
});

it.each([
	['auto', ['nl', 'de-CH', 'en'], 'de-CH'],
	['auto', ['nl'], 'en'],
	['de', ['en-GB'], 'de'],
	['en', ['de', 'en-GB'], 'en-GB'],
] as const)(
	'words of others follow the setting %s and the browser %j: %s',
	(setting, browser, wanted) => {
		expect(chosenLocale(setting, browser)).toBe(wanted);
	},
);
