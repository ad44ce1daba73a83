import { describe, expect, it, test } from 'vitest';
import type { Charter, Evidence, OperatorKind } from '../model';
import { foundationTest } from './foundation-test';

const ON = '2026-11-22';
const by = (url: string, self?: true): Evidence => ({
	url,
	quote: 'words',
	on: ON,
	...(self ? { self } : {}),
});
const OWN = by('https://linde.example/about', true);
const OTHERS = by('https://paper.example.org/2026/linden');

function of(
	kind: OperatorKind,
	evidence: readonly Evidence[],
	more: Partial<Charter> = {},
): Charter {
	const value = { name: 'Linden', kind };
	return { host: 'linde.example', readAt: 0, operator: { value, evidence }, ...more };
}
const answers = (charter: Charter) =>
	Object.fromEntries(foundationTest(charter).answers.map((one) => [one.question, one.answer]));

describe('the label', () => {
	test.each(['foundation', 'association', 'nonProfitCompany'] as const)(
		'for a body of the kind %s needs the word of somebody else',
		(kind) => {
			expect(foundationTest(of(kind, [OWN])).label).toBe('claims');
			expect(foundationTest(of(kind, [OTHERS])).label).toBe('foundation');
			expect(foundationTest(of(kind, [OWN, OTHERS])).label).toBe('foundation');
		},
	);

	test.each(['company', 'person', 'publicBody', 'cooperative', 'unknown'] as const)(
		'is never that of a body of the kind %s',
		(kind) => {
			expect(foundationTest(of(kind, [OTHERS])).label).toBeUndefined();
		},
	);

	it('is not earned by what the place says of itself elsewhere', () => {
		const elsewhere = by('https://paper.example.org/guest-post', true);
		expect(foundationTest(of('foundation', [elsewhere])).label).toBe('claims');
	});

	it('is not earned without an operator', () => {
		expect(foundationTest({ host: 'linde.example', readAt: 0 }).label).toBeUndefined();
	});

	test.each([
		['on its own host', 'https://linde.example/press', {}],
		['under its own name', 'https://blog.linde.example/we-are-good', {}],
		[
			'where its terms are',
			'https://www.linden-stiftung.org/news',
			{ terms: { value: 'https://linden-stiftung.org/terms', evidence: [OWN] } },
		],
		[
			'where its privacy policy is',
			'https://linden-stiftung.org/news',
			{ privacy: { value: 'https://legal.linden-stiftung.org/', evidence: [OWN] } },
		],
		[
			'where its mail goes',
			'https://linden-stiftung.org/news',
			{ contact: { value: 'hello@linden-stiftung.org', evidence: [OWN] } },
		],
		['on a page that is none', 'not an address', {}],
	])('is not earned by words %s', (_, url, more) => {
		const label = foundationTest(of('foundation', [by(url)], more)).label;
		expect(label).toBe('claims');
	});
});

describe('the five questions', () => {
	it('are unknown where nothing was found, and have no evidence then', () => {
		const { answers: all } = foundationTest({ host: 'linde.example', readAt: 0 });
		expect(all.map(({ question }) => question)).toEqual([
			'body',
			'openSource',
			'accounts',
			'rulesAndLaw',
			'wayOut',
		]);
		expect(all.every((one) => one.answer === 'unknown' && one.evidence.length === 0)).toBe(true);
	});

	it('are met by what was found, with its evidence', () => {
		const charter = of('foundation', [OTHERS], {
			software: { value: { name: 'x', open: true }, evidence: [OTHERS] },
			accounts: { value: 'https://linde.example/accounts', evidence: [OWN] },
			rules: { value: [{ id: '1', text: 'Be kind.' }], evidence: [OWN] },
			country: { value: 'NL', evidence: [OTHERS] },
			wayOut: { value: 'Take it with you.', evidence: [OWN] },
		});
		expect(Object.values(answers(charter))).toEqual(['met', 'met', 'met', 'met', 'met']);
		expect(foundationTest(charter).answers[3]?.evidence).toEqual([OWN, OTHERS]);
	});

	it('are not met by a company, a person, a government or a closed program', () => {
		const closed = { software: { value: { name: 'x', open: false }, evidence: [OTHERS] } };
		for (const kind of ['company', 'person', 'publicBody'] as const) {
			const { answers: all } = foundationTest(of(kind, [OWN], closed));
			expect(all[0]).toEqual({ question: 'body', answer: 'notMet', evidence: [OWN] });
			expect(all[1]?.answer).toBe('notMet');
		}
	});

	it('are left open for a co-operative: its form does not say for whom it works', () => {
		expect(answers(of('cooperative', [OTHERS]))['body']).toBe('unknown');
	});

	it('want rules and law together', () => {
		const rules = { value: [{ id: '1', text: 'Be kind.' }], evidence: [OWN] };
		const country = { value: 'NL', evidence: [OWN] };
		const terms = { value: 'https://linde.example/terms', evidence: [OWN] };
		expect(answers(of('foundation', [OWN], { rules }))['rulesAndLaw']).toBe('unknown');
		expect(answers(of('foundation', [OWN], { country }))['rulesAndLaw']).toBe('unknown');
		expect(answers(of('foundation', [OWN], { terms, country }))['rulesAndLaw']).toBe('met');
		const seat = { ...country, seat: true as const };
		expect(answers(of('foundation', [OWN], { terms, country: seat }))['rulesAndLaw']).toBe(
			'unknown',
		);
		// A link to terms that nobody has read states nothing.
		const unread = { ...terms, unread: true as const };
		expect(answers(of('foundation', [OWN], { terms: unread, country }))['rulesAndLaw']).toBe(
			'unknown',
		);
	});
});
