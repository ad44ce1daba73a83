import { classOf, IGNORED, SPECIAL, specialOf } from './characters';

/** Longer texts are compared as far as this, in UTF-16 code units. */
const MAX_TEXT = 100_000;

/**
 * A text for comparing: case, accents and other optional marks are folded as in the index, and whatever stands between
 * words is one space. Emoji stay.
 */
export function foldText(text: string): string {
	let folded = '';
	const end = Math.min(text.length, MAX_TEXT);
	for (let at = 0; at < end; at++) {
		const value = classOf(text.charCodeAt(at));
		if (value > SPECIAL) folded += String.fromCharCode(value);
		else if (value === SPECIAL) {
			const codePoint = text.codePointAt(at) ?? 0;
			folded += foldedSpecial(codePoint);
			if (codePoint > 0xffff) at++;
		} else if (value !== IGNORED && !folded.endsWith(' ')) folded += ' ';
	}
	return folded.normalize('NFC').replace(/ {2,}/g, ' ').trim();
}

function foldedSpecial(codePoint: number): string {
	const special = specialOf(codePoint);
	switch (special?.type) {
		case 'word':
		case 'sign':
			return String.fromCharCode(...special.units);
		case 'emoji':
		case 'flag':
			return String.fromCodePoint(codePoint);
		default:
			return ' ';
	}
}

/** Whether a word may begin or end beside this character without a space: scripts that write none, and emoji. */
export function needsNoSpace(character: string): boolean {
	const type = specialOf(character.codePointAt(0) ?? 0)?.type ?? '';
	classOf(character.charCodeAt(0));
	return type === 'sign' || type === 'emoji' || type === 'flag';
}
