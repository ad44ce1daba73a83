import { expect, it } from 'vitest';
import type { Draft } from '../../lib/model';
import { judge } from '../../lib/norms';
import { readRules } from '../../lib/norms/rules';
import { venueOf } from '../../tests/fixtures/venue';
import { judged, refusal } from './judged';

const rules = [{ id: '1', text: 'English only, please.' }];
const venues = new Map([['me', venueOf({ rules, readings: readRules(rules) })]]);
const draft: Draft = {
	id: 'a',
	rev: 1,
	createdAt: 0,
	changedAt: 0,
	origin: 'typed',
	text: 'Heute gibt es Suppe auf dem Markt, kommt alle vorbei und bringt Schüsseln mit.',
	visibility: 'public',
	media: [],
	targets: ['me'],
	own: {},
	undoSeconds: 10,
	answers: [],
};
const said = (awaited: readonly string[], more: Partial<Draft> = {}) =>
	judged({ ...draft, ...more }, venues, judge, new Set(awaited)).map(
		({ verdict }) => verdict.reason.key,
	);

it('does not ask what a language is while it is being found out', () => {
	expect(said([''])).toEqual([]);
	expect(said([])).toEqual(['normLanguageUnclear']);
	expect(said([], { own: { me: { text: draft.text } } })).toEqual(['normLanguageUnclear']);
	expect(said(['me'], { own: { me: { text: draft.text } } })).toEqual([]);
});

it('goes by what was found out before, while newer words are looked at', () => {
	const guess = { language: 'de', reliable: true };
	expect(said([''], { guess })).toEqual(['normLanguageOther']);
});

it('what a verdict says is not said again where nothing was sent', () => {
	const all = judged(draft, venues, judge, new Set());
	const [first] = all;
	expect(refusal(first?.verdict.reason, all)).toEqual({ key: 'stoppedAbove' });
	expect(refusal({ key: 'outboxDraftChanged' }, all)).toEqual({ key: 'outboxDraftChanged' });
	expect(refusal(undefined, all)).toBeUndefined();
});

it('says once what two sentences of a rule say, as gravely as the graver', () => {
	const rule = 'No crossposters. Posting the same text to several networks at once is not allowed.';
	const twice = [{ id: '1', text: rule }];
	const there = new Map([
		['me', venueOf({ rules: twice, readings: readRules(twice), origin: 'several' })],
	]);
	const verdicts = () =>
		judged(draft, there, judge, new Set())
			.filter(({ verdict }) => verdict.norm === 'cross-posting')
			.map(({ verdict }) => verdict.verdict);
	expect(verdicts()).toEqual(['block']);
});
