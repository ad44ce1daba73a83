/** A file of the archive that may be read. Nothing of it is read before `stream` or `blob` is called. */
export type SourceFile = {
	/** Relative to the archive's root, forward slashes, original case. */
	readonly path: string;
	/** Bytes after inflating, as the zip's directory states; more than that never comes out. */
	readonly size: number;
	/** CRC-32 as the zip's directory states; absent for files of a folder. */
	readonly crc?: number;
	/**
	 * The bytes, in chunks of at most 512 KiB. Throws ArchiveProblem (as the stream's error) when the file is
	 * damaged, locked, bomb-like or gone; the signal's reason when aborted. CRC and size are checked at the end:
	 * a consumer has the whole file only when the stream closed without an error.
	 */
	stream(signal: AbortSignal): ReadableStream<Uint8Array>;
	/** Stored entries and folder files only: a slice of what is on disk, no copy, CRC not checked. */
	blob?(): Promise<Blob>;
};

/** What every kind of container lists: files whose path still has the container's own prefix. */
export type ListedFile = SourceFile & { path: string };

/** A zip or a picked folder, listed and not read. */
export type Container = {
	/** Its name as the person knows it. */
	label: string;
	files: ListedFile[];
	/** Entries passed over for `../`, absolute, drive, control-character or overlong names. */
	unsafeNames: number;
};

/** A stream that pulls from a generator: one chunk at a time, nothing ahead of its reader. */
export function streamOf(chunks: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { done, value } = await chunks.next();
				if (done) controller.close();
				else controller.enqueue(value);
			},
			async cancel() {
				await chunks.return();
			},
		},
		{ highWaterMark: 0 },
	);
}
