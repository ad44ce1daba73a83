import type { Words } from './words/words';

/** What a phrase means: the place of its concept in `concepts`, and its value. */
export type Meant = { concept: string; value: string };

/** A tree of patterns, each a word or its beginning. */
export type Phrase = { next: Map<number, Phrase>; means: Meant[] };

/**
 * Data as two trees. That of letters is flat: `next[state * 37 + letter]`, letters beyond a to z and 0 to 9 in a map.
 * In a state `is` is the pattern of the word that ends there, `begins` of all words that begin so; 0: none.
 */
export type Lexicon = {
	next: Uint16Array;
	other: ReadonlyMap<number, number>;
	is: Uint16Array;
	begins: Uint16Array;
	phrases: Phrase;
};

export const LETTERS = 36;
/** States of all words together; the data say when there are more. */
const MOST_STATES = 32_000;
/** Key of a further state in `other`. */
export const beyond = (state: number, code: number) => state * 65_536 + code;

/** a to z: 0 to 25, 0 to 9: 26 to 35, anything else: -1. */
export function letterOf(code: number): number {
	if (code >= 97 && code <= 122) return code - 97;
	return code >= 48 && code <= 57 ? code - 22 : -1;
}

/** Words are cut as `cut` cuts sentences. */
export function compile(all: readonly Words[], cut: (text: string) => readonly string[]): Lexicon {
	const tree = new Letters();
	const phrases: Phrase = { next: new Map(), means: [] };
	const entries = all.flatMap((data) => Object.entries(data));
	for (const [name, list] of entries) {
		const [concept = name, value = ''] = name.split(':');
		for (const phrase of list.split('|')) {
			const patterns = phrase.split(' ').flatMap((piece) => {
				const goesOn = piece.endsWith('*');
				const parts = cut(goesOn ? piece.slice(0, -1) : piece);
				return parts.map((part, at) => tree.pattern(part, goesOn && at === parts.length - 1));
			});
			const { means } = put(phrases, patterns);
			// Languages share words.
			const isKnown = means.some((one) => one.concept === concept && one.value === value);
			if (!isKnown) means.push({ concept, value });
		}
	}
	return { ...tree.done(), phrases };
}

function put(root: Phrase, patterns: readonly number[]): Phrase {
	let node = root;
	for (const id of patterns) {
		let further = node.next.get(id);
		if (!further) {
			further = { next: new Map(), means: [] };
			node.next.set(id, further);
		}
		node = further;
	}
	return node;
}

class Letters {
	readonly #next = new Uint16Array(MOST_STATES * LETTERS);
	readonly #other = new Map<number, number>();
	readonly #is = new Uint16Array(MOST_STATES);
	readonly #begins = new Uint16Array(MOST_STATES);
	#states = 1;
	#patterns = 0;

	pattern(word: string, goesOn: boolean): number {
		let state = 0;
		for (let at = 0; at < word.length; at++) state = this.#step(state, word.charCodeAt(at));
		const kind = goesOn ? this.#begins : this.#is;
		const known = kind[state] ?? 0;
		if (known > 0) return known;
		kind[state] = ++this.#patterns;
		return this.#patterns;
	}

	done(): Omit<Lexicon, 'phrases'> {
		const states = this.#states;
		return {
			next: this.#next.slice(0, states * LETTERS),
			other: this.#other,
			is: this.#is.slice(0, states),
			begins: this.#begins.slice(0, states),
		};
	}

	#step(state: number, code: number): number {
		const letter = letterOf(code);
		const at = state * LETTERS + letter;
		const known = letter < 0 ? this.#other.get(beyond(state, code)) : this.#next[at];
		if (known) return known;
		if (this.#states >= MOST_STATES) throw new RangeError('More words than the tree has room for.');
		if (letter < 0) this.#other.set(beyond(state, code), this.#states);
		else this.#next[at] = this.#states;
		return this.#states++;
	}
}
