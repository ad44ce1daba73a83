import { database, writing } from './database';
import type { ListName, Segment } from './schema';

/** Writes segments n, n + 1, … of a list that nobody reads yet, in one transaction. */
export async function putSegments(
	generation: number,
	list: ListName,
	n: number,
	segments: readonly Segment[],
): Promise<void> {
	await writing(async (db) => {
		const tx = db.transaction('segments', 'readwrite', { durability: 'relaxed' });
		const puts = segments.map((segment, i) => tx.store.put(segment, [generation, list, n + i]));
		await Promise.all([...puts, tx.done]);
	});
}

/** Segment n of a list; absent when the generation was replaced meanwhile (read the directory anew). */
export async function readSegment(
	generation: number,
	list: ListName,
	n: number,
): Promise<Segment | undefined> {
	return (await database()).get('segments', [generation, list, n]);
}

/**
 * Segments by address, in one transaction, in the order asked for; a segment is absent when its generation was
 * replaced meanwhile.
 */
export async function readSegments(
	addresses: readonly (readonly [generation: number, list: ListName, n: number])[],
): Promise<(Segment | undefined)[]> {
	if (addresses.length === 0) return [];
	const { store } = (await database()).transaction('segments');
	return Promise.all(addresses.map((address) => store.get([...address])));
}
