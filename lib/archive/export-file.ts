const FOLDER = 'export';
const LOCK = 'export';

/** An empty folder for the next export; what an earlier one left in it is deleted. */
export async function emptyExportFolder(): Promise<FileSystemDirectoryHandle> {
	await dropExport();
	const root = await navigator.storage.getDirectory();
	return root.getDirectoryHandle(FOLDER, { create: true });
}

/** Deletes the exported file: it holds every post, so it must not outlive its download or what it was made of. */
export async function dropExport(): Promise<void> {
	const root = await navigator.storage.getDirectory();
	for await (const name of root.keys()) {
		if (name === FOLDER) await root.removeEntry(FOLDER, { recursive: true });
	}
}

/** Says that this tab makes or offers an export, until the answered function is called. */
export function holdExport(): () => void {
	let letGo = () => {};
	const held = new Promise<void>((resolve) => {
		letGo = resolve;
	});
	void navigator.locks.request(LOCK, { mode: 'shared' }, () => held);
	return letGo;
}

/** At the start of a tab: deletes what a closed tab left behind, unless another tab makes or offers an export. */
export async function sweepExport(): Promise<void> {
	await navigator.locks.request(LOCK, { ifAvailable: true }, async (free) => {
		if (free) await dropExport();
	});
}
