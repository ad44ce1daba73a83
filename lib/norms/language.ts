import type { Content, LanguageGuess, Reading, Remedy, Venue, Verdict } from '../model';
import { lettersIn, wordsIn, wordsOf, wordsShown } from '../text';
import { isMixed } from './mixed';
import type { Norm } from './norm';
import { of, type ReadingOf, readings, sourceOf } from './readings';
import { isWriting } from './writing';

type Said = Omit<Verdict, 'norm'>;
type LanguageRule = ReadingOf<'language'>;

/** What was measured: below this a guess is no proof (nothing of 23 English posts was blocked above it). */
const CLEAR_LETTERS = 20;
const CLEAR_WORDS = 4;
/** Fewer letters are of every language. */
const LEAST_LETTERS = 3;

/** Which languages a community writes in, and that a post says which one it is in. */
export const language: Norm = {
	id: 'language',
	check: (content, venue) => languageSaid(content, venue, readings(venue)),
};

/** The same by rules that were read already. */
export function languageSaid(content: Content, venue: Venue, all: readonly Reading[]): Said[] {
	if (!isWriting(venue.kind) || venue.kind === 'hand-over') return [];
	const words = wordsOf(wordsShown(content));
	if (lettersIn(words) < LEAST_LETTERS) return [];
	const rules = of(all, 'language');
	const [tagging] = rules.filter(({ languages }) => languages.length === 0);
	// Several sentences ("English only." "You may also write in Welsh.") let in what any of them lets in.
	const naming = rules.filter(({ languages }) => languages.length > 0);
	const main = naming.find(({ level }) => level === 'required') ?? naming[0];
	const allowed = naming.flatMap(({ languages }) => languages).map(primary);
	const found = main ? barred(content, words, { rule: main, allowed, venue }) : undefined;
	if (found) return [found];
	return [...untagged(content, tagging, venue), ...mistagged(content, words)];
}

type Gate = { rule: LanguageRule; allowed: readonly string[]; venue: Venue };

/** The gate: blocks where it is clear, asks where it is not, lets pass what reads like a language of the place. */
function barred(content: Content, words: string, { rule, allowed, venue }: Gate): Said | undefined {
	const { guess } = content;
	const tag = content.language === undefined ? undefined : primary(content.language);
	const isTagged = tag !== undefined && allowed.includes(tag);
	const clear = isForeign(words, allowed) || isClear(guess, words);
	if (guess && allowed.includes(primary(guess.language))) return undefined;
	if (!clear && isTagged) return undefined;
	const isRequired = rule.level === 'required';
	const common = {
		by: 'rule',
		about: 'language',
		source: sourceOf(rule, venue),
		remedies: waysOut(allowed, isTagged, venue),
		reason: clear
			? { key: 'normLanguageOther', parameters: { host: venue.host } }
			: { key: 'normLanguageUnclear', parameters: { host: venue.host } },
	} as const;
	if (!clear && !isRequired) return { ...common, verdict: 'advise' };
	// Somebody who says which language it is may know better than a machine, and a letter is no public post.
	const isSure = clear && !isMixed(words, allowed);
	const blocks = isSure && isRequired && !isTagged && content.visibility !== 'direct';
	return blocks
		? { ...common, verdict: 'block', override: 'notSaid' }
		: { ...common, verdict: 'ask', override: 'goOn' };
}

function waysOut(allowed: readonly string[], isTagged: boolean, { origin }: Venue): Remedy[] {
	const tags = isTagged ? [] : [...new Set(allowed)].slice(0, 3);
	return [
		...tags.map((to) => ({ do: 'setLanguage', to }) as const),
		...(origin === 'typed' ? [] : [{ do: 'ownText' } as const]),
		{ do: 'leaveOut' },
	];
}

/** Nothing says which language it is in. */
function untagged(content: Content, rule: LanguageRule | undefined, venue: Venue): Said[] {
	if (!rule || content.language !== undefined) return [];
	const { guess } = content;
	return [
		{
			verdict: 'advise',
			by: 'rule',
			about: 'language',
			source: sourceOf(rule, venue),
			reason: { key: 'normLanguageUntagged', parameters: { host: venue.host } },
			...(guess ? { remedies: [{ do: 'setLanguage', to: guess.language }] } : {}),
		},
	];
}

/** It is said to be in one language and reads like another: filters and translations go by what is said. */
function mistagged({ guess, language: said }: Content, words: string): Said[] {
	if (said === undefined || !guess || !isClear(guess, words)) return [];
	if (primary(said) === primary(guess.language)) return [];
	return [
		{
			verdict: 'advise',
			by: 'custom',
			about: 'language',
			reason: { key: 'normLanguageMistagged' },
			remedies: [{ do: 'setLanguage', to: guess.language }],
		},
	];
}

function isClear(guess: LanguageGuess | undefined, words: string): boolean {
	const isLong = lettersIn(words) >= CLEAR_LETTERS && wordsIn(words) >= CLEAR_WORDS;
	return guess?.reliable === true && isLong;
}

/** Most of its letters are of a script that none of these languages is written in. */
function isForeign(words: string, allowed: readonly string[]): boolean {
	const written = new Set(allowed.map(scriptKnown));
	const letters = [...written].map((script) => LETTERS.get(script ?? ''));
	// Latin letters are everybody's: names, brands, "lol".
	const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
	if (latin * 2 >= lettersIn(words)) return false;
	const ours = letters.reduce((n, one) => n + (one ? (words.match(one)?.length ?? 0) : 0), 0);
	return letters.every((one) => one !== undefined) && ours * 2 < lettersIn(words);
}

/** By what `Intl.Locale` calls them; what is not here is nobody's proof. */
const LETTERS: ReadonlyMap<string, RegExp> = new Map([
	['Latn', /\p{Script=Latin}/gu],
	['Cyrl', /\p{Script=Cyrillic}/gu],
	['Grek', /\p{Script=Greek}/gu],
	['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu],
	['Kore', /[\p{Script=Hangul}\p{Script=Han}]/gu],
	['Hans', /\p{Script=Han}/gu],
]);

const scripts = new Map<string, string | undefined>();

function scriptKnown(tag: string): string | undefined {
	if (!scripts.has(tag)) scripts.set(tag, scriptOf(tag));
	return scripts.get(tag);
}

function scriptOf(tag: string): string | undefined {
	try {
		return new Intl.Locale(tag).maximize().script;
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return undefined;
	}
}

/** Detectors and people name these differently. */
const SAME: Readonly<Record<string, string>> = {
	nb: 'no',
	nn: 'no',
	fil: 'tl',
	iw: 'he',
	in: 'id',
};

/** The language of a tag (`de-AT`: `de`). */
function primary(tag: string): string {
	const [first = tag] = tag.toLowerCase().split(/[-_]/);
	return SAME[first] ?? first;
}
