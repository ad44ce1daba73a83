import { fold, isIdeograph, isMark, isPart, isQuote, isWordUnit } from './letters';
import { beyond, compile, LETTERS, type Lexicon, letterOf, type Phrase } from './lexicon';
import { DE } from './words/de';
import { EN } from './words/en';
import { ES } from './words/es';
import { FR } from './words/fr';
import { JA } from './words/ja';
import { NAMES } from './words/names';

/** What a phrase means (`topic`), which (`politics`), and where it stands: counted in words, both ends included. */
export type Hit = {
	concept: string;
	value: string;
	from: number;
	to: number;
	clause: number;
	/** It stands in quotation marks. */
	quoted: boolean;
};

let compiled: Lexicon | undefined;

/** Made when the first rule is read, not when a page begins. */
function lexicon(): Lexicon {
	compiled ??= compile([EN, DE, FR, ES, JA, NAMES], wordsIn);
	return compiled;
}

type Active = { phrase: Phrase; from: number };

/**
 * Finds all phrases of the lexicon, once over the text: each letter is one step in a tree of words, each word one in a
 * tree of phrases. What lies within a longer phrase is left out.
 */
export function scan(text: string): readonly Hit[] {
	const reader = new Reader(text);
	const found: Hit[] = [];
	let active: readonly Active[] = NONE;
	for (let word = 0; reader.next(); word++) {
		const { clause, patterns, number, quoted } = reader;
		if (number !== '')
			found.push({ concept: 'number', value: number, from: word, to: word, clause, quoted });
		if (patterns.length === 0) active = NONE;
		else active = step(reader, reader.begun ? NONE : active, word, found);
	}
	// A mark that nothing closes quotes nothing.
	if (reader.quoted) for (const hit of found) hit.quoted = false;
	return found.length === 0 ? found : withoutInner(found);
}

/**
 * Finds what ends with this word, and gives what may go on after it. The shortest come first: `withoutInner` looks at
 * the longest of those that end together before all others.
 */
function step(
	reader: Reader,
	before: readonly Active[],
	word: number,
	found: Hit[],
): readonly Active[] {
	let next: Active[] | undefined;
	const { clause, patterns, quoted } = reader;
	const reached = (phrase: Phrase, from: number) => {
		for (const { concept, value } of phrase.means) {
			found.push({ concept, value, from, to: word, clause, quoted });
		}
		if (phrase.next.size === 0) return;
		next ??= [];
		next.push({ phrase, from });
	};
	const { phrases } = lexicon();
	for (const pattern of patterns) {
		const first = phrases.next.get(pattern);
		if (first) reached(first, word);
	}
	for (const { phrase, from } of before) {
		for (const pattern of patterns) {
			const further = phrase.next.get(pattern);
			if (further) reached(further, from);
		}
	}
	return next ?? NONE;
}

const NONE: readonly Active[] = [];

/** Longer numbers count nothing that rules speak of. */
const LONGEST_NUMBER = 6;

/** Goes from word to word. */
class Reader {
	/** The patterns that the word fits: it itself, and those that it begins with. */
	readonly patterns: number[] = [];
	/** The word where it is a number. */
	number = '';
	clause = 0;
	/** A part of the sentence began with it. */
	begun = false;
	quoted = false;
	#at = 0;
	readonly #text: string;
	readonly #lexicon = lexicon();

	constructor(text: string) {
		this.#text = text;
	}

	next(): boolean {
		const text = this.#text;
		if (this.patterns.length > 0) this.patterns.length = 0;
		this.number = '';
		this.begun = false;
		let unit = 0;
		for (; this.#at < text.length; this.#at++) {
			unit = fold(text.charCodeAt(this.#at));
			if (isWordUnit(unit)) break;
			if (isPart(unit)) {
				this.begun = true;
				this.clause++;
			} else if (isQuote(unit)) this.quoted = !this.quoted;
		}
		if (this.#at >= text.length) return false;
		const from = this.#at;
		const isNumber = this.#word(unit);
		if (isNumber && this.#at - from <= LONGEST_NUMBER) this.number = text.slice(from, this.#at);
		return true;
	}

	/** Goes to the end of the word, keeps the patterns that it fits, and says whether it is a number. */
	#word(first: number): boolean {
		const { is, begins } = this.#lexicon;
		let unit = first;
		let state = this.#step(0, unit);
		let isNumber = isDigit(unit);
		for (;;) {
			const begun = begins[state] ?? 0;
			if (begun > 0) this.patterns.push(begun);
			unit = this.#unitAfter(unit);
			if (unit === 0) break;
			isNumber &&= isDigit(unit);
			// Nothing leads back to the root: a word that fits nothing stays there.
			state = state === 0 ? 0 : this.#step(state, unit);
		}
		const whole = is[state] ?? 0;
		if (whole > 0) this.patterns.push(whole);
		return isNumber;
	}

	/** The next unit of the same word; 0 at its end. */
	#unitAfter(before: number): number {
		const text = this.#text;
		this.#at++;
		if (isIdeograph(before)) return 0;
		while (this.#at < text.length) {
			const unit = fold(text.charCodeAt(this.#at));
			if (!isMark(unit)) return isWordUnit(unit) && !isIdeograph(unit) ? unit : 0;
			this.#at++;
		}
		return 0;
	}

	#step(state: number, unit: number): number {
		const letter = letterOf(unit);
		const { next, other } = this.#lexicon;
		return (letter < 0 ? other.get(beyond(state, unit)) : next[state * LETTERS + letter]) ?? 0;
	}
}

function isDigit(unit: number): boolean {
	return unit >= 48 && unit <= 57;
}

/** A phrase of the data as the words that a reader would find. */
function wordsIn(phrase: string): string[] {
	const words: string[] = [];
	let word = '';
	const end = () => {
		if (word !== '') words.push(word);
		word = '';
	};
	for (let at = 0; at < phrase.length; at++) {
		const unit = fold(phrase.charCodeAt(at));
		if (isMark(unit)) continue;
		if (!isWordUnit(unit)) end();
		else if (isIdeograph(unit)) {
			end();
			words.push(String.fromCharCode(unit));
		} else word += String.fromCharCode(unit);
	}
	end();
	return words;
}

/** Hits come in the order of their ends; a longer one hides what lies within it. */
function withoutInner(found: readonly Hit[]): readonly Hit[] {
	const kept: Hit[] = [];
	for (let at = found.length - 1; at >= 0; at--) {
		const hit = found[at];
		if (hit && !isWithin(hit, kept)) kept.push(hit);
	}
	return kept.reverse().filter(({ concept }) => concept !== 'none');
}

/** "Name the artist" is still told, and "without a word" still lacks something. */
function isKept(concept: string, from: number, other: Hit): boolean {
	if (concept === 'without') return other.concept === 'alone';
	return concept === 'do' && other.from === from && other.concept !== 'none';
}

/** No phrase holds more hits than this. */
const BACK = 24;

function isWithin({ concept, from, to }: Hit, kept: readonly Hit[]): boolean {
	const last = Math.max(0, kept.length - BACK);
	for (let at = kept.length - 1; at >= last; at--) {
		const other = kept[at];
		if (!other) continue;
		const hides = other.from <= from && other.to >= to && other.to - other.from > to - from;
		if (hides && !isKept(concept, from, other)) return true;
	}
	return false;
}
