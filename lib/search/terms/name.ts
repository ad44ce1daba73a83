import { BREAK, classOf, IGNORED, SPECIAL, specialOf } from './characters';
import { EXTRA, MAX_TERM, type Source, type Term } from './term';

const AT = 0x40;
const DOLLAR = 0x24;
const UNDERSCORE = 0x5f;

/**
 * Emits the #tag, @handle or $cashtag whose sign stands at `start`, folded but not cut into words; its plain words
 * are found by the scan that goes on after the sign.
 */
export function scanName(source: Source, start: number, sigil: number): void {
	const { text, to, term } = source;
	let at = start + 1;
	term.clear();
	term.add(sigil);
	while (at < to && term.length < MAX_TERM) {
		const value = classOf(text.charCodeAt(at));
		if (value > SPECIAL) {
			term.add(value);
			at++;
			continue;
		}
		const more = nameUnits(text, at);
		if (!more) break;
		for (const unit of more) term.add(unit);
		at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
	}
	if (term.length > 1 && fits(term, sigil)) source.emit(EXTRA, start, at);
}

/** Cashtags are letters alone, tags not digits alone. */
function fits({ units, length }: Term, sigil: number): boolean {
	if (sigil === AT) return true;
	for (let i = 1; i < length; i++) {
		const unit = units[i] ?? 0;
		const digit = unit >= 0x30 && unit <= 0x39;
		if (sigil === DOLLAR ? !isLatin(unit) : !digit) return sigil !== DOLLAR;
	}
	return sigil === DOLLAR;
}

/** The folded units of a character that can stand in a name; absent when it ends the name. */
function nameUnits(text: string, at: number): readonly number[] | undefined {
	const value = classOf(text.charCodeAt(at));
	if (value > SPECIAL) return [value];
	if (value === IGNORED) return [];
	if (value === BREAK) return undefined;
	const special = specialOf(text.codePointAt(at) ?? 0);
	if (special?.type === 'underscore') return [UNDERSCORE];
	return special?.type === 'word' || special?.type === 'sign' ? special.units : undefined;
}

function isLatin(unit: number): boolean {
	return unit >= 0x61 && unit <= 0x7a;
}

const PLAIN_NAME = /^\w{1,64}$/;

/** Folds a handle, a tag or a language as a whole; characters of no word stay as they are. */
export function foldName(name: string): string {
	if (PLAIN_NAME.test(name)) return name.toLowerCase();
	const units: number[] = [];
	for (let at = 0; at < name.length && units.length < MAX_TERM; at++) {
		const more = nameUnits(name, at);
		units.push(...(more ?? [name.charCodeAt(at)]));
		if (more && (name.codePointAt(at) ?? 0) > 0xffff) at++;
	}
	return String.fromCharCode(...units);
}
