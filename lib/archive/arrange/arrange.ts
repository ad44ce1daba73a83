import type { Account } from '../../model';
import {
	type BlockInfo,
	type Directory,
	type ListName,
	putPages,
	putSegments,
	SEGMENT_POSTS,
	type Segment,
} from '../../store';
import type { Batch, Block, Helper, Surveyed } from '../crew';
import { release } from '../release';
import type { CountOrder } from './counts';
import type { Replies } from './replies';
import type { Spill } from './spill';

/** Posts read, written in one transaction and sent to the index at once: some 1 MB. */
const BATCH = 32 * SEGMENT_POSTS;
/** Batches that may wait for the index. */
const MOST_WAITING = 3;
type Options = {
	generation: number;
	list: ListName;
	account: Account;
	spill: Spill;
	order: Uint32Array;
	replies: Replies;
	/** Indexes and surveys what is written, on another core. */
	helper: Helper;
	/** The import whose records are counted. */
	count?: CountOrder;
	/** Called with the number of records written so far. */
	onProgress(done: number): void;
	signal: AbortSignal;
};

type Bytes = { bytes: Uint8Array<ArrayBuffer>; ends: Uint32Array<ArrayBuffer> };

export type Arranged = { directory: Directory; surveyed: Surveyed };

/** Writes a list in the order of time: segments and the index over them, in one pass. */
export async function arrange(options: Options): Promise<Arranged> {
	const { order, spill, signal } = options;
	const writer = new ListWriter(options);
	const { list, account, count, helper } = options;
	await helper.ask({ type: 'survey', list, account, ...(count ? { count } : {}) });
	for (let from = 0; from < order.length; from += BATCH) {
		signal.throwIfAborted();
		const to = Math.min(from + BATCH, order.length);
		await writer.write(spill.read(order, from, to), from, to);
		options.onProgress(to);
	}
	return writer.finish();
}

class ListWriter {
	private readonly options: Options;
	private readonly directory: Directory;
	private readonly blocks: BlockInfo[] = [];
	private readonly indexing: Promise<void>[] = [];
	private writing: Promise<void> = Promise.resolve();
	private segments = 0;
	private bytes = 0;
	private indexBytes = 0;

	constructor(options: Options) {
		this.options = options;
		const segments = Math.ceil(options.order.length / SEGMENT_POSTS);
		this.directory = {
			count: options.order.length,
			minSort: new Float64Array(segments),
			maxSort: new Float64Array(segments),
			minId: new BigUint64Array(segments),
			maxId: new BigUint64Array(segments),
			blocks: this.blocks,
			bytes: 0,
			indexBytes: 0,
		};
	}

	/** Writes the records `order[from..to)`, whose bytes are given. Does not wait for its own writing, but for the last. */
	async write(bytes: Bytes, from: number, to: number): Promise<void> {
		const segments: Segment[] = [];
		const answers = new Uint32Array(to - from);
		const threads = new Uint32Array(to - from);
		for (let at = from; at < to; at += SEGMENT_POSTS) {
			const last = Math.min(at + SEGMENT_POSTS, to);
			const segment = this.segment(cut(bytes, at - from, last - from), at);
			segments.push(segment);
			for (const [i, ids] of segment.replies) {
				answers[at - from + i] = ids.length;
				threads[at - from + i] = this.options.replies.threadLength(segment.ids[i] as bigint);
			}
		}
		await this.writing;
		const { generation, list } = this.options;
		const first = this.segments - segments.length;
		this.writing = putSegments(generation, list, first, segments).then(() =>
			release(...segments.map(({ bytes: own }) => own as Uint8Array<ArrayBuffer>)),
		);
		this.indexing.push(this.survey({ ...bytes, answers, threads }));
		if (this.indexing.length > MOST_WAITING) await this.indexing.shift();
	}

	private segment({ bytes, ends }: Bytes, from: number): Segment {
		const { order, spill, replies } = this.options;
		const sortAt = new Float64Array(ends.length);
		const ids = new BigUint64Array(ends.length);
		const answered = new Map<number, readonly bigint[]>();
		for (let i = 0; i < ends.length; i++) {
			const record = order[from + i] as number;
			const id = spill.ids[record] as bigint;
			sortAt[i] = spill.sortAt[record] as number;
			ids[i] = id;
			const answers = replies.of(id);
			if (answers.length > 0) answered.set(i, answers);
		}
		const segment = { bytes, ends, sortAt, ids, replies: answered };
		this.note(segment);
		return segment;
	}

	/** Hands the batch over: its bytes are the helper's then. */
	private async survey(batch: Batch): Promise<void> {
		const answer = await this.options.helper.ask({ type: 'batch', batch }, [batch.bytes.buffer]);
		if (answer.type !== 'blocks') throw new Error('not an answer to that');
		for (const block of answer.blocks) await this.keep(block);
	}

	private async keep({ info, pages, bytes }: Block): Promise<void> {
		const { generation, list } = this.options;
		const number = this.blocks.push(info) - 1;
		this.indexBytes += bytes;
		await putPages(generation, list, number, pages);
	}

	private note({ sortAt, ids, bytes }: Segment): void {
		const n = this.segments++;
		const { minSort, maxSort, minId, maxId } = this.directory;
		minSort[n] = sortAt[0] ?? 0;
		maxSort[n] = sortAt.at(-1) ?? 0;
		let least = ids[0] ?? 0n;
		let most = least;
		for (const id of ids) {
			if (id < least) least = id;
			if (id > most) most = id;
		}
		minId[n] = least;
		maxId[n] = most;
		this.bytes += bytes.length;
	}

	async finish(): Promise<Arranged> {
		await this.writing;
		await Promise.all(this.indexing);
		const answer = await this.options.helper.ask({ type: 'finish' });
		if (answer.type !== 'surveyed') throw new Error('not an answer to that');
		for (const block of answer.blocks) await this.keep(block);
		const { bytes, indexBytes } = this;
		return { directory: { ...this.directory, bytes, indexBytes }, surveyed: answer.surveyed };
	}
}

/** Records [from, to) on their own: a view would drag the whole batch into the store. */
function cut({ bytes, ends }: Bytes, from: number, to: number): Bytes {
	const start = ends[from - 1] ?? 0;
	const own = ends.slice(from, to).map((end) => end - start);
	return { bytes: bytes.slice(start, ends[to - 1]), ends: own };
}
