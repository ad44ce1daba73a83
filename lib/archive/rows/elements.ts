import { cutRows, MAX_ROW, type PieceBytes, type RowFault } from './pieces';
import { ElementScanner } from './scanner';

/** Some rows of a file, in its order; `read` as in `Piece`. */
export type Rows = { values: readonly unknown[]; faults: readonly RowFault[]; read: number };

const decoder = new TextDecoder();

/** The rows of an archive file, read as a stream. For the small files; posts are read by `Readers`. */
export async function* readRows(stream: ReadableStream<Uint8Array>): AsyncGenerator<Rows> {
	for await (const piece of cutRows(stream)) {
		const values: unknown[] = [];
		const faults = [...piece.faults];
		for (const part of parsePiece(piece)) {
			for (const value of part.values) values.push(value);
			faults.push(...part.faults);
		}
		yield { values, faults, read: piece.read };
	}
}

type Part = { values: unknown[]; faults: RowFault[]; row: number };

/** The rows of a piece, part by part; `row` is the number of the first. One that is not JSON is a fault. */
export function* parsePiece({ bytes, ends, row }: PieceBytes): Generator<Part> {
	let start = 0;
	let next = row;
	for (const end of ends) {
		const part = parsePart(bytes.subarray(start, end), next);
		yield { ...part, row: next };
		start = end;
		next += part.values.length + part.faults.length;
	}
}

function parsePart(bytes: Uint8Array, row: number): Omit<Part, 'row'> {
	const text = trimCommas(decoder.decode(bytes));
	if (text === '') return { values: [], faults: [] };
	try {
		return { values: JSON.parse(`[${text}]`) as unknown[], faults: [] };
	} catch {
		// One bad row spoils the parse of its part: it is done again row by row, and the bad one is a fault.
		return parseEach(bytes, row);
	}
}

function parseEach(bytes: Uint8Array, row: number): { values: unknown[]; faults: RowFault[] } {
	const values: unknown[] = [];
	const faults: RowFault[] = [];
	const one = (from: number, to: number) => {
		const text = trimCommas(decoder.decode(bytes.subarray(from, to)));
		if (text === '') return;
		const at = row + values.length + faults.length;
		if (text.length > MAX_ROW) faults.push({ row: at, why: 'size' });
		else if (!parseInto(text, values)) faults.push({ row: at, why: 'json' });
	};
	let start = 0;
	new ElementScanner().scan(bytes, 0, bytes.length, (end) => {
		one(start, end);
		start = end;
	});
	one(start, bytes.length);
	return { values, faults };
}

function parseInto(text: string, values: unknown[]): boolean {
	try {
		for (const value of JSON.parse(`[${text}]`) as unknown[]) values.push(value);
		return true;
	} catch {
		// The caller counts it.
		return false;
	}
}

/** Without what may stand between rows. By hand: expressions over a megabyte are slow. */
function trimCommas(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && isBetween(text.charCodeAt(start))) start++;
	while (end > start && isBetween(text.charCodeAt(end - 1))) end--;
	return text.slice(start, end);
}

/** Comma, space, tab, line feed, carriage return. */
function isBetween(unit: number): boolean {
	return unit === 0x2c || unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}
