import { expect, it } from 'vitest';
import type { Draft } from '../model';
import { newDraft } from './drafts';
import { originAt } from './parts';

const origins = (parts: Partial<Draft>) => {
	const draft = newDraft({ text: 'Good morning', targets: ['a', 'b'], ...parts });
	return draft.targets.map((target) => originAt(draft, target));
};

it('a text is of its own where it says something else', () => {
	expect(origins({})).toEqual(['several', 'several']);
	expect(origins({ own: { b: { text: 'Good morning, b' } } })).toEqual(['typed', 'typed']);
	expect(origins({ targets: ['a'] })).toEqual(['typed']);
});

it('and not where a press has made it the same once more', () => {
	expect(origins({ own: { b: { text: ' Good\nmorning ' } } })).toEqual(['several', 'several']);
	const own = { a: { text: 'Hello' }, b: { text: 'Hello' } };
	expect(origins({ own })).toEqual(['several', 'several']);
	const brought = { origin: 'brought', own: { b: { text: 'Good morning' } } } as const;
	expect(origins(brought)).toEqual(['brought', 'brought']);
	expect(origins({ ...brought, own: { b: { text: 'Hello' } } })).toEqual(['brought', 'typed']);
});
