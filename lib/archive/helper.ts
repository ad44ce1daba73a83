import type { Account } from '../model';
import { type BlockBuilder, createBlockBuilder } from '../search';
import type { ListName, Stored } from '../store';
import { type CountOrder, RecordCounter } from './arrange/counts';
import { SummaryMaker } from './arrange/summary';
import type { Batch, Block, Helper, HelperAnswer, HelperOrder, Surveyed } from './crew';
import { RecordReader } from './rows/records';

const decoder = new TextDecoder();

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

	/** Answers the blocks of the index that became full. */
	add({ bytes, ends, answers, threads }: Batch): Block[] {
		const blocks: Block[] = [];
		for (let i = 0; i < ends.length; i++) {
			const text = decoder.decode(bytes.subarray(ends[i - 1] ?? 0, ends[i]));
			const stored = JSON.parse(text) as Stored;
			const shown = stored.v[0];
			if (!shown) throw new Error('a record without a version');
			this.builder.add(shown.p, this.account);
			this.counter?.add(this.list, stored);
			if (this.list === 'posts') this.summary.add(shown.p, answers[i] ?? 0, threads[i] ?? 0);
			this.count++;
			if (this.builder.full) blocks.push(...this.finishBlock());
		}
		return blocks;
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
