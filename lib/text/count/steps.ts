import { marksIn } from './marks';

/** Words are looked for in so many UTF-16 units around a border: cutting up long texts takes gigabytes. */
const NEAR = 300;
const STOP = /[\s。！？、]/;

/**
 * The beginning of a word before (-1) or after (1) a border of a thread: never within a link, a mention or a tag.
 * Undefined where there is none near. UTF-16 offsets.
 */
export function nextBorder(text: string, border: number, way: -1 | 1): number | undefined {
	return way === 1
		? bordersIn(text, border, border + NEAR).find((one) => one > border)
		: bordersIn(text, border - NEAR, border).findLast((one) => one < border);
}

/** The beginning of a word that is nearest to an offset. */
export function borderNear(text: string, offset: number): number | undefined {
	const all = bordersIn(text, offset - NEAR, offset + NEAR);
	const away = (one: number) => Math.abs(one - offset);
	return all.toSorted((a, b) => away(a) - away(b))[0];
}

function bordersIn(text: string, from: number, to: number): number[] {
	const start = Math.max(0, from);
	const marks = marksIn(text.slice(Math.max(0, start - NEAR), to + NEAR)).map((mark) => ({
		start: mark.start + Math.max(0, start - NEAR),
		end: mark.end + Math.max(0, start - NEAR),
	}));
	const words = new Intl.Segmenter(undefined, { granularity: 'word' });
	const found: number[] = [];
	let before = false;
	for (const { segment, index, isWordLike = false } of words.segment(text.slice(start, to + 1))) {
		const at = start + index;
		const begins = STOP.test(text[at - 1] ?? '') || (isWordLike && before);
		const apart = marks.every((mark) => at <= mark.start || at >= mark.end);
		// What begins with the stretch may begin in the middle of a word.
		if (index > 0 && begins && apart && !STOP.test(segment)) found.push(at);
		before = isWordLike;
	}
	return found;
}
