/**
 * What each UTF-16 code unit means to the tokenizer and what it is folded to. Folding maps single characters
 * (compatibility decomposition, optional marks dropped, lower case), needs no context, and so the offsets into
 * the text stay known. The table fills itself as texts bring characters.
 *
 * Its values are a class up to `SPECIAL`; above it, the folded unit of a word character.
 */
export const table = new Uint16Array(0x10000);

export const BREAK = 1;
/** Neither part of a word nor the end of one: optional marks, joiners, directions. */
export const IGNORED = 2;
/** `specialOf` knows more. */
export const SPECIAL = 3;

export type Special =
	/** A word character of several units. `joins`: composes with the unit before it. */
	| { type: 'word'; units: readonly number[]; joins: boolean }
	/** A character of a script without spaces, which is indexed in pairs. `mark`: clings to the sign before it. */
	| { type: 'sign'; units: readonly number[]; joins: boolean; mark: boolean }
	| { type: 'emoji' | 'flag' | 'apostrophe' | 'underscore' }
	/** Begins a tag, a handle or a cashtag; `unit` is its plain form. */
	| { type: 'sigil'; unit: number };

const WORD = /[\p{L}\p{M}\p{N}]/u;
const MARK = /\p{M}/u;
const EMOJI = /\p{Extended_Pictographic}/u;
const UNSPACED =
	/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
/** Voiced marks of kana, vowels and finals of Hangul, nukta: what texts in NFD write apart. */
const JOINS = /[\u3099\u309a\u1161-\u1175\u11a8-\u11c2\u093c]/;
/**
 * Marks that writers leave out or that only decorate: Latin, Greek and Cyrillic accents, Hebrew points, Arabic
 * vowels and the stretching tatweel. The vowel signs of Indic scripts are letters and stay.
 */
const OPTIONAL =
	/[\u0300-\u036f]|[\u0591-\u05bd]|\u05bf|\u05c1|\u05c2|\u05c4|\u05c5|\u05c7|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670|[\u06d6-\u06dc]|[\u06df-\u06e4]|\u06e7|\u06e8|[\u06ea-\u06ed]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/gu;
/** Soft hyphen, joiners, marks of direction, variation selectors, skin tones, tag characters. */
const INVISIBLE =
	/\u00ad|\u034f|\u061c|\u180e|[\u200c-\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|[\u2066-\u2069]|[\ufe00-\ufe0f]|\ufeff|[\u{1f3fb}-\u{1f3ff}]|[\u{e0000}-\u{e01ef}]/u;
/** Letters that Unicode does not decompose although people type them without. */
const PLAIN: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ħ: 'h',
	ı: 'i',
	ł: 'l',
	ŋ: 'n',
	þ: 'th',
	ŧ: 't',
	ς: 'σ',
};
const SYMBOLS: ReadonlyMap<string, Special> = new Map<string, Special>([
	...["'", '\u2019', '\u02bc', '\uff07'].map((c) => [c, { type: 'apostrophe' }] as const),
	['_', { type: 'underscore' }],
	['#', { type: 'sigil', unit: 0x23 }],
	['\uff03', { type: 'sigil', unit: 0x23 }],
	['@', { type: 'sigil', unit: 0x40 }],
	['\uff20', { type: 'sigil', unit: 0x40 }],
	['$', { type: 'sigil', unit: 0x24 }],
]);
/** Below it stand ©, ® and ™, which are no pictures. */
const FIRST_EMOJI = 0x2190;

const specials = new Map<number, Special>();

/** The table's entry of a code unit. */
export function classOf(unit: number): number {
	return table[unit] || learn(unit);
}

/** What a code point with the class `SPECIAL` is. A lone surrogate is nothing. */
export function specialOf(codePoint: number): Special | undefined {
	const known = specials.get(codePoint);
	if (known || codePoint <= 0xffff) return known;
	const special = classify(String.fromCodePoint(codePoint));
	if (special) specials.set(codePoint, special);
	return special;
}

export function isIgnored(character: string): boolean {
	return (
		INVISIBLE.test(character) ||
		(WORD.test(character) && character.normalize('NFKD').replace(OPTIONAL, '') === '')
	);
}

/** Fills in the table's entry of a code unit and returns it. */
export function learn(unit: number): number {
	const value = judge(unit);
	table[unit] = value;
	return value;
}

function judge(unit: number): number {
	if (unit >= 0xd800 && unit <= 0xdfff) return unit < 0xdc00 ? SPECIAL : BREAK;
	const character = String.fromCharCode(unit);
	if (isIgnored(character)) return IGNORED;
	const special = classify(character);
	if (!special) return BREAK;
	if (special.type === 'word' && special.units.length === 1 && !special.joins) {
		return special.units[0] ?? BREAK;
	}
	specials.set(unit, special);
	return SPECIAL;
}

function classify(character: string): Special | undefined {
	const codePoint = character.codePointAt(0) ?? 0;
	const symbol = SYMBOLS.get(character);
	if (symbol) return symbol;
	if (codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff) return { type: 'flag' };
	if (WORD.test(character) && !INVISIBLE.test(character)) return classifyLetter(character);
	const pictures = codePoint >= FIRST_EMOJI && EMOJI.test(character);
	return pictures && !INVISIBLE.test(character) ? { type: 'emoji' } : undefined;
}

function classifyLetter(character: string): Special | undefined {
	const folded = fold(character);
	if (folded === '') return undefined;
	const units = Array.from({ length: folded.length }, (_, i) => folded.charCodeAt(i));
	const joins = JOINS.test(folded) && units.length === 1;
	return UNSPACED.test(folded)
		? { type: 'sign', units, joins, mark: MARK.test(folded) && !/\P{M}/u.test(folded) }
		: { type: 'word', units, joins };
}

/** Folds one character; empty when nothing of it counts. */
function fold(character: string): string {
	let folded = '';
	for (const part of character.normalize('NFKD').replace(OPTIONAL, '').toLowerCase()) {
		const plain = PLAIN[part] ?? part;
		if (WORD.test(plain)) folded += plain;
	}
	// The lower case of İ brings a mark of its own.
	return folded.replace(OPTIONAL, '').normalize('NFC');
}
