import { expect, test } from 'vitest';
import type { Label } from '../../lib/model';
import { byName, coversAuthor, effectsOf, labelsOf, nameOf, whyFinal } from './labels';

const label = (part: Partial<Label>): Label => ({
	by: 'did:labeler',
	value: 'spider',
	name: 'Spiders',
	of: 'post',
	effect: 'inform',
	...part,
});

test('what two accounts of mine see is said once, and the stricter wish counts', () => {
	const blur = label({ effect: 'blur' });
	expect(labelsOf([{ labels: [label({})] }, { labels: [blur] }])).toEqual([blur]);
	expect(labelsOf([{ labels: [blur] }, { labels: [label({})] }, {}])).toEqual([blur]);
});

test('the same word of another labeler, or of the author, is another label', () => {
	const all = [label({}), label({ by: 'did:other' }), label({ of: 'author' })];
	expect(labelsOf([{ labels: all }])).toEqual(all);
});

test('labels go where they take effect', () => {
	const [hide, blur, media, inform] = (['hide', 'blur', 'blurMedia', 'inform'] as const).map(
		(effect) => label({ effect, value: effect }),
	);
	expect(
		effectsOf(labelsOf([{ labels: [hide, blur, media, inform].filter((one) => !!one) }])),
	).toEqual({
		hide: [hide],
		blur: [blur],
		blurMedia: [media],
		inform: [inform],
	});
});

test.each([
	['about the author, to be covered', { of: 'author', effect: 'blurMedia' }, true],
	['about the author, to be known', { of: 'author', effect: 'inform' }, false],
	['about the post', { of: 'post', effect: 'hide' }, false],
] as const)('a label %s', (_what, part, covers) => {
	expect(coversAuthor([label(part)])).toBe(covers);
});

test('what everybody means the same by has a name in our words, each once', () => {
	const t = (key: string) => key;
	const porn = label({ value: 'porn', name: 'porn' });
	expect(nameOf(porn, t)).toBe('labelPorn');
	expect(nameOf(label({ value: 'porn', name: 'Not for work' }), t)).toBe('Not for work');
	expect(nameOf(label({ value: 'toString', name: 'toString' }), t)).toBe('toString');
	const twice = [porn, { ...porn, by: 'did:other' }, { ...porn, of: 'author' as const }, label({})];
	expect(byName(twice, t).map(({ name, labels }) => [name, labels.length])).toEqual([
		['labelPorn', 3],
		['Spiders', 1],
	]);
});

test('what cannot be clicked through for one of my accounts cannot be for any', () => {
	const hidden = label({ value: '!hide', effect: 'hide', final: 'everybody' });
	const adult = label({ value: 'porn', effect: 'blurMedia', final: 'adult' });
	const open = label({ value: 'porn', effect: 'blurMedia' });
	expect(labelsOf([{ labels: [open] }, { labels: [adult] }])).toEqual([adult]);
	expect(labelsOf([{ labels: [adult] }, { labels: [open] }])).toEqual([adult]);
	expect(whyFinal([open])).toBeUndefined();
	expect(whyFinal([open, adult])).toBe('labelAdultsOff');
	expect(whyFinal([adult, hidden])).toBe('labelFinal');
});
