import { expect, test } from 'vitest';
import { parseQuery } from '../../lib/search';
import { hintsFor } from './no-hits';

test.each([
	['-', ['noHitsSigns']],
	['"', ['noHitsSigns']],
	['\\', ['noHitsSigns']],
	['lang:de-DE', ['noHitsLanguage', 'noHitsOperator']],
	['"night train"', ['noHitsPhrase']],
	['"night"', []],
	['night from:me', ['noHitsOperator']],
	['night train', ['noHitsPrefix']],
	['-night train', ['noHitsPrefix']],
])('hints for %s', (text, keys) => {
	const query = parseQuery(text, { now: new Date() });
	expect(hintsFor(query).map(({ key }) => key)).toEqual(keys);
});

test('an operator alone, while it is typed, asks for nothing', () => {
	const query = parseQuery('from:', { typing: true, now: new Date() });
	expect(hintsFor(query)).toEqual([{ key: 'noHitsSigns' }]);
});

test('the example is a word that was asked for', () => {
	const [hint] = hintsFor(parseQuery('-night train', { now: new Date() }));
	expect(hint?.parameters).toEqual({ example: 'train*' });
});
