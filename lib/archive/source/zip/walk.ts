import { CENTRAL, LOCAL, readBytes, uint64, viewOf, type ZipBlob } from './bytes';

const HEADER = 30;
const LARGEST = HEADER + 2 * 0xffff;
const DIRECTORY_HEADER = 46;
const END_SIZE = 22;
const NONE = 0xffffffff;
/** Each costs a read from disk: some seconds in all. */
const MOST_ENTRIES = 20_000;

/**
 * The bytes that a zip without its end must have had at least, by the headers of its entries: the last of them
 * says how long it is, and each has a line in the directory.
 * @returns undefined when the headers do not say (data descriptors) or are too many to look at
 */
export async function leastSize(zip: ZipBlob, signal: AbortSignal): Promise<number | undefined> {
	let directory = END_SIZE;
	let at = 0;
	for (let entries = 0; entries < MOST_ENTRIES; entries++) {
		signal.throwIfAborted();
		const bytes = await readBytes(zip, at, Math.min(zip.blob.size, at + LARGEST));
		if (bytes.length < HEADER) return at + directory;
		const view = viewOf(bytes);
		const signature = view.getUint32(0, true);
		if (signature === CENTRAL) return at + directory;
		if (signature !== LOCAL || view.getUint16(6, true) & 8) return undefined;
		const name = view.getUint16(26, true);
		const extra = view.getUint16(28, true);
		const packed = packedSize(view, HEADER + name, extra);
		if (packed === undefined) return undefined;
		directory += DIRECTORY_HEADER + name;
		at += HEADER + name + extra + packed;
	}
	return undefined;
}

/** Zip64 states both sizes in its extra field, the packed one second (APPNOTE 4.5.3). */
function packedSize(view: DataView, extra: number, length: number): number | undefined {
	const packed = view.getUint32(18, true);
	if (packed !== NONE) return packed;
	for (let at = extra; at + 4 <= Math.min(view.byteLength, extra + length); ) {
		const size = view.getUint16(at + 2, true);
		if (view.getUint16(at, true) === 1 && size >= 16 && at + 20 <= view.byteLength)
			return uint64(view, at + 12);
		at += 4 + size;
	}
	return undefined;
}
