import { archiveProblem } from '../../problems';

/** OPFS folder of inflated inner zips. Nothing else lives in it, so that sweeping is removing it. */
const FOLDER = 'unzip';
/** Bytes gathered per write: single chunks of 16 KiB make writing three times slower. */
const BATCH = 1024 * 1024;

/** A file on disk that is gone after `remove`. */
export type TemporaryFile = { file: File; remove(): Promise<void> };

/**
 * Writes a stream to a temporary file of the origin's private file system.
 * @param name the zip that is inflated, as the person knows it
 * @throws ArchiveProblem `no-space` when the disk or the quota is full, `inner-zip` when the browser offers no
 * such place (a private window); the stream's own error otherwise. Nothing stays behind.
 */
export async function writeTemporary(
	stream: ReadableStream<Uint8Array>,
	name: string,
): Promise<TemporaryFile> {
	const folder = await openFolder(name);
	const id = `${crypto.randomUUID()}.zip`;
	const remove = () => folder.removeEntry(id);
	const handle = await folder.getFileHandle(id, { create: true });
	try {
		await fill(await handle.createWritable(), stream);
		return { file: await handle.getFile(), remove };
	} catch (error) {
		await remove();
		throw isFull(error) ? archiveProblem('no-space', { file: name }, error) : error;
	}
}

/** Removes what a killed tab left behind. Call it before an import, under the lock that imports hold. */
export async function sweepTemporary(): Promise<void> {
	if (!globalThis.navigator?.storage?.getDirectory) return;
	try {
		const root = await navigator.storage.getDirectory();
		await root.removeEntry(FOLDER, { recursive: true });
	} catch (error) {
		if (!isNamed(error, 'NotFoundError', 'SecurityError')) throw error;
	}
}

async function openFolder(name: string): Promise<FileSystemDirectoryHandle> {
	try {
		const root = await navigator.storage.getDirectory();
		return await root.getDirectoryHandle(FOLDER, { create: true });
	} catch (cause) {
		throw archiveProblem('inner-zip', { file: name }, cause);
	}
}

async function fill(
	target: FileSystemWritableFileStream,
	stream: ReadableStream<Uint8Array>,
): Promise<void> {
	const reader = stream.getReader();
	const batch = new Uint8Array(BATCH);
	let filled = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			if (filled + value.length > BATCH) {
				await target.write(batch.subarray(0, filled));
				filled = 0;
			}
			if (value.length > BATCH) await target.write(value as BufferSource);
			else {
				batch.set(value, filled);
				filled += value.length;
			}
		}
		await target.write(batch.subarray(0, filled));
		await target.close();
	} catch (error) {
		// Both may have failed already, which is why they are ended; the error that did it is the one that counts.
		await Promise.allSettled([reader.cancel(error), target.abort(error)]);
		throw error;
	}
}

function isFull(error: unknown): boolean {
	return isNamed(error, 'QuotaExceededError');
}

function isNamed(error: unknown, ...names: string[]): boolean {
	return error instanceof Error && names.includes(error.name);
}
