import { MAX_TERM, Term } from '../terms/term';

const FIRST_SLOTS = 1 << 16;
const FIRST_TERMS = 1 << 15;

/**
 * The distinct terms of a block, numbered from 0, in an open hash table over one array of code units. A `Map` of
 * strings is three times slower, and its keys, cut from posts, would keep the posts alive.
 */
export class TermTable {
	count = 0;
	#slots = new Uint32Array(FIRST_SLOTS);
	#units = new Uint16Array(FIRST_TERMS * 8);
	/** Where term n begins in `#units`; it ends where the next begins. */
	#starts = new Uint32Array(FIRST_TERMS + 1);
	#hashes = new Int32Array(FIRST_TERMS);
	readonly #scratch = new Term();

	/** The number of a term; a new one gets the next. */
	idOf(term: Term): number {
		const hash = mix(term.hash);
		const mask = this.#slots.length - 1;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const id = (this.#slots[slot] ?? 0) - 1;
			if (id < 0) {
				this.#slots[slot] = this.count + 1;
				return this.#insert(term, hash);
			}
			if (this.#hashes[id] === hash && this.#equals(id, term)) return id;
		}
	}

	idOfText(text: string): number {
		this.#scratch.setText(text);
		return this.idOf(this.#scratch);
	}

	/** The code units of term `id`: a view, not a copy. */
	unitsOf(id: number): Uint16Array {
		return this.#units.subarray(this.#starts[id], this.#starts[id + 1]);
	}

	/** Numbers of all terms in order of their UTF-16 code units. */
	sorted(): Uint32Array {
		const texts = Array.from({ length: this.count }, (_, id) =>
			String.fromCharCode(...this.unitsOf(id)),
		);
		texts.sort();
		return Uint32Array.from(texts, (text) => this.idOfText(text));
	}

	#equals(id: number, { units, length }: Term): boolean {
		const start = this.#starts[id] ?? 0;
		if ((this.#starts[id + 1] ?? 0) - start !== length) return false;
		for (let i = 0; i < length; i++) {
			if (this.#units[start + i] !== units[i]) return false;
		}
		return true;
	}

	#insert({ units, length }: Term, hash: number): number {
		const id = this.count++;
		const start = this.#starts[id] ?? 0;
		this.#hashes[id] = hash;
		for (let i = 0; i < length; i++) this.#units[start + i] = units[i] ?? 0;
		this.#starts[id + 1] = start + length;
		this.#makeRoom(start + length);
		return id;
	}

	#makeRoom(used: number): void {
		if (used + MAX_TERM > this.#units.length) this.#units = doubled(this.#units, Uint16Array);
		if (this.count === this.#hashes.length) {
			this.#hashes = doubled(this.#hashes, Int32Array);
			this.#starts = doubled(this.#starts, Uint32Array);
		}
		if (this.count * 2 < this.#slots.length) return;
		this.#slots = new Uint32Array(this.#slots.length * 2);
		const mask = this.#slots.length - 1;
		for (let id = 0; id < this.count; id++) {
			let slot = (this.#hashes[id] ?? 0) & mask;
			while (this.#slots[slot]) slot = (slot + 1) & mask;
			this.#slots[slot] = id + 1;
		}
	}
}

/** The low bits choose the slot, so all bits have to reach them. */
function mix(hash: number): number {
	const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return once ^ (once >>> 13);
}

export function doubled<T extends Uint16Array | Uint32Array | Int32Array>(
	array: T,
	make: new (length: number) => T,
): T {
	const larger = new make(array.length * 2);
	larger.set(array);
	return larger;
}
