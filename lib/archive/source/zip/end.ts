import { archiveProblem } from '../../problems';
import { CENTRAL, END, END64, LOCATOR64, readBytes, uint64, viewOf, type ZipBlob } from './bytes';

/** Where the directory of a zip lies. All in bytes from the start of the blob. */
export type DirectoryPlace = {
	start: number;
	end: number;
	/** Entries that the end record counts; modulo 65,536 when the zip is not zip64. */
	count: number;
	zip64: boolean;
	/** How much further behind the directory lies than its record says: junk before the zip, or bytes lost. */
	shift: number;
};

const END_SIZE = 22;
const LOCATOR_SIZE = 20;
const END64_SIZE = 56;
const LONGEST_COMMENT = 0xffff;
/** End records tried, last first: a comment may hold bytes that look like one. */
const MOST_CANDIDATES = 16;

/**
 * Finds the directory by the end record (APPNOTE 4.3.14 to 4.3.16), zip64 or not, behind a comment of any
 * length, and after junk of any length.
 * @returns undefined when there is no end record: not a zip, or one that was cut short
 * @throws ArchiveProblem `split-zip`, `broken-directory`, `unreadable`
 */
export async function findDirectory(zip: ZipBlob): Promise<DirectoryPlace | undefined> {
	const { size } = zip.blob;
	const tailStart = Math.max(0, size - END_SIZE - LONGEST_COMMENT - LOCATOR_SIZE - END64_SIZE);
	const tail = viewOf(await readBytes(zip, tailStart, size));
	let failure: unknown;
	let tried = 0;
	for (let at = tail.byteLength - END_SIZE; at >= 0 && tried < MOST_CANDIDATES; at--) {
		if (tail.getUint8(at) !== 0x50 || tail.getUint32(at, true) !== END) continue;
		if (at + END_SIZE + tail.getUint16(at + 20, true) > tail.byteLength) continue;
		tried++;
		try {
			return await placeOf(zip, tail, at, tailStart);
		} catch (error) {
			failure ??= error;
		}
	}
	if (failure) throw failure;
	return undefined;
}

async function placeOf(zip: ZipBlob, tail: DataView, at: number, tailStart: number) {
	const locator = at - LOCATOR_SIZE;
	const zip64 = locator >= 0 && tail.getUint32(locator, true) === LOCATOR64;
	if (zip64) return await place64(zip, tail, locator, tailStart);
	const disks = tail.getUint16(at + 4, true) | tail.getUint16(at + 6, true);
	if (disks !== 0) throw archiveProblem('split-zip', { file: zip.label });
	const count = tail.getUint16(at + 10, true);
	const size = tail.getUint32(at + 12, true);
	const offset = tail.getUint32(at + 16, true);
	return await verified(zip, { end: tailStart + at, count, size, offset, zip64 });
}

async function place64(zip: ZipBlob, tail: DataView, locator: number, tailStart: number) {
	if (tail.getUint32(locator + 16, true) > 1)
		throw archiveProblem('split-zip', { file: zip.label });
	// The record lies right before its locator unless it has an extension; then only the stated place helps.
	const places = [tailStart + locator - END64_SIZE, uint64(tail, locator + 8)];
	for (const place of places) {
		if (place < 0 || place + END64_SIZE > zip.blob.size) continue;
		const record = viewOf(await readBytes(zip, place, place + END64_SIZE));
		if (record.getUint32(0, true) !== END64) continue;
		if (record.getUint32(16, true) | record.getUint32(20, true)) {
			throw archiveProblem('split-zip', { file: zip.label });
		}
		const count = uint64(record, 32);
		const size = uint64(record, 40);
		return await verified(zip, {
			end: place,
			count,
			size,
			offset: uint64(record, 48),
			zip64: true,
		});
	}
	throw archiveProblem('broken-directory', { file: zip.label });
}

type Stated = { end: number; count: number; size: number; offset: number; zip64: boolean };

/** Holds what the end record states against the bytes: the directory must begin where it says. */
async function verified(zip: ZipBlob, stated: Stated): Promise<DirectoryPlace> {
	const { end, count, size, offset, zip64 } = stated;
	const start = end - size;
	const first = start < 0 ? undefined : viewOf(await readBytes(zip, start, start + 4));
	const begins = size === 0 || (first?.byteLength === 4 && first.getUint32(0, true) === CENTRAL);
	if (start < 0 || !begins) throw archiveProblem('broken-directory', { file: zip.label });
	return { start, end, count, zip64, shift: start - offset };
}
