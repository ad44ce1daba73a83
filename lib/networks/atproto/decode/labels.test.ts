import { describe, expect, it } from 'vitest';
import { images } from '../../../../tests/fixtures/atproto-entities/embeds';
import { LABELER, label } from '../../../../tests/fixtures/atproto-entities/labels';
import { MARIA, maria } from '../../../../tests/fixtures/atproto-entities/people';
import { CID, post, withEmbed } from '../../../../tests/fixtures/atproto-entities/posts';
import { read, WORDS } from '../../../../tests/fixtures/atproto-entities/reading';
import type { Setting, Words } from './label-words';

const labelled = (labels: unknown, words = WORDS) =>
	read({ post: { ...post, labels } }, words).view?.labels;
const effect = (value: string, choice?: Setting) => {
	const words: Words = { ...WORDS, choice: () => choice };
	return labelled([label(value)], words)?.[0]?.effect;
};

describe('labels', () => {
	it('are shown in the words of who labels', () => {
		expect(labelled([label('spoiler'), label('newcomer')])).toEqual([
			{
				by: LABELER,
				value: 'spoiler',
				name: 'Spoiler',
				description: 'What Spoiler means.',
				of: 'post',
				effect: 'blur',
			},
			{
				by: LABELER,
				value: 'newcomer',
				name: 'Newcomer (de)',
				description: 'Auf Deutsch.',
				of: 'post',
				effect: 'inform',
			},
		]);
	});

	it.each([
		['rude', 'hide'],
		['spoiler', 'blur'],
		['gory', 'blurMedia'],
		['newcomer', 'inform'],
		['quiet', undefined],
		['porn', 'blurMedia'],
		['sexual', 'blurMedia'],
		['graphic-media', 'blurMedia'],
		['nudity', undefined],
		['!hide', 'hide'],
		['!warn', 'blur'],
		['!no-unauthenticated', undefined],
		['heard-of-by-nobody', 'inform'],
		['constructor', 'inform'],
	])('%s: %s', (value, wanted) => {
		expect(effect(value)).toBe(wanted);
	});

	it.each([
		['porn', 'ignore', undefined],
		['porn', 'hide', 'hide'],
		['nudity', 'warn', 'blurMedia'],
		['rude', 'ignore', undefined],
		['rude', 'warn', 'blur'],
		['newcomer', 'hide', 'hide'],
	] as const)('%s, where the person chose %s: %s', (value, choice, wanted) => {
		expect(effect(value, choice)).toBe(wanted);
	});

	it('that nobody may click through say so', () => {
		const final = (value: string, words: Words = WORDS) =>
			labelled([label(value)], words)?.[0]?.final;
		expect(final('!hide')).toBe('everybody');
		expect(final('!warn')).toBeUndefined();
		expect(final('porn', { ...WORDS, adultsOff: true })).toBe('adult');
		expect(final('porn', { ...WORDS, adultsOff: false })).toBeUndefined();
		expect(final('spoiler', { ...WORDS, adultsOff: true })).toBeUndefined();
	});

	it.each(['!hide', '!warn'])('%s does what it does whatever the person chose', (value) => {
		expect(effect(value, 'ignore')).toBe(effect(value));
	});

	it('hold while they hold, for the version they were put on', () => {
		const other = CID.replace(/.$/, '2');
		expect(
			labelled([
				label('spoiler', { neg: true }),
				label('rude', { exp: '2026-11-21T00:00:00Z' }),
				label('gory', { cid: other }),
				label('newcomer', { cid: CID, exp: '2026-11-23T00:00:00Z' }),
				label('quiet', { src: 'maria.example' }),
				label('x'.repeat(200)),
				label('a b'),
			])?.map(({ value }) => value),
		).toEqual(['newcomer']);
	});

	it('of authors are said of them, and nobody hides themselves', () => {
		const self = { src: MARIA };
		const author = { ...maria, labels: [label('rude'), label('bot', self), label('!hide', self)] };
		const record = { ...post.record, labels: { values: [{ val: 'porn' }, { val: '!hide' }] } };
		const { view, post: shown } = read({ post: { ...post, author, record, embed: images } });
		expect(view?.labels?.map(({ value, of, self: own }) => [value, of, own])).toEqual([
			['porn', 'post', true],
			['rude', 'author', undefined],
		]);
		expect(shown?.sensitive).toBe(true);
	});

	it('cover pictures only where there are some', () => {
		const item = withEmbed(images);
		const sensitive = (one: object) => read({ post: { ...item.post, ...one } }).post?.sensitive;
		expect(sensitive({ labels: [label('porn')] })).toBe(true);
		expect(sensitive({ labels: [label('porn')], embed: undefined })).toBeUndefined();
		expect(sensitive({ labels: [label('spoiler')] })).toBeUndefined();
	});
});
