import { describe, expect, it } from 'vitest';
import type { Identity } from '../model';
import { mentionsOn, type Place } from './mentions';

const MARIA: readonly Identity[] = [
	{ network: 'mastodon', handle: 'maria@chaos.example' },
	{ network: 'atproto', handle: 'maria.square.example' },
	{ network: 'x', handle: 'Maria_C' },
];
const BEN: readonly Identity[] = [{ network: 'atproto', handle: 'ben.square.example' }];
const people = [MARIA, BEN];
const CHAOS: Place = { network: 'mastodon', host: 'chaos.example' };
const OTHER: Place = { network: 'mastodon', host: 'other.example' };
const SQUARE: Place = { network: 'atproto', host: 'square.example' };
const X: Place = { network: 'x', host: 'x.com' };

const on = (to: Place, text: string, from?: Place) =>
	mentionsOn(text, to, { people, ...(from ? { from } : {}) }).text;

describe('a mention', () => {
	it.each<[string, Place, string]>([
		['@maria@chaos.example', CHAOS, '@maria@chaos.example'],
		['@maria@chaos.example', SQUARE, '@maria.square.example'],
		['@MARIA@chaos.example', X, '@Maria_C'],
		['@maria.square.example', CHAOS, '@maria@chaos.example'],
		// Not the same as anybody there: nobody else is called.
		['@ben.square.example', CHAOS, 'ben.square.example'],
		['@ben.square.example', X, 'ben.square.example'],
		['@ben.square.example', SQUARE, '@ben.square.example'],
		['@stranger@far.example', CHAOS, '@stranger@far.example'],
		['@stranger@far.example', X, 'stranger@far.example'],
		['@stranger@far.example', SQUARE, '@stranger@far.example'],
		['@maria', X, 'maria'],
		['@maria', CHAOS, 'maria'],
		['@maria_c', CHAOS, 'maria_c'],
	])('%s on %o is %s', (text, to, expected) => {
		expect(on(to, `Hi ${text}, hello`)).toBe(`Hi ${expected}, hello`);
	});

	it.each<[string, Place, Place, string]>([
		['@maria', CHAOS, CHAOS, '@maria'],
		['@maria', CHAOS, OTHER, '@maria@chaos.example'],
		['@maria', CHAOS, X, '@Maria_C'],
		['@maria', OTHER, SQUARE, '@maria'],
		['@maria', OTHER, X, 'maria'],
		['@maria_c', X, CHAOS, '@maria@chaos.example'],
		['@stranger', X, CHAOS, 'stranger'],
		['@stranger', X, X, '@stranger'],
	])('%s, written for %o, on %o is %s', (text, from, to, expected) => {
		expect(on(to, text, from)).toBe(expected);
	});

	it('is told with where it stands in the new text', () => {
		const { text, mentions } = mentionsOn('@maria@chaos.example and @ben.square.example', X, {
			people,
		});
		expect(text).toBe('@Maria_C and ben.square.example');
		expect(mentions).toEqual([
			{ start: 0, end: 8, text: '@Maria_C', meaning: 'person' },
			{ start: 13, end: 31, text: 'ben.square.example', meaning: 'plain' },
		]);
	});

	it('is no mention in an address', () => {
		const text = 'https://chaos.example/@maria and me@chaos.example';
		expect(mentionsOn(text, X, { people }).text).toBe(text);
	});
});
