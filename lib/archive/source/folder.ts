import type { PickedFile } from '../events';
import { type Container, type ListedFile, streamOf } from './file';
import { unreadable } from './zip/bytes';
import { isLitter, safePath } from './zip/names';

/** Lists picked files by their names alone. None is opened. */
export function listFolder(label: string, picked: readonly PickedFile[]): Container {
	const files: ListedFile[] = [];
	let unsafeNames = 0;
	for (const { file, path: given } of picked) {
		// A dropped path begins with a slash: FileSystemEntry.fullPath counts from the drop, not from the disk.
		const path = safePath(given.replace(/^\/+/, ''));
		if (path === undefined) unsafeNames++;
		else if (!isLitter(path)) files.push(new FolderFile(path, file));
	}
	return { label, files, unsafeNames };
}

class FolderFile implements ListedFile {
	path: string;
	readonly size: number;
	readonly #file: File;

	constructor(path: string, file: File) {
		this.path = path;
		this.size = file.size;
		this.#file = file;
	}

	stream(signal: AbortSignal): ReadableStream<Uint8Array> {
		return streamOf(fileChunks(this.#file, this.path, signal));
	}

	async blob(): Promise<Blob> {
		return this.#file;
	}
}

async function* fileChunks(file: File, path: string, signal: AbortSignal) {
	signal.throwIfAborted();
	let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
	try {
		reader = file.stream().getReader();
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			signal.throwIfAborted();
			yield value;
		}
	} catch (error) {
		throw signal.aborted ? error : unreadable(path, error);
	} finally {
		// A file that could not be read has nothing left to cancel.
		await Promise.allSettled([reader?.cancel()]);
	}
}
