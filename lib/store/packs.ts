/** Pack files of media in the origin private file system: one file per medium would be 30 to 300 times slower. */
const FOLDER = 'media';

export async function packFolder(): Promise<FileSystemDirectoryHandle> {
	const root = await navigator.storage.getDirectory();
	return root.getDirectoryHandle(FOLDER, { create: true });
}

/** A pack file open for appending. Only dedicated workers have it. */
export type Pack = {
	name: string;
	/** Bytes in it. */
	size(): number;
	append(bytes: Uint8Array): void;
	/** Cuts the file back, after a medium could not be read to its end. */
	truncate(size: number): void;
	/** Brings everything to the disk; only then may rows point into it. */
	flush(): void;
	close(): void;
};

/** Makes a new pack. Fails with `QuotaExceededError` from `append` when the disk is full. */
export async function openPack(name: string): Promise<Pack> {
	const handle = await (await packFolder()).getFileHandle(name, { create: true });
	const access = await handle.createSyncAccessHandle();
	access.truncate(0);
	let size = 0;
	return {
		name,
		size: () => size,
		append(bytes) {
			let done = 0;
			while (done < bytes.length) done += access.write(bytes.subarray(done), { at: size + done });
			size += done;
		},
		truncate(to) {
			access.truncate(to);
			size = to;
		},
		flush: () => access.flush(),
		close: () => access.close(),
	};
}
