import type { Register, Registers } from '../model';
import { merge, registerIn } from './registers';

/**
 * The browser's sync takes 512 items of 8 kB, 100 kB together, and the later of two writings of one item stays: many
 * small pieces, each thing in the same one always, so that a change touches one and no piece grows too large.
 * https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync
 */
const PIECES = 64;
const PREFIX = 'agreed.';
/** A little less than browsers take of one item, and of all: each counts in its own way. */
const MOST_OF_ONE = 8100;
const MOST_OF_ALL = 102_000;
/** What this version writes. A version that writes otherwise says so, and is left alone by this one. */
const VERSION = 1;

/** [key, at, by, value as JSON] by key. */
type Row = readonly (string | number)[];
export type Piece = { v: typeof VERSION; of: readonly Row[] };

/** What was found in the browser's sync. */
export type Found = {
	registers: Registers;
	/** A newer version wrote a piece that this one cannot read: nothing may be written. */
	newer: boolean;
	/** Names of all pieces. */
	names: readonly string[];
};

/** FNV-1a: https://datatracker.ietf.org/doc/html/rfc9923 */
function pieceOf(key: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
	return PREFIX + ((hash >>> 0) % PIECES);
}

/** Reads what the browser's sync holds: whoever wrote it, only what is a register counts. */
export function fromPieces(items: Readonly<Record<string, unknown>>): Found {
	const names = Object.keys(items).filter((name) => name.startsWith(PREFIX));
	let registers: Registers = new Map();
	let newer = false;
	for (const name of names) {
		const { v, of } = Object(items[name]) as { v?: unknown; of?: unknown };
		if (typeof v === 'number' && v > VERSION) newer = true;
		if (v !== VERSION || !Array.isArray(of)) continue;
		const rows = of.map(registerIn).filter((row) => row !== undefined);
		registers = merge(registers, new Map(rows));
	}
	return { registers, newer, names };
}

/** The pieces of these registers that do not stand there yet, and the keys that make the difference. */
export function missingPieces(
	registers: Registers,
	there: Registers,
): { pieces: Record<string, Piece>; keys: readonly string[] } {
	const keys = [...registers]
		.filter(([key, register]) => !isSame(register, there.get(key)))
		.map(([key]) => key);
	return { pieces: Object.fromEntries(piecesOf(registers, new Set(keys.map(pieceOf)))), keys };
}

/** Whether the browser's sync takes all of these registers. */
export function fits(registers: Registers): boolean {
	const all = piecesOf(registers, new Set([...registers.keys()].map(pieceOf)));
	const sizes = all.map(([name, piece]) => {
		return name.length + new TextEncoder().encode(JSON.stringify(piece)).length;
	});
	const total = sizes.reduce((sum, size) => sum + size, 0);
	return total <= MOST_OF_ALL && sizes.every((size) => size <= MOST_OF_ONE);
}

function piecesOf(registers: Registers, wanted: ReadonlySet<string>): (readonly [string, Piece])[] {
	const rows = new Map([...wanted].map((name) => [name, [] as Row[]]));
	for (const [key, { at, by, json }] of registers)
		rows.get(pieceOf(key))?.push([key, at, by, ...(json === undefined ? [] : [json])]);
	return [...rows].map(([name, of]) => [name, { v: VERSION, of: of.sort(byKey) }] as const);
}

function isSame(a: Register, b: Register | undefined): boolean {
	return b !== undefined && a.at === b.at && a.by === b.by && a.json === b.json;
}

function byKey([a = '']: Row, [b = '']: Row): number {
	return a < b ? -1 : 1;
}
