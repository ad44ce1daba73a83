/** Longer words are cut, both where they are written and where they are asked for. In UTF-16 code units. */
export const MAX_TERM = 64;

/** Stands in the sequence of words that phrases are matched against. */
export const MAIN = 0;
/** In the sequence too: the last sign of a run of an unspaced script, alone. */
export const TAIL = 1;
/** Beside the sequence: #tag, @handle, and a word with its apostrophe taken out. */
export const EXTRA = 2;
export type Kind = typeof MAIN | typeof TAIL | typeof EXTRA;

/** Not the same in every run, so that no text can be written to collide in the builder's table. */
const SEED = (Math.random() * 0x100000000) | 0;
export const PRIME = 0x01000193;

/** One term, reused for all: an import makes some millions, and strings would cost more than all the rest. */
export class Term {
	/** The term is units[0, length). */
	readonly units = new Uint16Array(MAX_TERM);
	length = 0;
	hash = SEED;
	kind: Kind = MAIN;
	/** Where it stands in the text. */
	start = 0;
	end = 0;
	/** End of the first sign of a pair. */
	signEnd = 0;

	clear(): void {
		this.length = 0;
		this.hash = SEED;
	}

	add(unit: number): void {
		if (this.length === MAX_TERM) return;
		this.units[this.length++] = unit;
		this.hash = Math.imul(this.hash ^ unit, PRIME);
	}

	set(units: ArrayLike<number>): void {
		this.clear();
		for (let i = 0; i < units.length; i++) this.add(units[i] ?? 0);
	}

	setText(text: string): void {
		this.clear();
		for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i));
	}

	toString(): string {
		return String.fromCharCode(...this.units.subarray(0, this.length));
	}
}

/** `units` with one more that composes with the last: a text in NFD gives the terms of the same text in NFC. */
export function joined(units: ArrayLike<number>, unit: number): number[] {
	const list = Array.from(units);
	const last = list.pop();
	if (last === undefined) return [unit];
	const composed = String.fromCharCode(last, unit).normalize('NFC');
	return composed.length === 1 ? [...list, composed.charCodeAt(0)] : [...list, last, unit];
}

/** The stretch of a text that is being cut into terms. */
export type Source = {
	readonly text: string;
	readonly from: number;
	readonly to: number;
	/** It is the path of a link. */
	readonly path: boolean;
	readonly term: Term;
	/** Hands over what `term` holds; nothing when it is empty. */
	emit(kind: Kind, start: number, end: number): void;
};
