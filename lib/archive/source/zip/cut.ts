import { type ArchiveProblem, cutShort } from '../../problems';
import { LOCAL, readBytes, viewOf, type ZipBlob } from './bytes';
import { leastSize } from './walk';

/** How much of the beginning is searched for the manifest. */
const SEARCHED = 256 * 1024 * 1024;
const PIECE = 4 * 1024 * 1024;
const HEADER = 30;
const LONGEST_NAME = 512;
/** Packed bytes of the manifest that are inflated: `archiveInfo` stands at its beginning. */
const MANIFEST_START = 64 * 1024;

/** Whether a blob begins as zips do. */
export async function beginsAsZip(zip: ZipBlob): Promise<boolean> {
	const start = await readBytes(zip, 0, 4);
	return start.length === 4 && viewOf(start).getUint32(0, true) === LOCAL;
}

/**
 * The problem of a zip without an end: cut short, with the size it should have where its manifest is still
 * there and tells (`sizeBytes`), else with the least that its headers add up to.
 */
export async function cutProblem(zip: ZipBlob, signal: AbortSignal): Promise<ArchiveProblem> {
	const end = Math.min(zip.blob.size, SEARCHED);
	for (let at = 0; at < end; at += PIECE) {
		signal.throwIfAborted();
		const bytes = await readBytes(zip, at, Math.min(end, at + PIECE + HEADER + LONGEST_NAME));
		const found = manifestIn(bytes);
		if (found === undefined) continue;
		const packed = await readBytes(zip, at + found, at + found + MANIFEST_START);
		const whole = /"sizeBytes"\s*:\s*"?(\d{1,15})\b/.exec(await inflatedStart(packed));
		if (whole && Number(whole[1]) > zip.blob.size)
			return cutShort(zip.label, zip.blob.size, Number(whole[1]));
		break;
	}
	return cutShort(zip.label, zip.blob.size, await leastSize(zip, signal), true);
}

/** Where the local header of `manifest.js` begins. */
function manifestIn(bytes: Uint8Array): number | undefined {
	const view = viewOf(bytes);
	const decoder = new TextDecoder();
	for (let at = bytes.indexOf(0x50); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
		if (at + HEADER > bytes.length) return undefined;
		if (view.getUint32(at, true) !== LOCAL) continue;
		const name = bytes.subarray(at + HEADER, at + HEADER + view.getUint16(at + 26, true));
		if (/(?:^|[/\\])manifest\.js$/i.test(decoder.decode(name))) return at;
	}
	return undefined;
}

/** The first text of an entry whose end may be missing. */
async function inflatedStart(entry: Uint8Array): Promise<string> {
	const view = viewOf(entry);
	const data = entry.subarray(HEADER + view.getUint16(26, true) + view.getUint16(28, true));
	const decoder = new TextDecoder();
	if (view.getUint16(8, true) !== 8) return decoder.decode(data);
	const inflater = new DecompressionStream('deflate-raw');
	const writer = inflater.writable.getWriter();
	const reader = inflater.readable.getReader();
	// What follows the manifest is not part of it, and its end may be missing: both make the inflater fail late.
	const writing = Promise.allSettled([writer.write(data as BufferSource)]);
	const [first] = await Promise.allSettled([reader.read()]);
	// Left early, and waited for by nobody: Firefox may never settle a write whose reader has gone.
	void Promise.allSettled([writing, reader.cancel()]);
	const bytes = first.status === 'fulfilled' ? first.value.value : undefined;
	return bytes ? decoder.decode(bytes) : '';
}
