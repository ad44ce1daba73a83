import type { Rule } from '../../model';

/** A sentence of a rule, in the server's own words. */
export type Sentence = { text: string; rule: string };

/**
 * Units of text in all that a machine reads, by whole rules: ten times what talkative servers write, and read within
 * the time of one frame. Of translations, which are read where a rule says nothing otherwise, as many again.
 */
export const MOST = 40_000;
/** A sentence that goes on for longer is a text without an end: it is shown and not read. */
export const LONGEST_SENTENCE = 1200;

/** The sentences of a text and its hint, in order. */
export function sentencesOf({ id, text, hint }: Rule): readonly Sentence[] {
	return [text, hint ?? ''].flatMap((part) => split(part).map((one) => ({ text: one, rule: id })));
}

/** Rules that a machine reads, and those that it does not because there is too much before them: shown, and said so. */
export function measured(rules: readonly Rule[]): {
	readable: readonly Rule[];
	unread: readonly Rule[];
} {
	let left = MOST;
	const readable: Rule[] = [];
	const unread: Rule[] = [];
	for (const rule of rules) {
		left -= lengthOf(rule);
		(left >= 0 ? readable : unread).push(rule);
	}
	return { readable, unread };
}

/** Units of a rule, or of a translation of one. */
export function lengthOf({ text, hint = '' }: Pick<Rule, 'text' | 'hint'>): number {
	return text.length + hint.length;
}

/** 1: ends a sentence wherever it stands; 2: where it is an end (see `isEnd`); 3: parts two and belongs to neither. */
const ENDS = new Map<number, 1 | 2 | 3>([
	...[...'。！？\n'].map((one) => [one.charCodeAt(0), 1] as const),
	...[...'.!?…'].map((one) => [one.charCodeAt(0), 2] as const),
	...[...';；•'].map((one) => [one.charCodeAt(0), 3] as const),
]);
const SHORT = new Set([
	'bzw',
	'ca',
	'etc',
	'ggf',
	'evtl',
	'usw',
	'vs',
	'nr',
	'inkl',
	'incl',
	'max',
	'min',
]);
/** Of ASCII only what stands before `@` can end anything. */
const LAST_END = 64;

/** A dot between two letters or digits (`x.com`, `1.5`), after one letter (`z. B.`) or before a small one ends nothing. */
function split(text: string): string[] {
	const found: string[] = [];
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code >= LAST_END && code < 0x2022) continue;
		const end = ENDS.get(code);
		if (end === undefined || (end === 2 && !isEnd(text, at))) continue;
		const one = text.slice(from, end === 3 ? at : at + 1).trim();
		if (one !== '') found.push(one);
		from = at + 1;
	}
	const rest = text.slice(from).trim();
	if (rest !== '') found.push(rest);
	return found;
}

const LONGEST_SHORT = 6;

function isEnd(text: string, at: number): boolean {
	const after = text.charAt(at + 1);
	if (after !== '' && after.trim() !== '') return false;
	if (text.charAt(at) !== '.') return true;
	let from = at;
	while (from > 0 && at - from < LONGEST_SHORT && /[\p{L}\p{N}]/u.test(text.charAt(from - 1)))
		from--;
	const word = text.slice(from, at).toLowerCase();
	const isShort = word.length === 1 && !/\d/.test(word);
	if (isShort || SHORT.has(word)) return false;
	const next = text.charAt(at + 2);
	return next === '' || next !== next.toLowerCase() || next === next.toUpperCase();
}
