import { expect, test } from 'vitest';
import { highlight } from './highlight';
import { parseQuery } from './parse';

test.each([
	['train', 'The TRAIN, a train', ['TRAIN', 'train']],
	['strasse', 'Die Straße', ['Straße']],
	['cafe', 'Cafe\u0301 au lait', ['Cafe\u0301']],
	['tr*', 'train tram bus', ['train', 'tram']],
	['"night train"', 'night train night, train trains', ['night train', 'night, train']],
	['-night train', 'night train', ['train']],
	['東京', 'いま東京都', ['東京']],
	['東京都', 'いま東京都です', ['東京都']],
	['京', '東京都', ['京']],
	['都', '東京都', ['都']],
	['#tag', 'a tag #tag #tagged', ['#tag']],
	['@mira', 'hi @Mira and mira', ['@Mira']],
	["don't", 'I don’t, dont', ['don’t', 'dont']],
	['👍', 'ok 👍🏽', ['👍']],
	['train from:me has:media before:2014', 'train from me', ['train']],
	['night night "night train"', 'night train', ['night train']],
	['محمد', 'قال مُحَمَّد', ['مُحَمَّد']],
	['', 'anything', []],
])('%s in %s', (query, text, marked) => {
	const ranges = highlight(text, parseQuery(query, { now: new Date() }));
	expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(marked);
	for (const [i, range] of ranges.entries()) {
		expect(range.start).toBeGreaterThanOrEqual(ranges[i - 1]?.end ?? 0);
	}
});

test('while typing, words that begin so', () => {
	const text = 'train tram';
	const [first] = highlight(text, parseQuery('trai', { typing: true, now: new Date() }));
	expect(first).toEqual({ start: 0, end: 5 });
});
