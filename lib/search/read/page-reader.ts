import { INLINE_POSTINGS, LONG } from '../block/page-writer';
import type { Element } from '../query/query';
import { MAX_TERM } from '../terms/term';

/** Walks through the entries of one index page, whose form `PageWriter` describes. */
export class PageReader {
	readonly #page: Uint8Array;
	readonly #units = new Uint16Array(MAX_TERM);
	#length = 0;
	#at = 0;

	constructor(page: Uint8Array) {
		this.#page = page;
	}

	/** Reads the next term and stops before its postings; false at the end of the page. */
	next(): boolean {
		if (this.#at >= this.#page.length) return false;
		const head = this.#byte();
		const shared = head >> 4 === LONG ? this.#byte() : head >> 4;
		const rest = (head & LONG) === LONG ? this.#byte() : head & LONG;
		this.#length = shared + rest;
		for (let i = shared; i < this.#length; i++) this.#units[i] = this.#unit();
		return true;
	}

	/** Less than 0: this term comes before `term`. 0: it is `term`, or begins with it. */
	compare(term: string): number {
		for (let i = 0; i < term.length; i++) {
			if (i === this.#length) return -1;
			const difference = (this.#units[i] ?? 0) - term.charCodeAt(i);
			if (difference !== 0) return difference;
		}
		return 0;
	}

	get length(): number {
		return this.#length;
	}

	/** The term as it stands now: a view, not a copy. */
	get units(): Uint16Array {
		return this.#units.subarray(0, this.#length);
	}

	/** The posts that have this term, ascending; instead of `skip` or `addTo`. */
	ordinals(): number[] {
		const count = this.#varint();
		const size = count > INLINE_POSTINGS ? this.#varint() : 0;
		const found: number[] = [];
		if (size & 1) {
			for (let i = 0; i < size >> 1; i++) {
				const byte = this.#byte();
				for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) found.push(i * 8 + bit);
			}
			return found;
		}
		let ordinal = -1;
		for (let i = 0; i < count; i++) {
			ordinal += this.#varint() + 1;
			found.push(ordinal);
		}
		return found;
	}

	skip(): void {
		const count = this.#varint();
		if (count > INLINE_POSTINGS) {
			const size = this.#varint() >> 1;
			this.#at += size;
			return;
		}
		for (let i = 0; i < count; i++) while (this.#byte() >= 0x80);
	}

	/** Sets the bit of every post that has this term. */
	addTo(bits: Uint32Array): void {
		const count = this.#varint();
		const size = count > INLINE_POSTINGS ? this.#varint() : 0;
		if (size & 1) {
			for (let i = 0; i < size >> 1; i++) {
				bits[i >> 2] = (bits[i >> 2] ?? 0) | (this.#byte() << ((i & 3) * 8));
			}
			return;
		}
		let ordinal = -1;
		for (let i = 0; i < count; i++) {
			ordinal += this.#varint() + 1;
			bits[ordinal >> 5] = (bits[ordinal >> 5] ?? 0) | (1 << (ordinal & 31));
		}
	}

	#byte(): number {
		return this.#page[this.#at++] ?? 0;
	}

	#varint(): number {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = this.#byte();
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) return value;
		}
	}

	#unit(): number {
		const first = this.#byte();
		if (first < 0x80) return first;
		if (first < 0xe0) return ((first & 0x1f) << 6) | (this.#byte() & 0x3f);
		return ((first & 0x0f) << 12) | ((this.#byte() & 0x3f) << 6) | (this.#byte() & 0x3f);
	}
}

/** Sets in `bits` the posts of a page that have what `element` asks for; bit n is the post n of the block. */
export function addPostings(page: Uint8Array, element: Element, bits: Uint32Array): void {
	const reader = new PageReader(page);
	while (reader.next()) {
		const order = reader.compare(element.term);
		if (order > 0) return;
		const found = order === 0 && (element.prefix || reader.length === element.term.length);
		if (found) reader.addTo(bits);
		else reader.skip();
		if (found && !element.prefix) return;
	}
}

/** The pages of a block, [from, to), that can hold what `element` asks for. */
export function pagesFor(firstTerms: readonly string[], element: Element): [number, number] {
	let low = 0;
	let high = firstTerms.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((firstTerms[middle] ?? '') <= element.term) low = middle + 1;
		else high = middle;
	}
	let to = low;
	while (element.prefix && firstTerms[to]?.startsWith(element.term)) to++;
	return [Math.max(low - 1, 0), to];
}
