import type { Instant, PostUri } from '../../model';
import type { LiveBlock, PackedBlock } from '../../store';
import { PageWriter } from '../block/page-writer';
import { has } from '../read/bitmap';
import { PageReader } from '../read/page-reader';
import { oldestFirst, placesOf } from './pack';

/** A block with all that is stored of it. */
export type WholeBlock = {
	block: LiveBlock;
	keys: readonly PostUri[];
	pages: readonly Uint8Array[];
};

/** Ordinal that stands for none. */
const NOWHERE = 0xffffffff;

/** One block of several (or of one alone), without their dead: no text is read again. */
export function mergeBlocks(blocks: readonly WholeBlock[]): Omit<PackedBlock, 'tokenizer'> {
	const posts = blocks.flatMap((whole, b) => placesIn(whole, b)).sort(oldestFirst);
	const places = blocks.map(({ keys }) => new Uint32Array(keys.length).fill(NOWHERE));
	for (const [ordinal, { b, at }] of posts.entries()) {
		const own = places[b];
		if (own) own[at] = ordinal;
	}
	const writer = new PageWriter(posts.length);
	const streams = blocks.map(
		({ pages }, b) => new TermStream(pages, places[b] ?? new Uint32Array(0)),
	);
	for (const { units, ordinals } of merged(streams)) {
		if (ordinals.length > 0) writer.add(units, Uint32Array.from(ordinals).sort());
	}
	writer.finish();
	return { ...placesOf(posts), firstTerms: writer.firstTerms, pages: writer.pages };
}

type PlaceIn = { key: PostUri; sortAt: Instant; b: number; at: number };

function placesIn({ block, keys }: WholeBlock, b: number): PlaceIn[] {
	const { sortAt, dead } = block;
	return keys.flatMap((key, at) =>
		dead && has(dead, at) ? [] : { key, sortAt: sortAt[at] ?? 0, b, at },
	);
}

/** The terms of a block in order, with the new ordinals of their posts. */
class TermStream {
	readonly #pages: readonly Uint8Array[];
	readonly #places: Uint32Array;
	#reader: PageReader | undefined;
	#page = 0;
	/** Absent at the end. */
	units: Uint16Array | undefined;

	constructor(pages: readonly Uint8Array[], places: Uint32Array) {
		this.#pages = pages;
		this.#places = places;
		this.#next();
	}

	/** Takes the posts of the term that it stands at, and goes on to the next. */
	take(into: number[]): void {
		for (const ordinal of this.#reader?.ordinals() ?? []) {
			const place = this.#places[ordinal] ?? NOWHERE;
			if (place !== NOWHERE) into.push(place);
		}
		this.#next();
	}

	#next(): void {
		while (!this.#reader?.next()) {
			const page = this.#pages[this.#page++];
			if (!page) {
				this.units = undefined;
				return;
			}
			this.#reader = new PageReader(page);
		}
		this.units = this.#reader.units;
	}
}

function* merged(
	streams: readonly TermStream[],
): Generator<{ units: Uint16Array; ordinals: number[] }> {
	for (let units = firstTerm(streams); units; units = firstTerm(streams)) {
		const ordinals: number[] = [];
		for (const stream of streams) {
			if (stream.units && compareUnits(stream.units, units) === 0) stream.take(ordinals);
		}
		yield { units, ordinals };
	}
}

/** A copy: a reader writes its next term over the one before. */
function firstTerm(streams: readonly TermStream[]): Uint16Array | undefined {
	let first: Uint16Array | undefined;
	for (const { units } of streams) {
		if (units && (!first || compareUnits(units, first) < 0)) first = units;
	}
	return first?.slice();
}

function compareUnits(a: Uint16Array, b: Uint16Array): number {
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		const difference = (a[i] ?? 0) - (b[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}
