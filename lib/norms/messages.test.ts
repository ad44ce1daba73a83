import { describe, expect, it } from 'vitest';
import { HELLO, venueOf } from '../../tests/fixtures/venue';
import type { Content, Reading, Venue } from '../model';
import { messagesSaid } from './messages';

const RULE: Reading = {
	class: 'privacy',
	by: 'machine',
	rule: '9',
	sentence: 'No unsolicited messages.',
	says: 'messages',
};
const said = (content: Partial<Content>, more: Partial<Venue> = {}, rules: Reading[] = []) =>
	messagesSaid({ ...HELLO, ...content }, venueOf(more), rules);
const direct = { visibility: 'direct' } as const;

describe('a message', () => {
	it('can be read by whoever runs the servers', () => {
		expect(said(direct)).toMatchObject([
			{ verdict: 'advise', about: 'visibility', reason: { key: 'normDirectReaders' } },
		]);
		expect(said({ ...direct, text: '@ada@town.example and @ben@chaos.example hi' })).toMatchObject([
			{ reason: { key: 'normDirectReadersBoth', parameters: { others: 'town.example' } } },
		]);
		const replyTo = { post: 'https://far.example/1', author: 'ada@far.example' };
		expect(said(direct, { replyTo })).toMatchObject([
			{ reason: { parameters: { others: 'far.example' } } },
		]);
	});

	it('is none where everything is public, and no other post is one', () => {
		const limits = { characters: 300, media: 4, publicOnly: true } as const;
		expect(said(direct, { limits })).toEqual([]);
		expect(said({ visibility: 'followers' })).toEqual([]);
	});
});

describe('a stranger', () => {
	const strangers = [{ handle: 'ada@town.example' }];

	it('is asked about', () => {
		expect(said(direct, { strangers })[1]).toMatchObject({
			verdict: 'ask',
			by: 'custom',
			override: 'goOn',
			reason: { parameters: { handles: '@ada@town.example' } },
		});
		expect(said(direct, { strangers }, [RULE])[1]).toMatchObject({
			verdict: 'ask',
			by: 'rule',
			source: { sentence: 'No unsolicited messages.' },
		});
	});

	it('may be addressed in public, but not by a program', () => {
		expect(said({}, { strangers })).toEqual([]);
		expect(said({}, { strangers, origin: 'automatic' })).toMatchObject([{ verdict: 'ask' }]);
	});

	it('is not claimed where too little is known', () => {
		const unsure = [{ handle: 'ada@town.example', unsure: true }] as const;
		expect(said(direct, { strangers: unsure })[1]).toMatchObject({
			verdict: 'advise',
			reason: { key: 'normStrangerUnsure' },
		});
		expect(said(direct)).toHaveLength(1);
	});
});
