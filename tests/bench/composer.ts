import type { Rule } from '../../lib/model';
import { judge } from '../../lib/norms';
import { readRules } from '../../lib/norms/rules';
import { venueOf } from '../fixtures/venue';

export const small = { keys: '100' };

const SENTENCES = [
	'English only, please.',
	'All images must have alt text.',
	'Use content warnings for politics, food and violence.',
	'No crossposting: posting the same text to several networks at once is not allowed here.',
	'Use of AI must be disclosed.',
	'Posts that are only a link are spam.',
];

/**
 * What five places with forty rules each take to judge a text anew at each of `--keys` keys (without drawing), and what
 * their rules take to be read the first time. Milliseconds; `limitMs` is what a key may take in all.
 */
export async function run(options: Readonly<Record<string, string>>): Promise<object> {
	const keys = Number(options['keys'] ?? 1000);
	const rulesOf = (n: number): Rule[] =>
		Array.from({ length: 40 }, (_, at) => ({
			id: `${at}`,
			text: `${SENTENCES[at % SENTENCES.length]} (${n}.${at})`,
		}));
	const places = Array.from({ length: 5 }, (_, n) =>
		venueOf({ target: `me${n}`, origin: 'several', readings: readRules(rulesOf(n)) }),
	);
	const text = `The election was a feast. #alttext https://example.org ${'more words '.repeat(30)}`;
	const timed = (n: number) => {
		const from = performance.now();
		const content = { text: text + n, visibility: 'public', language: 'en' } as const;
		const verdicts = places.reduce((sum, place) => sum + judge(content, place).length, 0);
		return { ms: performance.now() - from, verdicts };
	};
	const first = timed(0);
	const times = Array.from({ length: keys }, (_, n) => timed(n + 1).ms).sort((a, b) => a - b);
	const at = (share: number) => Math.round((times[Math.floor(keys * share)] ?? 0) * 100) / 100;
	return {
		keys,
		verdicts: first.verdicts,
		firstMs: Math.round(first.ms),
		p50Ms: at(0.5),
		p95Ms: at(0.95),
		limitMs: 50,
	};
}
