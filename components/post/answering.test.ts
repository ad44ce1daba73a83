import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AnsweringRule } from '../../lib/model';
import { loadTexts } from '../../lib/texts';
import { gates, whoMayAnswer } from './answering';

const load = async (path: string): Promise<unknown> =>
	JSON.parse(readFileSync(`public${path}`, 'utf8'));

test.each([
	['en', [], 'Nobody may answer.'],
	['en', ['mentioned'], 'May answer: people mentioned.'],
	[
		'en',
		['followed', { list: 'Bakers' }],
		'May answer: people whom the author follows and people on the list Bakers.',
	],
	[
		'de',
		['followers', 'mentioned'],
		'Antworten dürfen: Leute, die der Person folgen und Erwähnte.',
	],
] as const)('in %s, %j', async (language, rules: readonly AnsweringRule[], sentence) => {
	expect(whoMayAnswer(rules, await loadTexts(language, load, [language]))).toBe(sentence);
});

test('says each thing once: whom the author lets answer and quote, and that I may not', async () => {
	const texts = await loadTexts('en', load, ['en']);
	const barred = { all: true, handles: ['a.example'] };
	expect(gates({ answering: [] }, barred, texts)).toEqual(['Nobody may answer.']);
	expect(gates({ answering: ['followers'] }, barred, texts)).toHaveLength(2);
	expect(gates({}, { ...barred, all: false }, texts).join()).toContain('@a.example');
	expect(gates({ unquotable: true }, undefined, texts)).toEqual([
		'The author does not want this quoted.',
	]);
	expect(gates({}, undefined, texts)).toEqual([]);
});
