import type { Post, PostUri, StoredPost } from '../model';
import type { Generation, ImportRecord, Segment } from './schema';

/** One wording of a post and the bitset of the imports that brought exactly it. */
export type StoredVersion = { i: number; p: Post };

/** A record of a segment: the version of the newest import first. */
export type Stored = { v: readonly StoredVersion[] };

const decoder = new TextDecoder();

/**
 * The number of an archive's key (`tw:123`, `twlike:123` → 123n): segments are ordered and found by it. Undefined
 * for the key of a live post, whatever it ends in.
 */
export function keyNumber(key: PostUri): bigint | undefined {
	const digits = /^tw(?:like)?:(\d{1,19})$/.exec(key)?.[1];
	return digits === undefined ? undefined : BigInt(digits);
}

export function recordBytes(segment: Segment, i: number): Uint8Array {
	return segment.bytes.subarray(segment.ends[i - 1] ?? 0, segment.ends[i]);
}

/** Record i as it is stored, all versions. */
export function decodeStored(segment: Segment, i: number): Stored {
	return JSON.parse(decoder.decode(recordBytes(segment, i))) as Stored;
}

/** Record i of a segment of `generation` as readers want it. About 5 µs. */
export function decodeRecord(segment: Segment, i: number, generation: Generation): StoredPost {
	const { v } = decodeStored(segment, i);
	const shown = v[0];
	if (!shown) throw new Error('a record without a version');
	const prefix = shown.p.key.slice(0, shown.p.key.lastIndexOf(':') + 1);
	const newest = newestImport(generation.imports);
	const known = v.reduce((bits, version) => bits | version.i, 0);
	return {
		post: shown.p,
		owner: generation.account.key,
		sortAt: segment.sortAt[i] ?? 0,
		replies: (segment.replies.get(i) ?? []).map((id) => prefix + id),
		...(newest && !(known & (1 << newest.bit)) ? { gone: true as const } : {}),
	};
}

/** The import whose archive was made last: its counts are shown, and what it lacks is gone since. */
export function newestImport(imports: readonly ImportRecord[]): ImportRecord | undefined {
	return imports.reduce<ImportRecord | undefined>(
		(best, one) => (best && best.archiveDate >= one.archiveDate ? best : one),
		undefined,
	);
}
