import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AnsweringRule } from '../../lib/model';
import { loadTexts } from '../../lib/texts';
import { whoMayAnswer } from './answering';

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
