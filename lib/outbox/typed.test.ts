import { describe, expect, it } from 'vitest';
import { addressed, typedOf } from './typed';

describe('what somebody would have to type', () => {
	it('names people and pages in full', () => {
		const text = 'Hi @ben, see example.com/a/long… and words';
		const content = {
			text,
			facets: [
				{ start: 3, end: 7, type: 'mention', handle: 'ben@far.example' },
				{ start: 13, end: 32, type: 'link', href: 'https://www.example.com/a/longer/way' },
				{ start: 37, end: 42, type: 'link', href: 'https://other.example/' },
			],
		} as const;
		expect(typedOf({ content })).toBe(
			'Hi @ben@far.example, see https://www.example.com/a/longer/way and words',
		);
	});

	it('begins an answer with those whom it names', () => {
		const replyMentions = [{ handle: 'ben@far.example' }, { handle: 'cleo' }];
		expect(typedOf({ content: { text: 'Yes' }, replyMentions })).toBe('@ben@far.example @cleo Yes');
		expect(addressed([{ handle: 'ben' }, { handle: '@ben' }])).toBe('@ben ');
	});

	it('leaves everything else as it is', () => {
		const content = {
			text: 'a #tag 👩‍🚀 b',
			facets: [{ start: 2, end: 6, type: 'tag', tag: 'tag' }],
		} as const;
		expect(typedOf({ content })).toBe('a #tag 👩‍🚀 b');
	});
});
