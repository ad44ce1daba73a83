import { countGraphemes } from './graphemes';
import { codePointsIn, rulerFor, type Style } from './ruler';

/** `bytes` where the text has few characters and still too many bytes. */
export type Counted = {
	used: number;
	limit: number;
	unit: 'characters' | 'bytes';
	/** UTF-16 offset in the text from which on it is too much; absent while it fits. */
	overflowAt?: number;
};

/** Nobody waits for what is far beyond every limit: the rest counts as one a unit. */
const EXACT = 200_000;

/** How long a server finds a post with its warning, and how long it may be, in the server's own way of counting. */
export function countOf(style: Style, text: string, warning = ''): Counted {
	const { counting, limits } = style;
	const whole = limits.warningInText ? withWarning(text, warning) : text;
	const shift = whole.length - text.length;
	const apart = limits.warningInText || warning === '' ? 0 : warningWeight(counting, warning);
	const room = roomOf(style, apart);
	const exact = whole.length > EXACT ? whole.slice(0, EXACT) : whole;
	const { weight, bytes, over } = rulerFor(exact, style)(0, room);
	const used = weight + apart + whole.length - exact.length;
	const where = over ?? (used > limits.characters ? exact.length : undefined);
	const overflow = where === undefined ? {} : { overflowAt: Math.max(0, where - shift) };
	if (bytes > room.bytes && used <= limits.characters)
		return { used: bytes, limit: room.bytes, unit: 'bytes', ...overflow };
	return { used, limit: limits.characters, unit: 'characters', ...overflow };
}

/** What is left for the text. */
export function roomOf({ limits }: Style, taken: number): { weight: number; bytes: number } {
	return { weight: limits.characters - taken, bytes: limits.bytes ?? Number.POSITIVE_INFINITY };
}

/** A warning counts as it is written: nothing in it is a link. */
export function warningWeight(counting: Style['counting'], warning: string): number {
	return counting === 'codePoints'
		? codePointsIn(warning, 0, warning.length)
		: countGraphemes(warning);
}

/** The text with its warning as the first line, for networks that have no other place for it. */
export function withWarning(text: string, warning: string): string {
	if (warning === '') return text;
	return text === '' ? `CW: ${warning}` : `CW: ${warning}\n\n${text}`;
}
