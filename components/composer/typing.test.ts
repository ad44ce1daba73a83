import { expect, it } from 'vitest';
import { typedAt } from './typing';

it.each([
	['Hi @ma', { mark: '@', start: 3, name: 'ma' }],
	['@maria@chaos.so', { mark: '@', start: 0, name: 'maria@chaos.so' }],
	['Hi @alice.exa', { mark: '@', start: 3, name: 'alice.exa' }],
	['Hi @m', undefined],
	['mail me@example.org', undefined],
	['https://example.org/@maria', undefined],
	['Hi @maria and', undefined],
	['On #cli', { mark: '#', start: 3, name: 'cli' }],
	['Über #Fußb', { mark: '#', start: 5, name: 'Fußb' }],
	['https://example.org/#part', undefined],
	['a#b and C#maj', undefined],
	['#', undefined],
	['Well :smi', { mark: ':', start: 5, name: 'smi' }],
	['schön :lä', { mark: ':', start: 6, name: 'lä' }],
	['at 12:30', undefined],
	['note:this', undefined],
	['https://exa', undefined],
	[':smile:', undefined],
	[':-) :D', undefined],
])('in %j is typed: %j', (text, typed) => {
	expect(typedAt(text, text.length)).toEqual(typed);
});

it('looks before the caret alone', () => {
	expect(typedAt('@maria said', 3)).toEqual({ mark: '@', start: 0, name: 'ma' });
});
