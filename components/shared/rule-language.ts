import type { Rule } from '../../lib/model';

/** What is said, in a paragraph or two, and in which language, where that is known. */
export type Wording = { words: string; more?: string | undefined; lang?: string | undefined };

/** Words that are shown; `original`: what stands behind them, where they are a translation. */
export type Worded = Wording & { original?: Wording };

/** A rule in the person's language, where its server gives it in that; else in its own. */
export function wordedRule(rule: Rule, language: string): Worded {
	const { text, hint } = rule;
	const theirs = inLanguage(rule, language);
	if (!theirs) return { words: text, more: hint };
	const lang = theirs.language;
	if (theirs.text === text && theirs.hint === hint) return { words: text, more: hint, lang };
	return { words: theirs.text, more: theirs.hint, lang, original: { words: text, more: hint } };
}

/**
 * A sentence of a rule in the person's language: its part of the rule as its server gives it in that. Sentences of two
 * languages are not matched one by one: a translator may have joined or parted them.
 */
export function wordedSentence(sentence: string, rule: Rule | undefined, language: string): Worded {
	const theirs = rule && inLanguage(rule, language);
	if (!rule || !theirs) return { words: sentence };
	const lang = theirs.language;
	const isTheirs = theirs.text.includes(sentence) || theirs.hint?.includes(sentence) === true;
	if (isTheirs) return { words: sentence, lang };
	// The reading may be of another translation.
	const isHint = [rule, ...(rule.translations ?? [])].some(
		({ text, hint }) => !text.includes(sentence) && hint?.includes(sentence) === true,
	);
	const part = isHint ? (theirs.hint ?? theirs.text) : theirs.text;
	return { words: part, lang, original: { words: sentence } };
}

function inLanguage({ translations = [] }: Rule, wanted: string) {
	return translations.find(
		({ language }) => language !== undefined && base(language) === base(wanted),
	);
}

/** `pt-BR`: `pt`. */
function base(tag: string): string {
	return tag.toLowerCase().split('-')[0] ?? '';
}
