import { archiveProblem, cutShort } from '../../problems';
import { LOCAL, readBytes, viewOf, type ZipBlob, type ZipEntry } from './bytes';
import type { DirectoryPlace } from './end';

const LOCAL_HEADER = 30;
const WRAP = 0x1_0000_0000;

/**
 * Turns stated offsets into places in the blob. Two habits are undone: junk in front of a zip shifts all of
 * them; the macOS Finder writes zips over 4 GiB without zip64, so that offsets begin again at 0.
 * @throws ArchiveProblem `cut-short` when the zip lost its beginning, `broken-directory` when the record lies
 */
export async function realOffsets(
	zip: ZipBlob,
	place: DirectoryPlace,
	entries: readonly ZipEntry[],
): Promise<void> {
	const { shift } = place;
	if (shift === 0) return;
	const stated = entries[0]?.offset ?? 0;
	const isShifted = shift > 0 && (await beginsAt(zip, stated + shift));
	const isStated = !isShifted && (await beginsAt(zip, stated));
	if (isStated && !place.zip64 && shift > 0 && shift % WRAP === 0) unwrap(entries);
	else if (isStated) throw archiveProblem('broken-directory', { file: zip.label });
	else if (shift < 0) throw cutShort(zip.label, zip.blob.size, zip.blob.size - shift);
	else for (const entry of entries) entry.offset += shift;
}

function unwrap(entries: readonly ZipEntry[]): void {
	let base = 0;
	let before = 0;
	for (const entry of entries) {
		if (entry.offset < before) base += WRAP;
		before = entry.offset;
		entry.offset += base;
	}
}

async function beginsAt(zip: ZipBlob, offset: number): Promise<boolean> {
	const bytes = await readBytes(zip, offset, offset + 4);
	return bytes.length === 4 && viewOf(bytes).getUint32(0, true) === LOCAL;
}

/**
 * Refuses a zip whose entries share bytes (the trick of bombs that unpack to more than 1032 times their size),
 * and marks entries that lie outside of the file. Sets `limit` of each entry.
 * @throws ArchiveProblem `overlap`
 */
export function refuseOverlaps(
	zip: ZipBlob,
	place: DirectoryPlace,
	entries: readonly ZipEntry[],
): void {
	const inside: ZipEntry[] = [];
	for (const entry of entries) {
		const end = entry.offset + LOCAL_HEADER + entry.packed;
		if (end > place.start) entry.broken = true;
		if (!entry.broken) inside.push(entry);
	}
	const sorted = inside.every((entry, i) => i === 0 || (inside[i - 1]?.offset ?? 0) < entry.offset);
	if (!sorted) inside.sort((a, b) => a.offset - b.offset);
	for (const [i, entry] of inside.entries()) {
		entry.limit = inside[i + 1]?.offset ?? place.start;
		if (entry.offset + LOCAL_HEADER + entry.packed > entry.limit) {
			throw archiveProblem('overlap', { file: zip.label });
		}
	}
}
