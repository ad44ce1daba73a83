import { surroundings } from '../sessions';
import { putBlob, readBlob } from '../store';

/** Stores bytes under their sha-256, in hex, which it returns; the same bytes are stored once. Throws `StoreFull`. */
export async function putFile(blob: Blob): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
	const file = Array.from(new Uint8Array(digest), (byte) =>
		byte.toString(16).padStart(2, '0'),
	).join('');
	await putBlob(file, blob, surroundings().now());
	return file;
}

/** The bytes of a file; undefined when they are not stored. */
export const readFile = readBlob;
