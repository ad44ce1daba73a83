import { BREAK, classOf, IGNORED, isIgnored, learn, SPECIAL, specialOf, table } from './characters';
import { EXTRA, joined, MAIN, MAX_TERM, PRIME, type Source } from './term';

/** The pieces of a word with apostrophes: "don't" is found as don, t and dont. */
type Glue = { start: number; units: number[] };

/** Emits the word that begins at `from`; returns where it ends. */
export function scanWord(source: Source, from: number): number {
	const { text, to, term } = source;
	let start = from;
	let glue: Glue | undefined;
	term.clear();
	let at = addPlain(source, from);
	while (at < to) {
		const value = classOf(text.charCodeAt(at));
		if (value === BREAK) break;
		const next = value === IGNORED ? at + 1 : addSpecial(source, at);
		if (next === at) {
			if (!splits(source, at)) break;
			glue = extend(source, glue, start);
			source.emit(MAIN, start, at);
			term.clear();
			start = at + 1;
		}
		at = addPlain(source, Math.max(next, start));
	}
	const whole = glue && extend(source, glue, start);
	source.emit(MAIN, start, at);
	if (whole) {
		term.set(whole.units);
		source.emit(EXTRA, whole.start, at);
	}
	return at;
}

/** Adds the characters that fold to one unit, nearly all there are; returns where the first other one stands. */
function addPlain({ text, to, term }: Source, from: number): number {
	const { units } = term;
	let { length, hash } = term;
	let at = from;
	for (; at < to; at++) {
		const unit = text.charCodeAt(at);
		const value = table[unit] || learn(unit);
		if (value <= SPECIAL) break;
		if (length === MAX_TERM) continue;
		units[length++] = value;
		hash = Math.imul(hash ^ value, PRIME);
	}
	term.length = length;
	term.hash = hash;
	return at;
}

/** Adds a character that folds to several units; returns where to go on, or `at` when it belongs to no word. */
function addSpecial({ text, term }: Source, at: number): number {
	const codePoint = text.codePointAt(at) ?? 0;
	const next = at + (codePoint > 0xffff ? 2 : 1);
	const special = specialOf(codePoint);
	if (special?.type === 'word') {
		const [first = 0] = special.units;
		if (special.joins) term.set(joined(term.units.subarray(0, term.length), first));
		else for (const unit of special.units) term.add(unit);
		return next;
	}
	return codePoint > 0xffff && isIgnored(String.fromCodePoint(codePoint)) ? next : at;
}

/** Whether at `at` stands an apostrophe inside a word. */
function splits({ text, to, term }: Source, at: number): boolean {
	if (term.length === 0 || at + 1 >= to) return false;
	return specialOf(text.charCodeAt(at))?.type === 'apostrophe' && isLetter(text, at + 1);
}

function extend({ term }: Source, glue: Glue | undefined, start: number): Glue {
	const known = glue ?? { start, units: [] };
	for (let i = 0; i < term.length && known.units.length < MAX_TERM; i++) {
		known.units.push(term.units[i] ?? 0);
	}
	return known;
}

function isLetter(text: string, at: number): boolean {
	const value = classOf(text.charCodeAt(at));
	if (value !== SPECIAL) return value > SPECIAL;
	return specialOf(text.codePointAt(at) ?? 0)?.type === 'word';
}

/** Whether the character before `at` belongs to a word: what follows is then no tag or handle (a@b.example). */
export function endsWord({ text, from }: Source, at: number): boolean {
	return at > from && isLetter(text, at - 1);
}
