/** What a UTF-16 unit is to a reader of words: 0 parts them, 1 parts a sentence too, else the unit that it counts as. */
const folded = new Uint16Array(65_536);

const SPACE = 1;
const PART = 2;
const MARK = 3;
const QUOTE = 4;
/** Commas and brackets: what is said of one part of a sentence need not be said of the other. */
const PARTS = new Set([...',:;()–—、，：（）']);

/** Opening or closing: an apostrophe is none. */
const QUOTES = new Set([...'"“”„«»「」『』']);

/** Small, without accents, in one width; `SPACE`, `PART` and `QUOTE` are no letters, a `MARK` is to be passed over. */
export function fold(code: number): number {
	const known = folded[code] ?? 0;
	if (known > 0) return known;
	const unit = folding(code);
	folded[code] = unit;
	return unit;
}

export const isWordUnit = (unit: number) => unit > QUOTE;
export const isQuote = (unit: number) => unit === QUOTE;
export const isPart = (unit: number) => unit === PART;
export const isMark = (unit: number) => unit === MARK;

/** A sign of Chinese or Japanese is a word by itself. */
export const isIdeograph = (unit: number) => unit >= 0x3040 && unit <= 0x9fff;

function folding(code: number): number {
	const written = String.fromCharCode(code);
	if (PARTS.has(written)) return PART;
	if (QUOTES.has(written)) return QUOTE;
	if (/\p{M}/u.test(written)) return MARK;
	// A voiced kana stays what it is.
	if (isIdeograph(code)) return code;
	const [bare = written] = written.toLowerCase().normalize('NFKC').normalize('NFD');
	if (PARTS.has(bare)) return PART;
	return /[\p{L}\p{N}\p{Cs}]/u.test(bare) ? bare.charCodeAt(0) : SPACE;
}
