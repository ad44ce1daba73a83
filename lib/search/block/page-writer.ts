/** Pages are cut before they exceed it; the postings of a very common term make a larger page of their own. */
const PAGE_BYTES = 8192;
/** Up to this many postings stand without their length in bytes before them. */
export const INLINE_POSTINGS = 16;
/** Lengths from here on have a byte of their own. */
export const LONG = 15;

/**
 * Packs terms, given in order, into pages. An entry is:
 * one byte `shared << 4 | rest`, where 15 means that a byte of its own follows: code units shared with the term
 * before it in the page, and code units that follow; these, each as in UTF-8 (surrogates one by one);
 * varint: number of postings; above `INLINE_POSTINGS` varint `bytes << 1 | bitmap`;
 * the postings: varints of the gaps between ordinals (the first counted from the block's start, each next one less
 * 1), or a bitmap of the block, lowest bit first.
 */
export class PageWriter {
	readonly pages: Uint8Array[] = [];
	readonly firstTerms: string[] = [];
	bytes = 0;
	readonly #bitmapBytes: number;
	#page: Uint8Array;
	#length = 0;
	#before: Uint16Array = new Uint16Array(0);

	/** `posts`: how many the block holds. */
	constructor(posts: number) {
		this.#bitmapBytes = (posts + 7) >> 3;
		this.#page = new Uint8Array(PAGE_BYTES * 2 + this.#bitmapBytes * 2);
	}

	add(units: Uint16Array, postings: Uint32Array): void {
		const body = this.#bodySize(postings);
		const size = Math.min(body, this.#bitmapBytes);
		if (this.#length > 0 && this.#length + size + 3 * units.length + 8 > PAGE_BYTES) this.#flush();
		if (this.#length === 0) this.firstTerms.push(String.fromCharCode(...units));
		this.#term(units);
		this.#varint(postings.length);
		if (postings.length <= INLINE_POSTINGS) {
			this.#gaps(postings);
		} else {
			const bitmap = body > this.#bitmapBytes;
			this.#varint(size * 2 + (bitmap ? 1 : 0));
			if (bitmap) this.#bitmap(postings);
			else this.#gaps(postings);
		}
		this.#before = units;
	}

	finish(): void {
		if (this.#length > 0) this.#flush();
	}

	#flush(): void {
		this.pages.push(this.#page.slice(0, this.#length));
		this.bytes += this.#length;
		this.#length = 0;
		this.#before = new Uint16Array(0);
	}

	#term(units: Uint16Array): void {
		let shared = 0;
		while (shared < units.length && units[shared] === this.#before[shared]) shared++;
		const rest = units.length - shared;
		this.#byte((Math.min(shared, LONG) << 4) | Math.min(rest, LONG));
		if (shared >= LONG) this.#byte(shared);
		if (rest >= LONG) this.#byte(rest);
		for (let i = shared; i < units.length; i++) this.#unit(units[i] ?? 0);
	}

	#unit(unit: number): void {
		if (unit < 0x80) {
			this.#byte(unit);
			return;
		}
		if (unit < 0x800) {
			this.#byte(0xc0 | (unit >> 6));
		} else {
			this.#byte(0xe0 | (unit >> 12));
			this.#byte(0x80 | ((unit >> 6) & 0x3f));
		}
		this.#byte(0x80 | (unit & 0x3f));
	}

	#bodySize(postings: Uint32Array): number {
		let size = 0;
		let before = -1;
		for (let i = 0; i < postings.length; i++) {
			const ordinal = postings[i] ?? 0;
			const gap = ordinal - before - 1;
			before = ordinal;
			size += gap < 0x80 ? 1 : gap < 0x4000 ? 2 : gap < 0x200000 ? 3 : 4;
		}
		return size;
	}

	#gaps(postings: Uint32Array): void {
		let before = -1;
		for (let i = 0; i < postings.length; i++) {
			const ordinal = postings[i] ?? 0;
			this.#varint(ordinal - before - 1);
			before = ordinal;
		}
	}

	#bitmap(postings: Uint32Array): void {
		const start = this.#length;
		this.#page.fill(0, start, start + this.#bitmapBytes);
		for (let i = 0; i < postings.length; i++) {
			const ordinal = postings[i] ?? 0;
			const at = start + (ordinal >> 3);
			this.#page[at] = (this.#page[at] ?? 0) | (1 << (ordinal & 7));
		}
		this.#length = start + this.#bitmapBytes;
	}

	#varint(value: number): void {
		let rest = value;
		while (rest >= 0x80) {
			this.#byte((rest & 0x7f) | 0x80);
			rest >>>= 7;
		}
		this.#byte(rest);
	}

	#byte(byte: number): void {
		this.#page[this.#length++] = byte;
	}
}
