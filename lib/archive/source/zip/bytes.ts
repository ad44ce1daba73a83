import { ArchiveProblem, archiveProblem } from '../../problems';

/** Signatures of APPNOTE 6.3.10, as little-endian words: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
export const END64 = 0x06064b50;
export const LOCATOR64 = 0x07064b50;
export const SPANNED = 0x08074b50;
export const SIGNATURE_OF_DIRECTORY = 0x05054b50;

/** A zip on disk, or a part of another file that is one. `label` is its name as the person knows it. */
export type ZipBlob = { blob: Blob; label: string };

/** One entry as the directory states it. Sizes and offsets in bytes, from the start of the blob. */
export type ZipEntry = {
	path: string;
	size: number;
	packed: number;
	crc: number;
	/** 0 stored, 8 deflated; all others are refused when read. */
	method: number;
	encrypted: boolean;
	offset: number;
	/** Where the next entry (or the directory) begins: nothing of this one may lie beyond. */
	limit: number;
	/** What the directory states cannot be so: refused when read. */
	broken: boolean;
};

/**
 * Bytes [from, to) of a chosen file.
 * @throws ArchiveProblem `unreadable` when the file was moved, changed or cut since it was chosen
 */
export async function readBytes(zip: ZipBlob, from: number, to: number): Promise<Uint8Array> {
	const end = Math.min(to, zip.blob.size);
	let buffer: ArrayBuffer;
	try {
		buffer = await zip.blob.slice(from, end).arrayBuffer();
	} catch (cause) {
		throw unreadable(zip.label, cause);
	}
	if (buffer.byteLength !== Math.max(0, end - from)) throw unreadable(zip.label);
	return new Uint8Array(buffer);
}

/** A failed read in words; problems that already have words stay what they are. */
export function unreadable(file: string, cause?: unknown): ArchiveProblem {
	return cause instanceof ArchiveProblem ? cause : archiveProblem('unreadable', { file }, cause);
}

export function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A 64-bit number; beyond 2^53 it is no longer exact, and larger than any file all the same. */
export function uint64(view: DataView, at: number): number {
	return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}
