import { expect, it } from 'vitest';
import type { Draft, Venue } from '../../lib/model';
import { newDraft, partsOf } from '../../lib/outbox';
import { carried, oneOf, threadOf } from './borders';

const venue: Venue = {
	target: 'a',
	name: 'alice@chaos.example',
	host: 'chaos.example',
	counting: 'graphemes',
	limits: { characters: 40, media: 4 },
	features: [],
	kind: 'create',
	origin: 'typed',
	thread: { at: 0, of: 1 },
	answers: [],
	now: 0,
};
const venues = new Map([['a', venue]]);
const TEXT = 'One sentence stands here now. Another one that stands here. And a third.';

function typed(before: Draft, text: string): Draft {
	const after = { ...before, text };
	return { ...after, own: carried(before, after, venues) };
}
const posts = (draft: Draft) => partsOf(draft, venue).map(({ text }) => text);

it('cuts a thread anew while it is typed', () => {
	const draft = newDraft({ text: TEXT, targets: ['a'] });
	const thread = { ...draft, own: { a: threadOf(draft, 'a', venue) } };
	expect(posts(thread)).toEqual([
		'One sentence stands here now.',
		'Another one that stands here.',
		'And a third.',
	]);
	const longer = typed(thread, `Before. ${TEXT}`);
	expect(posts(longer).every((one) => one.length <= 40)).toBe(true);
	expect(posts(longer)[0]).toBe('Before. One sentence stands here now.');
	expect(posts(typed(longer, 'Short.'))).toEqual(['Short.']);
	expect(posts(typed(typed(longer, 'Short.'), TEXT))).toHaveLength(3);
});

it('leaves borders that a person placed between their words', () => {
	const at = TEXT.indexOf('Another');
	const placed = newDraft({ text: TEXT, targets: ['a'], own: { a: { borders: [at] } } });
	expect(posts(typed(placed, `Before: ${TEXT}`))[1]).toMatch(/^Another one/);
	expect(posts(typed(placed, `${TEXT} Behind.`))[1]).toMatch(/^Another one .* Behind\.$/);
	expect(posts(typed(placed, TEXT.replace('here now. Another', 'there. Another')))[1]).toMatch(
		/^Another one/,
	);
	expect(posts(typed(placed, ''))).toEqual(['']);
});

it('makes one post of a thread again', () => {
	const draft = newDraft({ text: TEXT, own: { a: { warning: 'w' } } });
	const thread = { ...threadOf(draft, 'a', venue), numbered: true as const, places: { f: 1 } };
	expect(oneOf(thread)).toEqual({ warning: 'w' });
});
