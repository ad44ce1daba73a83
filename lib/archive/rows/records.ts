import type { Account, Post } from '../../model';
import { type ImportReport, keyNumber } from '../../store';
import { ownReply } from '../arrange/replies';
import { release } from '../release';
import { parsePiece } from './elements';
import { likeSortAt, type ReadLike, readLike } from './like';
import { Notes } from './notes';
import type { PieceBytes } from './pieces';
import { type ReadTweet, readTweet, type TweetContext } from './tweet';
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

	/** Reads a piece, whose bytes are used up. */
	read(kind: RowKind, file: string, piece: PieceBytes, preview = false): Records {
		const batch = new Batch();
		const faults: Records['faults'] = [];
		const posts: Post[] = [];
		let rows = 0;
		for (const part of parsePiece(piece)) {
			for (const fault of part.faults) faults.push({ file, ...fault });
			for (const [i, value] of part.values.entries()) {
				const read = this.readRow(kind, value, batch);
				if ('fault' in read) faults.push({ file, row: part.row + i, why: read.fault });
				else if (preview) posts.push(read.post);
			}
			rows += part.values.length + part.faults.length;
		}
		release(piece.bytes);
		const records = { kind, ...batch.finish(this.buffer), faults, rows };
		return preview ? { ...records, posts } : records;
	}

	private readRow(kind: RowKind, value: unknown, batch: Batch): ReadTweet | ReadLike {
		const read = kind === 'tweet' ? readTweet(value, this.context) : readLike(value);
		if ('fault' in read) return read;
		this.append(batch, read.post, read.id);
		if (read.editIds) batch.edits.push(read.editIds);
		return read;
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
	private readonly ends: number[] = [];
	private readonly ids: bigint[] = [];
	private readonly sortAt: number[] = [];
	private readonly answers: bigint[] = [];

	note(post: Post, id: bigint, bytes: number): void {
		const parent = ownReply(post);
		if (parent !== undefined) this.answers.push(parent, id);
		this.length += bytes;
		this.ends.push(this.length);
		this.ids.push(id);
		this.sortAt.push(sortAtOf(post));
	}

	finish(buffer: Uint8Array) {
		return {
			bytes: new Uint8Array(buffer.subarray(0, this.length)),
			ends: Uint32Array.from(this.ends),
			ids: BigUint64Array.from(this.ids),
			sortAt: Float64Array.from(this.sortAt),
			edits: this.edits,
			answers: BigUint64Array.from(this.answers),
		};
	}
}

/** Where a stored record stands in time; the same for what was just read and for what was stored before. */
export function sortAtOf(post: Post): number {
	return post.liked ? likeSortAt(keyNumber(post.key) ?? 0n) : (post.createdAt ?? 0);
}
