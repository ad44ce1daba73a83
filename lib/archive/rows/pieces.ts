import { ElementScanner } from './scanner';

/** Why a row was passed over; `size`: larger than a row can be. */
export type RowFault = { row: number; why: 'json' | 'shape' | 'size' };

/**
 * Some whole rows of a file as bytes, in its order, in parts to be parsed one by one, which end at `ends`. `row` is
 * the number of the first; `read` counts the bytes of the file that were taken in since the piece before.
 */
export type Piece = {
	bytes: Uint8Array<ArrayBuffer>;
	ends: readonly number[];
	row: number;
	read: number;
	faults: readonly RowFault[];
};
/** What is needed to parse a piece. */
export type PieceBytes = Pick<Piece, 'bytes' | 'ends' | 'row'>;

/** Sent to another worker at once. */
const PIECE = 1 << 18;
/** Decoded and parsed at once: larger strings are slower, because they get pages of memory of their own. */
const PART = 1 << 16;
/** A piece ends with the part that makes it large enough. */
const ROOM = PIECE + 2 * PART;
/** A tweet with everything in it has some 20 kB. A row beyond this is given up. */
export const MAX_ROW = 4 << 20;
/** The assignment in front of the array: `window.YTD.tweets.part0 = `. */
const MAX_HEADER = 4096;
const HEADER = /^\uFEFF?\s*(?:(?:var\s+|window\.|Grailbird\.|YTD\.)[\w$.[\]"'-]*\s*=\s*)?\[/;
/** Where the next row begins, when the one before it never ends. */
const NEXT_ROW = /\{\s*"(?:tweet|like|noteTweet)"\s*:/g;

const decoder = new TextDecoder();
/** One character a byte, so that offsets in its text are offsets in the bytes. */
const byteDecoder = new TextDecoder('latin1');

/**
 * Cuts an archive file (`<assignment> [ … ]`) between its rows while it is read: never the whole file in memory.
 * A file that is no such array is one fault of row 0; a row that never ends is a fault, and the next one that can
 * be recognised goes on.
 */
export async function* cutRows(stream: ReadableStream<Uint8Array>): AsyncGenerator<Piece> {
	const cutter = new RowCutter();
	const source = stream.getReader();
	try {
		for (;;) {
			const { done, value } = await source.read();
			if (done) break;
			cutter.push(value);
			const piece = cutter.take();
			if (piece) yield piece;
		}
		cutter.finish();
		const piece = cutter.take();
		if (piece) yield piece;
	} finally {
		await source.cancel();
	}
}

class RowCutter {
	private buffer = new Uint8Array(4 * PART);
	private length = 0;
	private scanned = 0;
	/** Behind the last whole row in the buffer. */
	private whole = 0;
	private started = false;
	private over = false;
	/** Inside a row that is too large: its bytes are dropped until it ends. */
	private dropping = false;
	private readonly scanner = new ElementScanner();
	private ready = new Uint8Array(ROOM);
	private ends: number[] = [];
	private faults: RowFault[] = [];
	private row = 0;
	/** Rows in `ready`. */
	private readyRows = 0;
	private read = 0;

	push(chunk: Uint8Array): void {
		this.read += chunk.length;
		for (let at = 0; at < chunk.length && !this.over; at += PART) {
			this.append(chunk.subarray(at, at + PART));
			if (this.length >= PART) this.advance();
		}
	}

	finish(): void {
		if (this.over) return;
		if (!this.started) this.start();
		if (!this.started) return;
		this.advance();
		if (this.over) return;
		this.rescue(true);
		if (this.scanner.closed) this.close();
		else this.setAside(this.length);
		this.over = true;
	}

	/** What is ready; undefined while there is not enough to tell. */
	take(): Piece | undefined {
		const { ready, ends, faults, read } = this;
		const length = ends.at(-1) ?? 0;
		if (length < PIECE && faults.length === 0 && read < 8 * PIECE && !this.over) return undefined;
		const row = this.row - this.readyRows;
		// Whoever takes a piece takes its memory, so an empty one gets none.
		const bytes = length > 0 ? ready.subarray(0, length) : new Uint8Array(0);
		if (length > 0) this.ready = new Uint8Array(ROOM);
		this.ends = [];
		this.faults = [];
		this.readyRows = 0;
		this.read = 0;
		return { bytes, ends, row, read, faults };
	}

	/** Sets aside the bytes [whole, to). */
	private setAside(to: number): void {
		const start = this.ends.at(-1) ?? 0;
		const end = start + to - this.whole;
		if (end > this.ready.length) {
			const larger = new Uint8Array(end * 2);
			larger.set(this.ready.subarray(0, start));
			this.ready = larger;
		}
		this.ready.set(this.buffer.subarray(this.whole, to), start);
		this.ends.push(end);
	}

	private append(chunk: Uint8Array): void {
		if (this.length + chunk.length > this.buffer.length) {
			const grown = new Uint8Array((this.length + chunk.length) * 2);
			grown.set(this.buffer.subarray(0, this.length));
			this.buffer = grown;
		}
		this.buffer.set(chunk, this.length);
		this.length += chunk.length;
	}

	private start(): void {
		const head = decoder.decode(this.buffer.subarray(0, Math.min(this.length, MAX_HEADER)));
		if (HEADER.test(head)) {
			this.started = true;
			this.whole = this.buffer.indexOf(0x5b) + 1;
			this.scanned = this.whole;
			return;
		}
		if (head.trim() !== '') this.fault('shape');
		this.over = true;
	}

	private advance(): void {
		if (!this.started) this.start();
		if (!this.started) return;
		this.scan();
		if (this.scanner.closed) this.close();
		else if (this.length - this.whole > MAX_ROW) this.rescue(false);
		this.compact();
	}

	/** Scans what is new and sets aside the rows that ended in it. */
	private scan(): void {
		let first = -1;
		let ends = 0;
		const last = this.scanner.scan(this.buffer, this.scanned, this.length, (end) => {
			if (ends++ === 0) first = end;
		});
		this.scanned = this.length;
		if (last < 0) return;
		if (this.dropping) {
			this.whole = first;
			ends--;
		}
		this.dropping = false;
		if (last > this.whole) this.setAside(last);
		this.row += ends;
		this.readyRows += ends;
		this.whole = last;
	}

	/** The array is closed: what stands between the last row and `]` may still be a bare value. */
	private close(): void {
		this.setAside(this.buffer.indexOf(0x5d, this.whole));
		this.over = true;
	}

	/** A row that never ends: continues at what looks like the next one, or drops bytes until it ends. */
	private rescue(atEnd: boolean): void {
		while (this.length - this.whole > (atEnd ? 1 : MAX_ROW)) {
			const next = this.nextRow();
			if (next < 0) {
				if (!atEnd) this.drop();
				return;
			}
			this.fault('json');
			this.whole = next;
			this.scanned = next;
			this.scanner.restart();
			this.scan();
		}
	}

	private nextRow(): number {
		const text = byteDecoder.decode(this.buffer.subarray(this.whole, this.length));
		NEXT_ROW.lastIndex = Math.max(0, text.indexOf('{')) + 1;
		const next = NEXT_ROW.exec(text);
		return next ? this.whole + next.index : -1;
	}

	private drop(): void {
		if (!this.dropping) this.fault('size');
		this.dropping = true;
		this.whole = this.length;
	}

	/** A fault among rows that are set aside: those before it keep their numbers, so it closes the piece. */
	private fault(why: RowFault['why']): void {
		this.faults.push({ row: this.row, why });
		this.row++;
		if (this.readyRows > 0) this.readyRows++;
	}

	private compact(): void {
		this.buffer.copyWithin(0, this.whole, this.length);
		this.length -= this.whole;
		this.scanned = this.length;
		this.whole = 0;
	}
}
