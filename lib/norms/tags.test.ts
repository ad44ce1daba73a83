import { describe, expect, it } from 'vitest';
import { HELLO, venueOf } from '../../tests/fixtures/venue';
import type { Reading } from '../model';
import { linksSaid } from './links';
import { inCapitals, tagCaseSaid } from './tag-case';
import { tagsSaid } from './tags';

type Says =
	| { says: 'link-only' | 'camel-case' }
	| { says: 'many-tags'; most?: number }
	| { says: 'hosts'; hosts: string[] };
const rule = (says: Says): Reading => ({
	class: 'links',
	by: 'machine',
	rule: '5',
	sentence: 'Use tags well.',
	...says,
});
const tagged = (text: string, rules: Reading[] = []) =>
	[tagsSaid, tagCaseSaid].flatMap((said) => said({ ...HELLO, text }, venueOf(), rules));
const linked = (text: string, rules: Reading[] = [], more = {}) =>
	linksSaid({ ...HELLO, text, ...more }, venueOf(), rules);

describe('tags', () => {
	it('are said where a rule wants capitals, even of words that are not known', () => {
		const text = 'Done at last #watermillrestoration';
		const [verdict] = tagged(text, [rule({ says: 'camel-case' })]);
		expect(verdict).toMatchObject({ verdict: 'advise', by: 'rule' });
		expect(verdict?.remedies).toBeUndefined();
		expect(tagged(text)).toEqual([]);
	});

	it('are many sooner where a rule says so', () => {
		const text = 'New photos soon #Mill #Water #Wheel';
		expect(tagged(text, [rule({ says: 'many-tags' })])[0]?.verdict).toBe('ask');
		expect(tagged(text)).toEqual([]);
	});

	it.each([
		['alttext', 'AltText'],
		['blacklivesmatter', 'BlackLivesMatter'],
		['streetphotography', 'StreetPhotography'],
		['silentsunday', 'SilentSunday'],
		['librarycats', 'LibraryCats'],
	])('of several words, #%s, are better as #%s', (from, to) => {
		expect(inCapitals(from)).toBe(to);
	});

	it.each([
		'caturday',
		'wildlifebooks',
		'photography',
		'AltText',
		'sunflower',
		'newspaper',
		'wordpress',
		'mastodon',
		'x',
		'katzenbilder',
		'猫',
	])('#%s is left as it is', (tag) => {
		expect(inCapitals(tag)).toBeUndefined();
	});

	it('are advised about, each with its better form', () => {
		const [verdict] = tagged('Look at this #alttext #caturday #alttext');
		expect(verdict).toMatchObject({ verdict: 'advise', by: 'custom', about: 'text' });
		expect(verdict?.remedies).toEqual([{ do: 'writeTag', from: 'alttext', to: 'AltText' }]);
	});

	it('are too many from six on, or where there is hardly a word besides', () => {
		expect(tagged('A day out in the hills with friends #a1 #b1 #c1 #d1 #e1')).toMatchObject([
			{ verdict: 'advise', reason: { key: 'normTagsMany', parameters: { count: 5 } } },
		]);
		const long = 'word '.repeat(30);
		expect(tagged(`${long}#a1 #b1 #c1 #d1 #e1`)).toEqual([]);
		expect(tagged(`${long}#a1 #b1 #c1 #d1 #e1 #f1`)).toHaveLength(1);
		expect(tagged('Sunset #lake #sky')).toEqual([]);
	});

	it('are asked about where a rule says so', () => {
		const rules = [rule({ says: 'many-tags' })];
		expect(tagged('#a1 #b1 #c1 #d1', rules)).toMatchObject([
			{ verdict: 'ask', by: 'rule', override: 'goOn', source: { sentence: 'Use tags well.' } },
		]);
	});

	it('are counted where a rule says how many there may be', () => {
		const [five, three] = [5, 3].map((most) => rule({ says: 'many-tags', most }));
		const text = `${'word '.repeat(30)}#a1 #b1 #c1`;
		const [both, one] = [
			[five, three].flatMap((one) => one ?? []),
			[five].flatMap((one) => one ?? []),
		];
		expect(tagged(text, both)).toEqual([]);
		expect(tagged(`${text} #d1`, both)).toMatchObject([
			{
				verdict: 'ask',
				override: 'goOn',
				reason: { key: 'normTagsMost', parameters: { most: 3, count: 4 } },
			},
		]);
		expect(tagged(`${text} #d1 #e1`, one)).toEqual([]);
		expect(tagged('#a1 #b1 #c1 #d1', one)).toMatchObject([{ verdict: 'advise', by: 'custom' }]);
	});

	it('in an address are none', () => {
		expect(tagged('https://example.org/#alttext-for-all')).toEqual([]);
	});
});

describe('links', () => {
	const alone = 'https://example.org/a #a #b @ada@town.example';

	it('that stand alone are asked about where a rule says so', () => {
		expect(linked(alone)).toMatchObject([{ verdict: 'advise', by: 'custom' }]);
		expect(linked(alone, [rule({ says: 'link-only' })])).toMatchObject([
			{ verdict: 'ask', by: 'rule', override: 'goOn' },
		]);
	});

	it('with a word, or with a picture, are fine', () => {
		const rules = [rule({ says: 'link-only' })];
		expect(linked(`Read: ${alone}`, rules)).toEqual([]);
		expect(linked(alone, rules, { media: [{ file: 'a', type: 'image/png' }] })).toEqual([]);
	});

	it('to where nobody wants to lead are asked about', () => {
		const rules = [rule({ says: 'hosts', hosts: ['x.com', 'twitter.com'] })];
		expect(linked('See https://mobile.twitter.com/a/status/1', rules)).toMatchObject([
			{ verdict: 'ask', reason: { parameters: { links: 'twitter.com' } } },
		]);
		expect(linked('See https://netflix.com/a and https://x.com.example/', rules)).toEqual([]);
	});
});
