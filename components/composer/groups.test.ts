import { expect, it } from 'vitest';
import { judge } from '../../lib/norms';
import { readRules } from '../../lib/norms/rules';
import { HELLO, venueOf } from '../../tests/fixtures/venue';
import { grouped, spreadOf } from './groups';

const PICTURES = ['a', 'b', 'c', 'd', 'e'].map((file) => ({ file, type: 'image/png' }));
const limits = { characters: 500, media: 8 };
const at = (host: string, ...texts: string[]) => {
	const rules = texts.map((text, n) => ({ id: String(n), text }));
	const target = `me@${host}`;
	return venueOf({ target, name: target, host, limits, rules, readings: readRules(rules) });
};
const said = (...venues: ReturnType<typeof at>[]) =>
	venues.flatMap((venue) =>
		judge({ ...HELLO, media: PICTURES }, venue).map((verdict) => ({ verdict, venue })),
	);

it('what is said of five pictures at two places is said once, with all that it is said of', () => {
	const all = said(at('one.example'), at('two.example'));
	expect(all).toHaveLength(10);
	const [group, ...others] = grouped(all);
	expect(others).toEqual([]);
	expect(group && spreadOf(group)).toEqual({ places: 2, files: 5 });
	expect(group?.map((one) => one.at)).toEqual(all.map((_, n) => n));
});

it('other words, other weights and answers of their own stand alone', () => {
	const rule = 'Images must have alt text.';
	expect(grouped(said(at('one.example'), at('two.example', rule)))).toHaveLength(2);
	expect(grouped(said(at('one.example', rule), at('two.example', rule)))).toHaveLength(1);
	const [first, ...rest] = said(at('one.example', rule));
	if (!first) throw new Error('nothing was said');
	const answered = { ...first, verdict: { ...first.verdict, answered: true as const } };
	expect(grouped([answered, ...rest])).toHaveLength(2);
});
