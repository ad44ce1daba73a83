/** Units of UTF-16 that are looked at together: the segmenter keeps gigabytes of what is longer. */
const WINDOW = 256;

let segmenter: Intl.Segmenter | undefined;

/**
 * Tells where the grapheme ends that begins at an offset (UTF-16) of `text`, which must be the beginning of one. Cheap
 * when asked in order, whatever the length of the text.
 */
export function graphemesOf(text: string): (at: number) => number {
	let seen = { from: 0, ends: [] as readonly number[], next: 0 };
	return (at) => {
		const after = at + 1;
		const plain = isPlain(text.charCodeAt(at));
		if (plain && (after >= text.length || isPlain(text.charCodeAt(after)))) return after;
		if (at < seen.from || at >= (seen.ends.at(-1) ?? 0))
			seen = { from: at, ends: endsFrom(text, at), next: 0 };
		// Asked again from further up.
		if ((seen.ends[seen.next - 1] ?? 0) > at) seen.next = 0;
		while ((seen.ends[seen.next] ?? text.length) <= at) seen.next += 1;
		return seen.ends[seen.next] ?? text.length;
	};
}

/** How many graphemes a text has. */
export function countGraphemes(text: string): number {
	const endOf = graphemesOf(text);
	let count = 0;
	for (let at = 0; at < text.length; at = endOf(at)) count += 1;
	return count;
}

/** Ends of the next graphemes; at least one. */
function endsFrom(text: string, at: number): number[] {
	segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
	for (let size = WINDOW; ; size *= 2) {
		const last = at + size;
		const whole = last >= text.length;
		// Half a character at the end would hide what it belongs to.
		const end = isHigh(text.charCodeAt(last - 1)) ? last + 1 : last;
		const ends: number[] = [];
		for (const { index, segment } of segmenter.segment(text.slice(at, end)))
			ends.push(at + index + segment.length);
		// What comes behind the window may belong to its last one.
		if (!whole) ends.pop();
		if (ends.length > 0) return ends;
	}
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** Between two of these there is always a border: letters that nothing joins, punctuation, a newline. */
function isPlain(code: number): boolean {
	if (code < 0x7f) return code >= 0x20 || code === 0x0a;
	if (code < 0x530) return code >= 0xc0 && !(code >= 0x300 && code < 0x370) && !isJoining(code);
	return (
		(code >= 0x4e00 && code <= 0x9fff) ||
		(code >= 0x3041 && code <= 0x3096) ||
		(code >= 0x30a1 && code <= 0x30fa) ||
		(code >= 0x3001 && code <= 0x3029) ||
		(code >= 0xac00 && code <= 0xd7a3) ||
		(code >= 0x2010 && code <= 0x2027)
	);
}

/** Cyrillic numbers are made with marks. */
const isJoining = (code: number): boolean => code >= 0x483 && code <= 0x489;
