import type { Screen } from '../../browsers/screen';

/** What an extension has stored, wherever a browser lets it. */
export type Stored = {
	/** Records by `database/store`. */
	records: Readonly<Record<string, number>>;
	/** Files of the origin private file system. */
	files: readonly string[];
	/** Characters and bytes that were looked through. */
	looked: number;
	/** Where the needles were found: `needle in place`. */
	hits: readonly string[];
};

/** Looks through everything stored for the needles (ASCII; upper and lower case are the same). */
export function lookThrough(screen: Screen, needles: readonly string[] = []): Promise<Stored> {
	return screen.evaluate(scan, [...needles]);
}

/** Records that are part of an archive; settings and counters are not. */
export function archiveRecords({ records }: Stored): number {
	return Object.entries(records)
		.filter(([store]) => /\/(generations|segments|postings|media)$/.test(store))
		.reduce((sum, [, count]) => sum + count, 0);
}

/** Runs in the page, so everything it needs is inside. */
async function scan(needles: readonly string[]): Promise<Stored> {
	const wanted = needles.map((needle) => needle.toLowerCase());
	const records: Record<string, number> = {};
	const files: string[] = [];
	const hits = new Set<string>();
	let looked = 0;

	const lookAtText = (place: string, text: string) => {
		looked += text.length;
		const lower = text.toLowerCase();
		for (const needle of wanted) if (lower.includes(needle)) hits.add(`${needle} in ${place}`);
	};
	/** As Latin-1, with and without zeros: finds ASCII in UTF-8 and in UTF-16. */
	const lookAtBytes = (place: string, bytes: Uint8Array) => {
		const text = new TextDecoder('latin1').decode(bytes);
		lookAtText(place, text);
		if (text.includes('\0')) lookAtText(place, text.replaceAll('\0', ''));
	};
	const bytesOf = async (value: object): Promise<Uint8Array | undefined> => {
		if (value instanceof ArrayBuffer) return new Uint8Array(value);
		if (value instanceof Blob) return new Uint8Array(await value.arrayBuffer());
		if (!ArrayBuffer.isView(value)) return undefined;
		return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
	};
	const lookAt = async (place: string, value: unknown): Promise<void> => {
		if (typeof value === 'string') return lookAtText(place, value);
		if (typeof value !== 'object' || value === null) return;
		const bytes = await bytesOf(value);
		if (bytes) return lookAtBytes(place, bytes);
		const inner = value instanceof Map || value instanceof Set ? [...value] : Object.entries(value);
		for (const one of inner.flat()) await lookAt(place, one);
	};
	const answer = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const lookAtFolder = async (path: string, folder: FileSystemDirectoryHandle): Promise<void> => {
		for await (const [name, handle] of folder.entries()) {
			lookAtText(path, name);
			if (handle instanceof FileSystemDirectoryHandle)
				await lookAtFolder(`${path}/${name}`, handle);
			else if (handle instanceof FileSystemFileHandle) {
				files.push(`${path}/${name}`);
				const file = await handle.getFile();
				lookAtBytes(`${path}/${name}`, new Uint8Array(await file.arrayBuffer()));
			}
		}
	};

	for (const { name = '' } of await indexedDB.databases()) {
		const database = await answer(indexedDB.open(name));
		for (const store of database.objectStoreNames) {
			const place = `${name}/${store}`;
			const objects = database.transaction(store).objectStore(store);
			const [keys, values] = await Promise.all([
				answer(objects.getAllKeys()),
				answer(objects.getAll()),
			]);
			records[place] = values.length;
			await lookAt(place, keys);
			for (const value of values) await lookAt(place, value);
		}
		database.close();
	}
	await lookAtFolder('opfs', await navigator.storage.getDirectory());
	await lookAt('localStorage', { ...localStorage });
	await lookAt('sessionStorage', { ...sessionStorage });
	for (const cache of await caches.keys()) records[`caches/${cache}`] = 1;
	type Area = { get(keys: null): Promise<object> };
	const { chrome } = globalThis as unknown as { chrome: { storage: Record<string, Area> } };
	for (const area of ['local', 'session', 'sync']) {
		const held = (await chrome.storage[area]?.get(null)) ?? {};
		records[`storage.${area}`] = Object.keys(held).length;
		await lookAt(`storage.${area}`, held);
	}
	return { records, files, looked, hits: [...hits] };
}
