import { roomOf, warningWeight, withWarning } from './count';
import { marksIn } from './marks';
import { rulerFor, type Style } from './ruler';

/** A post of a thread: what of the text it takes, and what it says. */
export type Part = { start: number; end: number; text: string };
export type Splitting = { warning?: string; numbered?: boolean };

/** Stands before "1/5". */
const NUMBER = '\n\n';
/** Borders before these shares of what fits leave posts too short. */
const PARAGRAPH = 0.4;
const SENTENCE = 0.5;
const LONGEST = 1000;

/**
 * Where the second and further posts of a thread begin in a text (UTF-16 offsets, ascending): between paragraphs, else
 * sentences, else words, and never within a link, a mention, a tag or a grapheme. Empty where one post takes it all.
 * Only a single link that is longer than a post makes one that is too long.
 */
export function bordersOf(
	text: string,
	style: Style,
	{ warning = '', numbered = false }: Splitting = {},
): readonly number[] {
	const { counting, limits } = style;
	// Its line is as long in every post, and what stands in it is not looked for.
	const line = limits.warningInText ? withWarning('.', warning).slice(0, -1) : '';
	const lineTakes = line === '' ? undefined : rulerFor(line, style)(0, roomOf(style, 0));
	const apart = limits.warningInText ? (lineTakes?.weight ?? 0) : warningWeight(counting, warning);
	const room = roomOf(style, apart);
	room.bytes -= lineTakes?.bytes ?? 0;
	const ruler = rulerFor(text, style);
	if (ruler(0, room, true).over === undefined) return [];
	const marks = marksIn(text);
	for (let digits = 1; ; digits += 1) {
		const taken = numbered ? `${NUMBER}/`.length + 2 * digits : 0;
		const left = { weight: room.weight - taken, bytes: room.bytes - taken };
		const borders = split(text, (from) => ruler(from, left, true).over, marks);
		if (!numbered || String(borders.length + 1).length <= digits) return borders;
	}
}

/** The posts of a thread whose borders are given, each as it is sent. */
export function partsOf(
	text: string,
	borders: readonly number[],
	numbered = false,
): readonly Part[] {
	const cuts = [0, ...borders, text.length];
	const count = borders.length + 1;
	return cuts.slice(1).map((end, n) => {
		const start = cuts[n] ?? 0;
		const number = numbered && count > 1 ? `${NUMBER}${n + 1}/${count}` : '';
		return { start, end, text: `${text.slice(start, end).trim()}${number}`.trim() };
	});
}

type Stretch = { start: number; end: number };

function split(
	text: string,
	overFrom: (from: number) => number | undefined,
	marks: readonly Stretch[],
): number[] {
	const borders: number[] = [];
	for (let start = pastSpace(text, 0); borders.length < LONGEST; ) {
		const over = overFrom(start);
		if (over === undefined || text.slice(over).trim() === '') break;
		const border = pastSpace(text, cutAt(text, { start, end: over }, marks));
		if (border >= text.length) break;
		borders.push(border);
		start = border;
	}
	return borders;
}

function cutAt(text: string, { start, end }: Stretch, marks: readonly Stretch[]): number {
	// A space just behind what fits is a border too.
	const fits = text.slice(start, end + 1);
	const size = end - start;
	const paragraph = lastOf(fits, /\n[^\S\n]*\n/g, size);
	if (paragraph > size * PARAGRAPH) return start + paragraph;
	const sentence = Math.max(lastOf(fits, SENTENCES, size), fits.lastIndexOf('\n'));
	if (sentence > size * SENTENCE) return start + sentence;
	const word = lastOf(fits, /\s/g, size);
	if (word > 0) return start + word;
	const mark = marks.find((one) => one.start < end && end < one.end);
	if (mark) return mark.start > start ? mark.start : mark.end;
	return end > start ? end : nextSpace(text, start);
}

/** Not the dot of an abbreviation of one letter, or after a capital. Where no spaces are written none is asked for. */
const SENTENCES =
	/(?<=[\p{Ll}\p{Lo}\p{N}\p{Pe}\p{Pf}"'*_)]{2})[.!?…]+["'”’»)\]]*(?=\s)|[。！？]+[」』）”]*/gu;

/** Where the last match ends within `most`, or begins where it is white space; 0 without one. */
function lastOf(text: string, expression: RegExp, most: number): number {
	let last = 0;
	for (const { 0: found, index } of text.matchAll(expression)) {
		const at = /^\s/.test(found) ? index : index + found.length;
		if (at <= most) last = at;
	}
	return last;
}

function pastSpace(text: string, at: number): number {
	let past = at;
	while (past < text.length && /\s/.test(text[past] ?? '')) past += 1;
	return past;
}

/** Even the first unit is too much. */
function nextSpace(text: string, at: number): number {
	const found = text.slice(at).search(/\s/);
	return found > 0 ? at + found : text.length;
}
