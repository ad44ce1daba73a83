import { expect, test } from 'vitest';
import type { Label } from '../../lib/model';
import { coversAuthor, effectsOf, labelsOf } from './labels';

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
