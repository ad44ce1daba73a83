import type { ListName } from '../../store';
import type { Records } from '../rows/records';

/** Where records wait between reading (in the archive's order) and arranging (in the order of time). */
const FOLDER = 'import';
const BUFFER = 1 << 20;
const MARK = 32;
/** Firefox leaves about one opening in two hundred unanswered for good; a second one is answered. */
const PATIENCE = 2000;
const TRIES = 5;

/** A growing typed array, so that a million numbers do not become a million objects. */
class Column<A extends Float64Array | BigUint64Array | Uint32Array> {
	array: A;
	private readonly grow: (length: number) => A;
	constructor(grow: (length: number) => A) {
		this.grow = grow;
		this.array = grow(1024);
	}
	room(length: number): A {
		if (length > this.array.length) {
			const larger = this.grow(this.array.length * 2);
			// Both are of the one kind that `grow` makes.
			(larger as Float64Array).set(this.array as Float64Array);
			this.array = larger;
		}
		return this.array;
	}
}

const encoder = new TextEncoder();

/**
 * Records of one list, appended to a temporary file of the origin private file system; their ids, moments and
 * lengths are kept in memory (20 bytes a record), so that a million posts are sorted without being held.
 */
export class Spill {
	count = 0;
	private readonly id = new Column((n) => new BigUint64Array(n));
	private readonly sort = new Column((n) => new Float64Array(n));
	/** Where every 32nd record begins; the lengths between say the rest. */
	private readonly marks = new Column((n) => new Float64Array(n));
	private readonly size = new Column((n) => new Uint32Array(n));
	private buffer = new Uint8Array(BUFFER);
	private run = new Uint8Array(0);
	private buffered = 0;
	private written = 0;
	private readonly file: FileSystemSyncAccessHandle;

	private constructor(file: FileSystemSyncAccessHandle) {
		this.file = file;
	}

	static async open(list: ListName): Promise<Spill> {
		const folder = await spillFolder();
		for (let left = TRIES; left > 0; left--) {
			const file = await inTime(openFile(folder, `${list}-${crypto.randomUUID()}`));
			if (file) return new Spill(file);
		}
		throw new Error('no temporary file could be opened');
	}

	get ids(): BigUint64Array {
		return this.id.array;
	}
	get sortAt(): Float64Array {
		return this.sort.array;
	}
	length(i: number): number {
		return this.size.array[i] ?? 0;
	}

	/** Where record i begins in the file. */
	private place(i: number): number {
		let place = this.marks.array[Math.floor(i / MARK)] as number;
		for (let j = i - (i % MARK); j < i; j++) place += this.length(j);
		return place;
	}

	/** Appends a record as text; encodes it straight into the buffer. */
	addText(id: bigint, sortAt: number, record: string): void {
		if (this.buffered + record.length * 3 > this.buffer.length) this.makeRoom(record.length * 3);
		const { written } = encoder.encodeInto(record, this.buffer.subarray(this.buffered));
		this.note(id, sortAt, written);
	}

	addBytes(id: bigint, sortAt: number, record: Uint8Array): void {
		if (this.buffered + record.length > this.buffer.length) this.makeRoom(record.length);
		this.buffer.set(record, this.buffered);
		this.note(id, sortAt, record.length);
	}

	addRecords({ bytes, ends, ids, sortAt }: Records): void {
		if (this.buffered + bytes.length > this.buffer.length) this.makeRoom(bytes.length);
		this.buffer.set(bytes, this.buffered);
		for (let i = 0; i < ends.length; i++) {
			const length = (ends[i] as number) - (ends[i - 1] ?? 0);
			this.note(ids[i] as bigint, sortAt[i] as number, length);
		}
	}

	private note(id: bigint, sortAt: number, length: number): void {
		const i = this.count++;
		this.id.room(this.count)[i] = id;
		this.sort.room(this.count)[i] = sortAt;
		if (i % MARK === 0) this.marks.room(i / MARK + 1)[i / MARK] = this.written + this.buffered;
		this.size.room(this.count)[i] = length;
		this.buffered += length;
	}

	private makeRoom(needed: number): void {
		this.flush();
		if (needed > this.buffer.length) this.buffer = new Uint8Array(needed);
	}

	private flush(): void {
		let done = 0;
		while (done < this.buffered) {
			const bytes = this.buffer.subarray(done, this.buffered);
			done += this.file.write(bytes, { at: this.written + done });
		}
		this.written += this.buffered;
		this.buffered = 0;
	}

	/**
	 * Copies the records `order[from..to)` into one array, in that order, and their ends into `ends`. Neighbours in
	 * the file are read in one go: archives run newest first for long stretches, so most of a segment is one read.
	 */
	read(
		order: Uint32Array,
		from: number,
		to: number,
	): { bytes: Uint8Array<ArrayBuffer>; ends: Uint32Array<ArrayBuffer> } {
		this.flush();
		const ends = new Uint32Array(to - from);
		let total = 0;
		for (let k = from; k < to; k++) {
			total += this.length(order[k] as number);
			ends[k - from] = total;
		}
		const bytes = new Uint8Array(total);
		for (let k = from; k < to; ) k = this.readRun(order, k, to, bytes, ends[k - from - 1] ?? 0);
		return { bytes, ends };
	}

	one(i: number): Uint8Array {
		return this.read(Uint32Array.of(i), 0, 1).bytes;
	}

	/** Reads the longest run of records from k on that lie side by side, rising or falling. */
	private readRun(order: Uint32Array, k: number, to: number, into: Uint8Array, at: number): number {
		const first = order[k] as number;
		const step = order[k + 1] === first - 1 ? -1 : 1;
		let next = k + 1;
		while (next < to && order[next] === first + step * (next - k)) next++;
		const last = first + step * (next - k - 1);
		const low = Math.min(first, last);
		const high = Math.max(first, last);
		const start = this.place(low);
		const end = this.place(high) + this.length(high);
		if (step === 1) {
			this.readAll(into.subarray(at, at + end - start), start);
			return next;
		}
		const run = this.runBuffer(end - start);
		this.readAll(run, start);
		let from = run.length;
		let behind = at;
		for (let i = high; i >= low; i--) {
			from -= this.length(i);
			into.set(run.subarray(from, from + this.length(i)), behind);
			behind += this.length(i);
		}
		return next;
	}

	/** For what is read to be turned round; the same memory again and again. */
	private runBuffer(length: number): Uint8Array {
		if (length > this.run.length) this.run = new Uint8Array(length);
		return this.run.subarray(0, length);
	}

	private readAll(into: Uint8Array, start: number): void {
		let done = 0;
		while (done < into.length) {
			const got = this.file.read(into.subarray(done), { at: start + done });
			if (got === 0) throw new Error('the temporary file is shorter than what was written to it');
			done += got;
		}
	}

	close(): void {
		this.file.close();
	}
}

async function openFile(
	folder: FileSystemDirectoryHandle,
	name: string,
): Promise<FileSystemSyncAccessHandle> {
	const handle = await folder.getFileHandle(name, { create: true });
	return handle.createSyncAccessHandle();
}

/** Waits for a file a while; one that comes later is closed again, since another has taken its place. */
async function inTime(
	opening: Promise<FileSystemSyncAccessHandle>,
): Promise<FileSystemSyncAccessHandle | undefined> {
	let late = false;
	const timeout = new Promise<undefined>((resolve) => {
		setTimeout(() => {
			late = true;
			resolve(undefined);
		}, PATIENCE);
	});
	const file = opening.then((opened) => {
		if (late) opened.close();
		return opened;
	});
	return Promise.race([file, timeout]);
}

async function spillFolder(): Promise<FileSystemDirectoryHandle> {
	const root = await navigator.storage.getDirectory();
	return root.getDirectoryHandle(FOLDER, { create: true });
}

/** Deletes the temporary files, also those that a closed tab left. Only under the lock `import`. */
export async function sweepSpills(): Promise<void> {
	const root = await navigator.storage.getDirectory();
	for await (const name of root.keys()) {
		if (name === FOLDER) {
			await root.removeEntry(name, { recursive: true });
			return;
		}
	}
}
