import type { BlockInfo } from '../../store';
import { type Clause, type Element, lookedUp } from '../query/query';
import {
	type Bitmap,
	emptyBitmap,
	fullBitmap,
	has,
	intersect,
	keepRange,
	previous,
	remove,
	size,
	unite,
} from './bitmap';
import type { Source } from './source';

/** The posts of one block that a query finds; `unsure` are those whose text has to be looked at. */
type BlockMatches = { start: number; count: number; bits: Bitmap; unsure: Bitmap };

/** A clause with everything looked up: the ordinals of its time, as [from, to). */
export type Prepared = { clause: Clause; from: number; to: number };

/** What a query finds in one source, as far as it is known without the texts. */
export class Matches<S = Source> {
	readonly source: S;
	readonly #blocks: BlockMatches[] = [];

	constructor(source: S) {
		this.source = source;
	}

	/** Evaluates the next block. `postings` gives the posts of the block that have what an element asks for. */
	addBlock(
		{ start, count }: Pick<BlockInfo, 'start' | 'count'>,
		prepared: readonly Prepared[],
		postings: (element: Element) => Bitmap,
	): void {
		const bits = fullBitmap(count);
		const unsure = emptyBitmap(count);
		for (const { clause, from, to } of prepared) {
			if (clause.type === 'time') {
				const time = fullBitmap(count);
				keepRange(time, from - start, to - start);
				intersect(bits, time, clause.not);
				continue;
			}
			const sequence = lookedUp(clause);
			const all = fullBitmap(count);
			for (const element of sequence) intersect(all, postings(element));
			if (sequence.length > 1) unite(unsure, all);
			if (sequence.length === 1 || !clause.not) intersect(bits, all, clause.not);
		}
		intersect(unsure, bits);
		this.#blocks.push({ start, count, bits, unsure });
	}

	/** The highest ordinal below `ordinal` that may be found; -1 when there is none. */
	previous(ordinal: number): number {
		return this.#walk(ordinal, ({ bits }) => bits);
	}

	/** The same, but only of those whose text has to be looked at. */
	previousUnsure(ordinal: number): number {
		return this.#walk(ordinal, ({ unsure }) => unsure);
	}

	/** False also when its text was looked at meanwhile and does not fit. */
	has(ordinal: number): boolean {
		const block = this.#blockOf(ordinal);
		return block !== undefined && has(block.bits, ordinal - block.start);
	}

	isUnsure(ordinal: number): boolean {
		const block = this.#blockOf(ordinal);
		return block !== undefined && has(block.unsure, ordinal - block.start);
	}

	/** The text was looked at. */
	settle(ordinal: number, found: boolean): void {
		const block = this.#blockOf(ordinal);
		if (!block) return;
		remove(block.unsure, ordinal - block.start);
		if (!found) remove(block.bits, ordinal - block.start);
	}

	/** Takes posts out of block `n`: they are not what its postings say any more. */
	drop(n: number, posts: Bitmap): void {
		const block = this.#blocks[n];
		if (!block) return;
		intersect(block.bits, posts, true);
		intersect(block.unsure, posts, true);
	}

	/** How many are found for certain, and for how many that has to be seen. */
	count(): { sure: number; unsure: number } {
		let all = 0;
		let unsure = 0;
		for (const block of this.#blocks) {
			all += size(block.bits);
			unsure += size(block.unsure);
		}
		return { sure: all - unsure, unsure };
	}

	#walk(ordinal: number, of: (block: BlockMatches) => Bitmap): number {
		for (let i = this.#blocks.length - 1; i >= 0; i--) {
			const block = this.#blocks[i];
			if (!block || block.start >= ordinal) continue;
			const found = previous(of(block), Math.min(ordinal - block.start, block.count));
			if (found >= 0) return block.start + found;
		}
		return -1;
	}

	#blockOf(ordinal: number): BlockMatches | undefined {
		return this.#blocks.find(({ start, count }) => ordinal >= start && ordinal < start + count);
	}
}
