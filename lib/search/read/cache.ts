import { type ListName, readPages, readSegments, type Segment } from '../../store';
import type { Source } from './source';

const MOST_PAGE_BYTES = 6_000_000;
const MOST_SEGMENT_BYTES = 6_000_000;

/** A page or segment is not there any more: its generation was replaced, and the directory has to be read anew. */
export class Replaced extends Error {
	override name = 'Replaced';
}

/** The values used last, up to a number of bytes. */
export class Recent<T> {
	readonly #values = new Map<string, T>();
	readonly #most: number;
	readonly #sizeOf: (value: T) => number;
	#bytes = 0;

	constructor(most: number, sizeOf: (value: T) => number) {
		this.#most = most;
		this.#sizeOf = sizeOf;
	}

	get(key: string): T | undefined {
		const value = this.#values.get(key);
		if (value === undefined) return undefined;
		this.#values.delete(key);
		this.#values.set(key, value);
		return value;
	}

	set(key: string, value: T): void {
		if (this.#values.has(key)) return;
		this.#values.set(key, value);
		this.#bytes += this.#sizeOf(value);
		for (const [oldest, old] of this.#values) {
			if (this.#bytes <= this.#most) return;
			this.#values.delete(oldest);
			this.#bytes -= this.#sizeOf(old);
		}
	}
}

export type PageAddress = readonly [
	generation: number,
	list: ListName,
	block: number,
	page: number,
];
export type SegmentAddress = readonly [source: Source, n: number];

/** Index pages and segments, those used last kept in memory. */
export class Cache {
	readonly #pages = new Recent<Uint8Array>(MOST_PAGE_BYTES, (page) => page.byteLength);
	readonly #segments = new Recent<Segment>(MOST_SEGMENT_BYTES, ({ bytes }) => bytes.byteLength);

	/** Index pages in the order asked for. */
	pages(addresses: readonly PageAddress[]): Promise<Uint8Array[]> {
		return filled(this.#pages, addresses, (address) => address.join(), readPages);
	}

	/** Segments in the order asked for. */
	segments(wanted: readonly SegmentAddress[]): Promise<Segment[]> {
		const addresses = wanted.map(([{ generation, list }, n]) => [generation.id, list, n] as const);
		return filled(this.#segments, addresses, (address) => address.join(), readSegments);
	}
}

/** What is not kept yet is read in one transaction. */
export async function filled<A, T>(
	recent: Recent<T>,
	addresses: readonly A[],
	keyOf: (address: A) => string,
	read: (missing: readonly A[]) => Promise<(T | undefined)[]>,
): Promise<T[]> {
	const keys = addresses.map(keyOf);
	const known = keys.map((key) => recent.get(key));
	const found = (await read(addresses.filter((_, i) => !known[i]))).values();
	return keys.map((key, i) => {
		const value = known[i] ?? found.next().value;
		if (value === undefined) throw new Replaced(`${key} is gone`);
		recent.set(key, value);
		return value;
	});
}
