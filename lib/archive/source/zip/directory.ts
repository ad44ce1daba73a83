import { archiveProblem } from '../../problems';
import type { Container, ListedFile } from '../file';
import {
	CENTRAL,
	readBytes,
	SIGNATURE_OF_DIRECTORY,
	uint64,
	viewOf,
	type ZipBlob,
	type ZipEntry,
} from './bytes';
import { type DirectoryPlace, findDirectory } from './end';
import { zipFile } from './entry';
import { decodeName, isLitter, safePath } from './names';
import { realOffsets, refuseOverlaps } from './offsets';

/** A directory beyond these is no archive's: the largest known has some 70,000 entries and 8 MB. */
const LARGEST_DIRECTORY = 64 * 1024 * 1024;
const MOST_ENTRIES = 200_000;

const HEADER = 46;
const NONE = 0xffffffff;

/**
 * Lists a zip by its directory alone. No entry is read.
 * @returns undefined when the blob has no end record: not a zip, or cut short
 * @throws ArchiveProblem `broken-directory`, `too-many-files`, `overlap`, `split-zip`, `cut-short`, `unreadable`
 */
export async function listZip(zip: ZipBlob): Promise<Container | undefined> {
	const place = await findDirectory(zip);
	if (!place) return undefined;
	if (place.end - place.start > LARGEST_DIRECTORY || place.count > MOST_ENTRIES) {
		throw archiveProblem('too-many-files', { file: zip.label });
	}
	const { entries, names } = parse(zip, place, await readBytes(zip, place.start, place.end));
	await realOffsets(zip, place, entries);
	refuseOverlaps(zip, place, entries);
	const files: ListedFile[] = [];
	let unsafeNames = 0;
	for (const [i, entry] of entries.entries()) {
		const path = safePath(names[i] ?? '');
		if (path === undefined) unsafeNames++;
		else if (path !== '' && !path.endsWith('/') && !isLitter(path)) {
			entry.path = path;
			files.push(zipFile(zip, entry));
		}
	}
	return { label: zip.label, files, unsafeNames };
}

function parse(zip: ZipBlob, place: DirectoryPlace, bytes: Uint8Array) {
	const view = viewOf(bytes);
	const entries: ZipEntry[] = [];
	const names: string[] = [];
	const broken = () => archiveProblem('broken-directory', { file: zip.label });
	let at = 0;
	while (at + HEADER <= bytes.length && view.getUint32(at, true) === CENTRAL) {
		const nameEnd = at + HEADER + view.getUint16(at + 28, true);
		const extraEnd = nameEnd + view.getUint16(at + 30, true);
		const next = extraEnd + view.getUint16(at + 32, true);
		if (next > bytes.length) throw broken();
		if (entries.length === MOST_ENTRIES)
			throw archiveProblem('too-many-files', { file: zip.label });
		const utf8 = (view.getUint16(at + 8, true) & 0x800) !== 0;
		names.push(decodeName(bytes.subarray(at + HEADER, nameEnd), utf8));
		entries.push(entryAt(view, at, nameEnd, extraEnd));
		at = next;
	}
	const rest = bytes.length - at;
	const signed = rest >= 4 && view.getUint32(at, true) === SIGNATURE_OF_DIRECTORY;
	// Writers without zip64 count modulo 65,536 (the Finder does); the bytes have the last word.
	const counted = place.zip64 ? entries.length : entries.length % 0x1_0000;
	if ((rest > 0 && !signed) || counted !== place.count) throw broken();
	return { entries, names };
}

function entryAt(view: DataView, at: number, extra: number, extraEnd: number): ZipEntry {
	const flags = view.getUint16(at + 8, true);
	const entry: ZipEntry = {
		path: '',
		size: view.getUint32(at + 24, true),
		packed: view.getUint32(at + 20, true),
		crc: view.getUint32(at + 16, true),
		method: view.getUint16(at + 10, true),
		encrypted: (flags & 0x2041) !== 0,
		offset: view.getUint32(at + 42, true),
		limit: 0,
		broken: false,
	};
	if (entry.size === NONE || entry.packed === NONE || entry.offset === NONE) {
		readExtra64(view, entry, extra, extraEnd);
	}
	return entry;
}

/** Zip64 extra field (APPNOTE 4.5.3): only the numbers that do not fit, in this order. */
function readExtra64(view: DataView, entry: ZipEntry, extra: number, extraEnd: number): void {
	for (let at = extra; at + 4 <= extraEnd; ) {
		const end = at + 4 + view.getUint16(at + 2, true);
		if (view.getUint16(at, true) === 1 && end <= extraEnd) {
			let field = at + 4;
			for (const key of ['size', 'packed', 'offset'] as const) {
				if (entry[key] !== NONE) continue;
				if (field + 8 > end) break;
				entry[key] = uint64(view, field);
				field += 8;
			}
			return;
		}
		at = end;
	}
	entry.broken = true;
}
