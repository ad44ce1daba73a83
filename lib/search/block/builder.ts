import type { Account, Post } from '../../model';
import type { BlockInfo } from '../../store';
import {
	addOperators,
	archived,
	OPERATORS,
	type Operator,
	operatorTerm,
	type Standing,
} from '../terms/operators';
import { scanPost } from '../terms/post';
import { Scanner } from '../terms/scan';
import type { Term } from '../terms/term';
import { Log } from './log';
import { PageWriter } from './page-writer';
import { doubled, TermTable } from './term-table';

/** A bitmap of a block has 16 KB. */
export const BLOCK_POSTS = 131_072;
/** Bounds the memory of a block when texts are made of random words. */
const MOST_TERMS = 1_000_000;
const MOST_POSTINGS = 16_000_000;

export type BlockBuilder = {
	/** Adds the post with the next ordinal. Own posts are `owner`'s. */
	add(post: Post, owner: Account): void;
	/** The same of a live post. */
	addLive(post: Post, standing: Standing): void;
	/** Posts added. */
	readonly count: number;
	/** The next post belongs into a new block. */
	readonly full: boolean;
	/** Packs the block; `bytes` is the size of all pages. Call it once. */
	finish(): { info: BlockInfo; pages: Uint8Array[]; bytes: number };
};

/** Makes the index of the posts whose ordinals begin at `start`, added from old to new. */
export function createBlockBuilder(start: number): BlockBuilder {
	const table = new TermTable();
	const log = new Log();
	/** Per term: the post that it was last seen in (counted from 1), and in how many it was. */
	let last = new Uint32Array(1 << 15);
	let found = new Uint32Array(1 << 15);
	let count = 0;

	function keep(id: number): void {
		if (id >= last.length) {
			last = doubled(last, Uint32Array);
			found = doubled(found, Uint32Array);
		}
		if (last[id] === count) return;
		last[id] = count;
		found[id] = (found[id] ?? 0) + 1;
		log.push(id);
	}

	const scanner = new Scanner({ term: (term: Term) => keep(table.idOf(term)) });
	/** Operator terms are few and come again with every post. */
	const known = new Map<Operator, Map<string, number>>(OPERATORS.map((name) => [name, new Map()]));
	const keepOperator = (operator: Operator, value: string) => {
		let id = known.get(operator)?.get(value);
		if (id === undefined) {
			id = table.idOfText(operatorTerm(operator, value));
			known.get(operator)?.set(value, id);
		}
		keep(id);
	};
	const next = () => {};
	function addLive(post: Post, standing: Standing): void {
		count++;
		scanPost(post, scanner, next);
		addOperators(post, standing, keepOperator);
		log.endPost();
	}

	return {
		add: (post, owner) => addLive(post, archived(post, owner)),
		addLive,
		get count() {
			return count;
		},
		get full() {
			return count >= BLOCK_POSTS || table.count >= MOST_TERMS || log.length >= MOST_POSTINGS;
		},
		finish() {
			const writer = new PageWriter(count);
			const { postings, ends } = log.byTerm(found, table.count);
			for (const id of table.sorted()) {
				writer.add(table.unitsOf(id), postings.subarray(ends[id - 1] ?? 0, ends[id]));
			}
			writer.finish();
			const { pages, bytes, firstTerms } = writer;
			return { info: { start, count, firstTerms }, pages, bytes };
		},
	};
}
