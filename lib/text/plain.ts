import { cleanCharacters, Isolates } from './html/characters';

/**
 * A plain text of a server, such as an alt text: without control characters and what turns other text around, at
 * most `most` UTF-16 units with "…" at the end of what was longer. Newlines stay, two empty lines in a row do not.
 */
export function plainText(text: string, most: number): string {
	// Not more is cleaned than can be shown: a name may have ten megabytes.
	const part = cut(text, most * 2 + 16);
	const isolates = new Isolates();
	const lines = cleanCharacters(part.replace(/\r\n?/g, '\n'))
		.split('\n')
		.map((line) => isolates.pass(line) + isolates.close());
	const clean = lines
		.join('\n')
		.replace(/\n{4,}/g, '\n\n\n')
		.trim();
	return clean.length > most ? `${withoutOpenEnd(cut(clean, most - 1))}…` : clean;
}

const ISOLATES = /[\u2066-\u2069]/g;

/** The last line of what was cut off may have lost the end of an isolate: there, none stays. */
function withoutOpenEnd(text: string): string {
	const last = text.lastIndexOf('\n') + 1;
	return text.slice(0, last) + text.slice(last).replace(ISOLATES, '');
}

/**
 * The pieces of one text, each cleaned by itself, so that what points at a piece still does. Only the two ends of the
 * whole are trimmed.
 */
export function plainPieces(pieces: readonly string[]): readonly string[] {
	const isolates = new Isolates();
	const last = pieces.length - 1;
	return pieces.map((piece, i) => {
		const lines = cleanCharacters(piece.replace(/\r\n?/g, '\n')).split('\n');
		const clean = lines
			.map((line, n) => {
				const ends = n < lines.length - 1 || i === last;
				return isolates.pass(line) + (ends ? isolates.close() : '');
			})
			.join('\n')
			.replace(/\n{4,}/g, '\n\n\n');
		const begun = i === 0 ? clean.trimStart() : clean;
		return i === last ? begun.trimEnd() : begun;
	});
}

/** As `plainText`, on one line: names, titles, options of polls. */
export function plainLine(text: string, most: number): string {
	return plainText(cut(text, most * 2 + 16).replace(/\s+/g, ' '), most);
}

function cut(text: string, most: number): string {
	if (text.length <= most) return text;
	// Not in the middle of a character.
	return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
