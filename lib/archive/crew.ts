import type { Account } from '../model';
import type { BlockInfo, ListName, Summary } from '../store';
import type { Counted, CountOrder } from './arrange/counts';
import type { Piece, PieceBytes } from './rows/pieces';
import { type ReaderContext, RecordReader, type Records, type RowKind } from './rows/records';

/** Import worker → helper; each gets one answer, in order. */
export type HelperOrder =
	| { type: 'context'; context: ReaderContext }
	| {
			type: 'read';
			kind: RowKind;
			file: string;
			piece: PieceBytes;
			preview: boolean;
	  }
	| { type: 'survey'; list: ListName; account: Account; count?: CountOrder }
	| { type: 'batch'; batch: Batch }
	| { type: 'finish' };

/** Arranged records, with how many answers each has and how long the thread is that begins with it. */
export type Batch = {
	bytes: Uint8Array<ArrayBuffer>;
	ends: Uint32Array<ArrayBuffer>;
	answers: Uint32Array<ArrayBuffer>;
	threads: Uint32Array<ArrayBuffer>;
};

/** A finished block of the index; the import worker stores its pages. */
export type Block = { info: BlockInfo; pages: Uint8Array[]; bytes: number };

/** What passing over all records of a list found out besides the index. */
export type Surveyed = { summary: Summary; counted?: Counted };

export type HelperAnswer =
	| { type: 'ready' }
	| { type: 'records'; records: Records }
	| { type: 'blocks'; blocks: readonly Block[] }
	| { type: 'surveyed'; blocks: readonly Block[]; surveyed: Surveyed }
	| { type: 'failed'; message: string };

/** Pieces that may wait in a helper: one in work, and others while this thread reads one itself. */
const AT_HAND = 3;

/** Somebody who answers orders one after another. */
export type Helper = {
	/** Orders without an answer yet. */
	readonly waiting: number;
	ask(order: HelperOrder, transfer?: Transferable[]): Promise<HelperAnswer>;
	end(): void;
};

/**
 * A helper worker behind a port. The page makes the workers: in Firefox `new Worker` inside a worker waits for the
 * page's thread and, once in some two hundred times, for ever.
 */
export function helperBehind(port: MessagePort): Helper {
	const answers: { resolve(a: HelperAnswer): void; reject(error: Error): void }[] = [];
	port.onmessage = ({ data }: MessageEvent<HelperAnswer>) => {
		const answer = answers.shift();
		if (data.type === 'failed') answer?.reject(new Error(data.message));
		else answer?.resolve(data);
	};
	return {
		get waiting() {
			return answers.length;
		},
		ask(order, transfer = []) {
			port.postMessage(order, transfer);
			return new Promise((resolve, reject) => {
				answers.push({ resolve, reject });
			});
		},
		end: () => port.close(),
	};
}

/**
 * Reads pieces on all cores: by a helper that has room, otherwise here. The order in which records come back does
 * not matter, because they are arranged by time afterwards.
 */
export class Readers {
	private readonly helpers: readonly Helper[];
	private readonly own: RecordReader;

	constructor(helpers: readonly Helper[], context: ReaderContext) {
		this.helpers = helpers;
		this.own = new RecordReader(context);
		this.ready = Promise.all(helpers.map((one) => one.ask({ type: 'context', context })));
	}
	readonly ready: Promise<unknown>;

	/** Reads a piece; its bytes are handed over. Waits for nobody when the helpers are busy. */
	async read(
		kind: RowKind,
		file: string,
		{ bytes, ends, row }: Piece,
		preview: boolean,
	): Promise<Records> {
		const helper = this.helpers.find(({ waiting }) => waiting < AT_HAND);
		if (!helper || preview) return this.own.read(kind, file, { bytes, ends, row }, preview);
		const order = { type: 'read' as const, kind, file, piece: { bytes, ends, row }, preview };
		const answer = await helper.ask(order, [bytes.buffer]);
		if (answer.type !== 'records') throw new Error('not an answer to that');
		return answer.records;
	}
}
