import type { PickedFile } from '../../lib/archive';

/** Files of an input; those of a folder input carry their path in the folder. */
export function fromInput(files: FileList): PickedFile[] {
	return Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/**
 * Files and folders of a drop, with paths. The entries must be taken before the first await: after the event the
 * transfer is empty (HTML standard, "drag data store mode").
 */
export async function fromDrop(transfer: DataTransfer): Promise<PickedFile[]> {
	const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry());
	const files: PickedFile[] = [];
	for (const entry of entries) if (entry) await collect(entry, files);
	return files;
}

async function collect(entry: FileSystemEntry, files: PickedFile[]): Promise<void> {
	if (entry.isFile) {
		const file = await new Promise<File>((resolve, reject) =>
			(entry as FileSystemFileEntry).file(resolve, reject),
		);
		files.push({ file, path: entry.fullPath.replace(/^\//, '') });
		return;
	}
	const reader = (entry as FileSystemDirectoryEntry).createReader();
	for (;;) {
		// A folder is read in batches of about a hundred until an empty one comes.
		const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject),
		);
		if (batch.length === 0) return;
		for (const child of batch) await collect(child, files);
	}
}

/** How a choice is named to the person: the files, or the folder they are in. */
export function namesOf(files: readonly PickedFile[]): string[] {
	return [...new Set(files.map(({ path }) => path.split('/')[0] ?? path))];
}
