import type { StoredPost } from '../model';
import { decodeRecord, type Generation, type ListName, readSegment, type Segment } from '../store';
import { type Cursor, countBefore, lastSegmentBefore } from './position';

/** A segment was gone: its generation was replaced after its directory had been read. */
export class Replaced extends Error {}

/**
 * One list of one archive from the cursor back in time, record by record: a segment is read when the one before
 * it is used up, a record is decoded when it is asked for.
 */
export async function* history(
	generation: Generation,
	list: ListName,
	before: Cursor | undefined,
): AsyncGenerator<StoredPost, void> {
	const directory = generation.lists[list];
	for (let n = lastSegmentBefore(directory, before); n >= 0; n--) {
		const segment = await segmentOf(generation, list, n);
		for (let i = countBefore(segment, before) - 1; i >= 0; i--)
			yield decodeRecord(segment, i, generation);
	}
}

/** The record with an id; a directory names the few segments (mostly one) whose ids span it. */
async function recordWithId(
	generation: Generation,
	list: ListName,
	id: bigint,
): Promise<StoredPost | undefined> {
	const { minId, maxId } = generation.lists[list];
	for (let n = 0; n < minId.length; n++) {
		if (id < (minId[n] ?? 0n) || id > (maxId[n] ?? 0n)) continue;
		const segment = await segmentOf(generation, list, n);
		const i = segment.ids.indexOf(id);
		if (i >= 0) return decodeRecord(segment, i, generation);
	}
	return undefined;
}

async function segmentOf(generation: Generation, list: ListName, n: number): Promise<Segment> {
	const segment = await readSegment(generation.id, list, n);
	if (!segment) throw new Replaced('the generation was replaced');
	return segment;
}

/** The record with an id in the first archive that holds it. */
export async function recordIn(
	all: readonly Generation[],
	list: ListName,
	id: bigint,
): Promise<StoredPost | undefined> {
	for (const generation of all) {
		const found = await recordWithId(generation, list, generation.aliases.get(id) ?? id);
		if (found) return found;
	}
	return undefined;
}
