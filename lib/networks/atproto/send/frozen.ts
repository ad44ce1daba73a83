import type { Json } from '../../json';
import type { Prepared } from '../../sender';

/** https://atproto.com/specs/data-model#blob-type, as the server gave it. */
export type BlobRef = { $type: 'blob'; ref: { $link: string }; mimeType: string; size: number };

/** One record of mine; without `record` it shall be gone. `{$file: sha256}` stands where a blob will. */
export type Write = { collection: string; rkey: string; record?: Json };

/** All that is sent, whenever and however often it is: nothing in it is made anew. JSON. */
export type Frozen = {
	/** The first is what the work is about. */
	writes: readonly [Write, ...Write[]];
	/** Of an edit: the version that it changes, by its CID. */
	swap?: string;
	/** By the file's sha-256. */
	blobs: Readonly<Record<string, BlobRef>>;
};

/** What this adapter itself had stored. */
export const frozenOf = ({ frozen }: Prepared): Frozen => frozen as Frozen;

/** A record with its blobs in place. */
export function filled(value: unknown, blobs: Frozen['blobs']): unknown {
	if (Array.isArray(value)) return value.map((one) => filled(one, blobs));
	if (typeof value !== 'object' || value === null) return value;
	if ('$file' in value) {
		const blob = blobs[String(value.$file)];
		if (!blob) throw new Error('a file was not uploaded before its post');
		return blob;
	}
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, blobs)]));
}

/** Whether two values of JSON say the same, in whatever order. */
export function sameJson(one: unknown, other: unknown): boolean {
	return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

function inOrder(_: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
