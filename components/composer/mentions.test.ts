import { expect, it } from 'vitest';
import { newDraft } from '../../lib/outbox';
import { renamed } from './mentions';

it('says whom a place does not know, namesakes too', () => {
	const targets = [
		{ key: 'a', name: 'ada@chaos.example', network: 'mastodon', host: 'chaos.example' },
		{ key: 'b', name: 'alice.example', network: 'atproto', host: 'plein.example' },
	];
	const draft = newDraft({ targets: ['a', 'b'] });
	const nobody = (text: string) =>
		targets.map((target) => renamed(draft, target, text).nobody.join());
	expect(nobody('Hi @maria@chaos.example')).toEqual(['', '@maria@chaos.example']);
	expect(nobody('Hi @maria')).toEqual(['@maria', '@maria']);
	expect(nobody('Hi nobody')).toEqual(['', '']);
});

it('says who is called otherwise there, and takes a short name for where alone it goes', () => {
	const chaos = { key: 'a', name: 'ada@chaos.example', network: 'mastodon', host: 'chaos.example' };
	const people = [
		[
			{ network: 'mastodon', handle: 'maria@chaos.example' },
			{ network: 'atproto', handle: 'maria.example' },
		],
	];
	const draft = newDraft({ targets: ['a'], people });
	expect(renamed(draft, chaos, 'Hi @maria.example and @maria')).toEqual({
		nobody: [],
		others: [{ handle: '@maria.example', other: '@maria@chaos.example' }],
	});
});
