import type { Account } from '../model';
import { type BlockBuilder, createBlockBuilder } from '../search';
import type { ListName, Stored } from '../store';
import { type CountOrder, RecordCounter } from './arrange/counts';
import { SummaryMaker } from './arrange/summary';
import type { Batch, Block, Helper, HelperAnswer, HelperOrder, Surveyed } from './crew';
import { release } from './release';
import { RecordReader } from './rows/records';

/** Records parsed at once: a call of the decoder and of the parser for each costs as much as the work they do. */
const AT_ONCE = 16;
const COMMA = 0x2c;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const decoder = new TextDecoder();
let scratch = new Uint8Array(1 << 16);

/** The records that end at `ends`, the first of which begins at `start`. */
function parseRecords(bytes: Uint8Array, start: number, ends: Uint32Array): Stored[] {
	const needed = (ends.at(-1) ?? start) - start + ends.length + 2;
	if (needed > scratch.length) scratch = new Uint8Array(needed * 2);
	let length = 0;
	scratch[length++] = OPEN;
	let from = start;
	for (const end of ends) {
		if (from > start) scratch[length++] = COMMA;
		scratch.set(bytes.subarray(from, end), length);
		length += end - from;
		from = end;
	}
	scratch[length++] = CLOSE;
	return JSON.parse(decoder.decode(scratch.subarray(0, length))) as Stored[];
}

/** What a helper does with its orders, whichever thread it runs on. */
export class HelperWork {
	private reader: RecordReader | undefined;
	private survey: Survey | undefined;

	answer(order: HelperOrder): HelperAnswer {
		switch (order.type) {
			case 'context':
				this.reader = new RecordReader(order.context);
				return { type: 'ready' };
			case 'read': {
				if (!this.reader) throw new Error('read before context');
				const { kind, file, piece, preview } = order;
				return { type: 'records', records: this.reader.read(kind, file, piece, preview) };
			}
			case 'survey':
				this.survey = new Survey(order.list, order.account, order.count);
				return { type: 'ready' };
			case 'batch':
				if (!this.survey) throw new Error('batch before survey');
				return { type: 'blocks', blocks: this.survey.add(order.batch) };
			case 'finish':
				if (!this.survey) throw new Error('finish before survey');
				return { type: 'surveyed', ...this.survey.finish() };
		}
	}
}

/** A helper on this very thread. */
export function helperHere(): Helper {
	const work = new HelperWork();
	return { waiting: 0, ask: async (order) => work.answer(order), end: () => undefined };
}

/** Passes over the records of one list from old to new: indexes them, and gathers what there is to say of all. */
class Survey {
	private builder: BlockBuilder = createBlockBuilder(0);
	private readonly summary = new SummaryMaker();
	private readonly counter: RecordCounter | undefined;
	private readonly list: ListName;
	private readonly account: Account;
	private count = 0;

	constructor(list: ListName, account: Account, count: CountOrder | undefined) {
		this.list = list;
		this.account = account;
		this.counter = count && new RecordCounter(count);
	}

	/** Answers the blocks of the index that became full. The bytes are used up. */
	add({ bytes, ends, answers, threads }: Batch): Block[] {
		const blocks: Block[] = [];
		for (let from = 0; from < ends.length; from += AT_ONCE) {
			const part = ends.subarray(from, from + AT_ONCE);
			const records = parseRecords(bytes, ends[from - 1] ?? 0, part);
			for (const [i, record] of records.entries()) {
				this.take(record, answers[from + i] ?? 0, threads[from + i] ?? 0);
				if (this.builder.full) blocks.push(...this.finishBlock());
			}
		}
		release(bytes);
		return blocks;
	}

	private take(stored: Stored, answers: number, thread: number): void {
		const shown = stored.v[0];
		if (!shown) throw new Error('a record without a version');
		this.builder.add(shown.p, this.account);
		this.counter?.add(this.list, stored);
		if (this.list === 'posts') this.summary.add(shown.p, answers, thread);
		this.count++;
	}

	finish(): { blocks: Block[]; surveyed: Surveyed } {
		const counted = this.counter?.finish();
		const summary = this.summary.finish();
		return { blocks: this.finishBlock(), surveyed: counted ? { summary, counted } : { summary } };
	}

	private finishBlock(): Block[] {
		if (this.builder.count === 0) return [];
		const block = this.builder.finish();
		this.builder = createBlockBuilder(this.count);
		return [block];
	}
}
