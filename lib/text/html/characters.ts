/** Controls (Cc), format characters (Cf), line and paragraph separators (Zl, Zp), lone surrogates (Cs). */
const DUBIOUS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
/** A flag such as Scotland's is a black flag spelt out in tag characters; elsewhere these hide text. */
const EACH = /\u{1F3F4}[\u{E0020}-\u{E007F}]+|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/**
 * Never of use in a post: embeddings and overrides of direction, invisible operators, deprecated format
 * characters, the byte order mark, annotation marks, tag characters.
 */
const REMOVED =
	/[\u{202A}-\u{202E}\u{2061}-\u{2064}\u{206A}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}\u{E0000}-\u{E007F}]/u;
const BECOMES_SPACE = /[\f\p{Zl}\p{Zp}]/u;
const CONTROL = /\p{Cc}/u;

/**
 * The same words without what could act on other text or hides. Joiners (emoji, Persian, Indic), zero-width
 * spaces, single direction marks (LRM, RLM, ALM), isolates, newlines and tabs stay; a lone surrogate becomes
 * U+FFFD. Isolates are balanced where lines are known.
 */
export function cleanCharacters(text: string): string {
	if (!DUBIOUS.test(text)) return text;
	return text.toWellFormed().replace(EACH, (found) => {
		if (found === '\n' || found === '\t' || found.startsWith('\u{1F3F4}')) return found;
		if (BECOMES_SPACE.test(found)) return ' ';
		return CONTROL.test(found) || REMOVED.test(found) ? '' : found;
	});
}

const ISOLATE = /[\u{2066}-\u{2069}]/gu;
const POP = '\u{2069}';
/** Deeper than anybody writes; the Unicode algorithm itself stops at 125. */
const DEEPEST = 8;

/** Lets isolates (U+2066 to U+2069) through only in pairs on one line, so that none acts on what follows. */
export class Isolates {
	private open = 0;

	/** Text without an end that nothing began, or a beginning too deep. */
	pass(text: string): string {
		return text.replace(ISOLATE, (mark) => {
			if (mark === POP) {
				if (this.open === 0) return '';
				this.open--;
				return mark;
			}
			if (this.open === DEEPEST) return '';
			this.open++;
			return mark;
		});
	}

	/** What closes those still open at the end of a line. */
	close(): string {
		const ends = POP.repeat(this.open);
		this.open = 0;
		return ends;
	}
}
