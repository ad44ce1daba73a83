import { classOf, IGNORED, specialOf } from './characters';
import { joined, MAIN, type Source, TAIL } from './term';

type Sign = { units: readonly number[]; start: number; end: number };

/**
 * Emits a run of an unspaced script (Han, kana, Thai, Lao, Khmer, Burmese): every pair of neighbouring signs, and
 * the last sign alone, so that one sign is found as the beginning of a term. Returns where the run ends.
 */
export function scanSigns(source: Source, from: number): number {
	const { text, to, term } = source;
	let before: Sign | undefined;
	let at = from;
	for (let sign = readSign(text, at, to); sign; sign = readSign(text, at, to)) {
		if (before) {
			term.set(before.units);
			for (const unit of sign.units) term.add(unit);
			term.signEnd = before.end;
			source.emit(MAIN, before.start, sign.end);
		}
		before = sign;
		at = sign.end;
	}
	if (before) {
		term.set(before.units);
		term.signEnd = before.end;
		source.emit(TAIL, before.start, before.end);
	}
	return at;
}

/** A sign with the marks that cling to it; absent when the run ends here. */
function readSign(text: string, from: number, to: number): Sign | undefined {
	const start = skipIgnored(text, from, to);
	const base = signAt(text, start, to);
	if (!base) return undefined;
	let { units } = base;
	let end = start + width(text, start);
	for (;;) {
		const at = skipIgnored(text, end, to);
		const mark = signAt(text, at, to);
		if (!mark?.mark) return { units, start, end };
		units = mark.joins ? joined(units, mark.units[0] ?? 0) : [...units, ...mark.units];
		end = at + width(text, at);
	}
}

function signAt(text: string, at: number, to: number) {
	const special = at < to ? specialOf(text.codePointAt(at) ?? 0) : undefined;
	return special?.type === 'sign' ? special : undefined;
}

function skipIgnored(text: string, from: number, to: number): number {
	let at = from;
	while (at < to && classOf(text.charCodeAt(at)) === IGNORED) at++;
	return at;
}

function width(text: string, at: number): number {
	return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
