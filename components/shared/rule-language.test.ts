import { describe, expect, it } from 'vitest';
import { wordedRule, wordedSentence } from './rule-language';

const rule = {
	id: '1',
	text: 'English only. Be kind.',
	hint: 'Ask us if unsure.',
	translations: [
		{ language: 'de', text: 'Nur Englisch. Seid nett.', hint: 'Fragt uns im Zweifel.' },
		{ language: 'fr', text: 'Uniquement en anglais.', hint: 'Demandez-nous.' },
		{ text: 'Solo inglés.' },
	],
};

describe('a rule', () => {
	it('is shown as its server translates it, and keeps its own words', () => {
		expect(wordedRule(rule, 'de')).toEqual({
			words: 'Nur Englisch. Seid nett.',
			more: 'Fragt uns im Zweifel.',
			lang: 'de',
			original: { words: rule.text, more: rule.hint },
		});
		expect(wordedRule(rule, 'de-AT').lang).toBe('de');
	});

	it.each(['en', 'ja', 'es'])('stays as it is where nothing is given in %s', (language) => {
		expect(wordedRule(rule, language)).toEqual({ words: rule.text, more: rule.hint });
	});

	it('is in the language whose translation says the same words', () => {
		const same = { ...rule, translations: [{ language: 'en', text: rule.text, hint: rule.hint }] };
		const { lang, original } = wordedRule(same, 'en');
		expect([lang, original]).toEqual(['en', undefined]);
	});
});

describe('a sentence of a rule', () => {
	it.each([
		['English only.', 'Nur Englisch. Seid nett.'],
		['Ask us if unsure.', 'Fragt uns im Zweifel.'],
		['Uniquement en anglais.', 'Nur Englisch. Seid nett.'],
		['Demandez-nous.', 'Fragt uns im Zweifel.'],
	])('%s is shown by its part of the translation', (sentence, words) => {
		expect(wordedSentence(sentence, rule, 'de')).toEqual({
			...{ words, lang: 'de' },
			original: { words: sentence },
		});
	});

	it('that was read of the translation itself needs no other', () => {
		const words = 'Nur Englisch.';
		expect(wordedSentence(words, rule, 'de')).toEqual({ words, lang: 'de' });
	});

	it('of an unknown rule, or of one without such a translation, stays as it is', () => {
		expect(wordedSentence('English only.', undefined, 'de')).toEqual({ words: 'English only.' });
		expect(wordedSentence('English only.', rule, 'ja')).toEqual({ words: 'English only.' });
	});
});
