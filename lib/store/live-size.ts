import { database } from './database';

/** Rows of each store that are weighed; the others are taken to be like them. */
const WEIGHED = 200;
const STORES = ['posts', 'entries', 'liveSegments'] as const;

/**
 * Bytes that posts of networks take, ready and packed, without their pictures and their part of the index: about, by a
 * sample, as text. Counts rows: seconds for a hundred thousand.
 */
export async function liveBytes(): Promise<number> {
	const tx = (await database()).transaction([...STORES]);
	const sizes = await Promise.all(
		STORES.map(async (name) => {
			const store = tx.objectStore(name);
			const [count, rows] = await Promise.all([store.count(), store.getAll(null, WEIGHED)]);
			const sum = (rows as readonly unknown[]).reduce<number>((all, row) => all + bytesOf(row), 0);
			return rows.length === 0 ? 0 : (sum / rows.length) * count;
		}),
	);
	return Math.round(sizes.reduce((sum, size) => sum + size, 0));
}

function bytesOf(row: unknown): number {
	return new TextEncoder().encode(JSON.stringify(row)).byteLength;
}
