import type { AccountUri } from '../model';
import { keepMedia, type MediaRow, mediaRows, openPack, type Pack } from '../store';
import { readWhole } from './json';
import { isMarkup, isShown, typeOf } from './kinds';
import { ArchiveProblem } from './problems';
import { baseName } from './rows/fields';
import type { SourceFile } from './source/source';

/** A pack is closed beyond this, so that removing an import rewrites little. */
const PACK_BYTES = 64 << 20;
/** Files up to this size are read whole, several at once: one file costs about 0.3 ms of waiting. */
const SMALL = 512 << 10;
const AT_ONCE = 4;
/** Rows are stored at least this often, so that a closed tab loses little. */
const ROWS_AT_ONCE = 200;

type Options = {
	account: AccountUri;
	bit: number;
	files: readonly SourceFile[];
	/** Counted up while files are copied. */
	media: { copied: number; failed: number; unshown?: number };
	onProgress(bytes: number, files: number): void;
	signal: AbortSignal;
};

/** The files that can be shown: pictures and videos by their ending. Nothing else is copied. */
export function mediaFiles(files: readonly SourceFile[]): SourceFile[] {
	return files.filter(({ path }) => isShown(path));
}

/**
 * Copies media out of the archive into packs, so that the zip is not needed afterwards. A damaged file is counted
 * and passed over. What was copied stays when the rest fails or is cancelled; the next import goes on from there.
 */
export async function copyMedia(options: Options): Promise<void> {
	const copier = new MediaCopier(options);
	try {
		await copier.run();
	} finally {
		await copier.close();
	}
}

class MediaCopier {
	private readonly options: Options;
	private pack: Pack | undefined;
	private rows: MediaRow[] = [];
	private done = 0;

	constructor(options: Options) {
		this.options = options;
	}

	async run(): Promise<void> {
		const { account, files, bit } = this.options;
		const stored = new Map((await mediaRows(account)).map((row) => [row.name, row]));
		const wanted: SourceFile[] = [];
		for (const file of files) {
			const row = stored.get(baseName(file.path));
			if (row?.size !== file.size) wanted.push(file);
			else {
				if (!(row.imports & (1 << bit)))
					this.rows.push({ ...row, imports: row.imports | (1 << bit) });
				this.count(file);
			}
		}
		await this.keep();
		for (let i = 0; i < wanted.length; ) i += await this.copyNext(wanted, i);
	}

	/** Copies one large file or the next few small ones; answers how many. */
	private async copyNext(files: readonly SourceFile[], from: number): Promise<number> {
		this.options.signal.throwIfAborted();
		const small = files.slice(from, from + AT_ONCE);
		const large = small.findIndex(({ size }) => size > SMALL);
		const batch = large < 0 ? small : small.slice(0, Math.max(1, large));
		const first = batch[0];
		if (large === 0 && first) await this.copyLarge(first);
		else {
			const read = await Promise.all(batch.map((file) => this.readOr(file)));
			for (const [k, bytes] of read.entries()) await this.append(batch[k] as SourceFile, bytes);
		}
		return batch.length;
	}

	private async readOr(file: SourceFile): Promise<Uint8Array | undefined> {
		try {
			return await readWhole(file, this.options.signal);
		} catch (error) {
			return this.pass(error);
		}
	}

	/** One damaged picture is no reason to stop; a zip that is gone is. */
	private pass(error: unknown): undefined {
		this.options.signal.throwIfAborted();
		const known = error instanceof ArchiveProblem && error.problem.code !== 'unreadable';
		if (!known) throw error;
		this.options.media.failed++;
		return undefined;
	}

	private async append(file: SourceFile, bytes: Uint8Array | undefined): Promise<void> {
		if (bytes && isMarkup(bytes)) {
			const { media } = this.options;
			media.unshown = (media.unshown ?? 0) + 1;
		} else if (bytes) {
			const pack = await this.room();
			const start = pack.size();
			pack.append(bytes);
			this.note(file, pack.name, start, bytes.length);
		}
		await this.step(file);
	}

	private async copyLarge(file: SourceFile): Promise<void> {
		const pack = await this.room();
		const start = pack.size();
		try {
			for await (const chunk of chunksOf(file.stream(this.options.signal))) pack.append(chunk);
			this.note(file, pack.name, start, pack.size() - start);
		} catch (error) {
			pack.truncate(start);
			this.pass(error);
		}
		await this.step(file);
	}

	private note(file: SourceFile, pack: string, start: number, size: number): void {
		const { account, bit } = this.options;
		const name = baseName(file.path);
		const type = typeOf(name) ?? 'application/octet-stream';
		this.rows.push({ account, name, pack, start, size, type, imports: 1 << bit });
		this.options.media.copied++;
	}

	private count(file: SourceFile): void {
		this.options.media.copied++;
		this.done += file.size;
	}

	private async step(file: SourceFile): Promise<void> {
		this.done += file.size;
		const { media, onProgress } = this.options;
		onProgress(this.done, media.copied + media.failed);
		if (this.rows.length >= ROWS_AT_ONCE) await this.keep();
	}

	private async room(): Promise<Pack> {
		if (this.pack && this.pack.size() > PACK_BYTES) await this.close();
		this.pack ??= await openPack(`${crypto.randomUUID()}.pack`);
		return this.pack;
	}

	/** Bytes first, rows second: a row never points to what is not on the disk. */
	private async keep(): Promise<void> {
		this.pack?.flush();
		if (this.rows.length > 0) await keepMedia(this.rows);
		this.rows = [];
	}

	async close(): Promise<void> {
		await this.keep();
		this.pack?.close();
		this.pack = undefined;
	}
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = stream.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return;
		yield value;
	}
}
