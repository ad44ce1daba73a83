import type { Account, Post } from '../../model';
import { type ImportReport, keyNumber } from '../../store';
import { ownReply } from '../arrange/replies';
import { parsePiece } from './elements';
import { likeSortAt, readLike } from './like';
import { Notes } from './notes';
import type { Piece } from './pieces';
import { readTweet, type TweetContext } from './tweet';
import type { MediaNames } from './tweet-media';

export type RowKind = 'tweet' | 'like';

/** What every reader of rows must know; can be sent to another worker. */
export type ReaderContext = {
	owner: Account;
	/** Bitset of the import: one bit. */
	bits: number;
	media: MediaNames;
	/** Rows of note-tweet.js. */
	notes: readonly unknown[];
};

/** The stored form of a piece's rows, side by side, with what arranging needs to know of them. */
export type Records = {
	kind: RowKind;
	bytes: Uint8Array<ArrayBuffer>;
	/** End of record i in `bytes`. */
	ends: Uint32Array<ArrayBuffer>;
	ids: BigUint64Array<ArrayBuffer>;
	sortAt: Float64Array<ArrayBuffer>;
	/** Ids of the versions of edited posts, a list for each row of one. */
	edits: readonly (readonly string[])[];
	/** Answers to oneself: parent, child, parent, child, … */
	answers: BigUint64Array<ArrayBuffer>;
	faults: ImportReport['skipped'][number][];
	/** Rows read, faults included. */
	rows: number;
	/** The first posts, for the preview, when asked for. */
	posts?: readonly Post[];
};

const encoder = new TextEncoder();

/** Turns pieces of post and like files into records: parse, normalise, write as JSON. Pure but for its buffer. */
export class RecordReader {
	private readonly context: TweetContext;
	private readonly head: string;
	private buffer = new Uint8Array(1 << 20);

	constructor({ owner, bits, media, notes }: ReaderContext) {
		const joined = new Notes();
		for (const row of notes) joined.add(row);
		this.context = { owner, media, notes: joined };
		this.head = `{"v":[{"i":${bits},"p":`;
	}

	read(kind: RowKind, file: string, piece: Pick<Piece, 'bytes' | 'row'>, preview = false): Records {
		const { values, faults } = parsePiece(piece);
		const batch = new Batch(values.length);
		const found: Records['faults'] = faults.map((fault) => ({ file, ...fault }));
		const posts: Post[] = [];
		for (const [i, value] of values.entries()) {
			const read = kind === 'tweet' ? readTweet(value, this.context) : readLike(value);
			if ('fault' in read) {
				found.push({ file, row: piece.row + i, why: read.fault });
				continue;
			}
			this.append(batch, read.post, read.id);
			if (preview) posts.push(read.post);
			if (read.editIds) batch.edits.push(read.editIds);
		}
		const rows = values.length + faults.length;
		const records = { kind, ...batch.finish(this.buffer), faults: found, rows };
		return preview ? { ...records, posts } : records;
	}

	private append(batch: Batch, post: Post, id: bigint): void {
		const text = `${this.head}${JSON.stringify(post)}}]}`;
		if (batch.length + text.length * 3 > this.buffer.length) {
			const larger = new Uint8Array(this.buffer.length * 2 + text.length * 3);
			larger.set(this.buffer);
			this.buffer = larger;
		}
		const { written } = encoder.encodeInto(text, this.buffer.subarray(batch.length));
		batch.note(post, id, written);
	}
}

class Batch {
	length = 0;
	readonly edits: (readonly string[])[] = [];
	private count = 0;
	private readonly ends: Uint32Array<ArrayBuffer>;
	private readonly ids: BigUint64Array<ArrayBuffer>;
	private readonly sortAt: Float64Array<ArrayBuffer>;
	private readonly answers: bigint[] = [];

	constructor(rows: number) {
		this.ends = new Uint32Array(rows);
		this.ids = new BigUint64Array(rows);
		this.sortAt = new Float64Array(rows);
	}

	note(post: Post, id: bigint, bytes: number): void {
		const parent = ownReply(post);
		if (parent !== undefined) this.answers.push(parent, id);
		this.length += bytes;
		this.ends[this.count] = this.length;
		this.ids[this.count] = id;
		this.sortAt[this.count] = sortAtOf(post);
		this.count++;
	}

	finish(buffer: Uint8Array) {
		return {
			bytes: new Uint8Array(buffer.subarray(0, this.length)),
			ends: this.ends.slice(0, this.count),
			ids: this.ids.slice(0, this.count),
			sortAt: this.sortAt.slice(0, this.count),
			edits: this.edits,
			answers: BigUint64Array.from(this.answers),
		};
	}
}

/** Where a stored record stands in time; the same for what was just read and for what was stored before. */
export function sortAtOf(post: Post): number {
	return post.liked ? likeSortAt(keyNumber(post.key) ?? 0n) : (post.createdAt ?? 0);
}
