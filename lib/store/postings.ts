import { database, writing } from './database';
import type { ListName } from './schema';

/** Writes the index pages of one block in one transaction. */
export async function putPages(
	generation: number,
	list: ListName,
	block: number,
	pages: readonly Uint8Array[],
): Promise<void> {
	await writing(async (db) => {
		const tx = db.transaction('postings', 'readwrite', { durability: 'relaxed' });
		const puts = pages.map((page, i) => tx.store.put(page, [generation, list, block, i]));
		await Promise.all([...puts, tx.done]);
	});
}

/**
 * Index pages by address, in one transaction, in the order asked for; a page is absent when its generation was
 * replaced meanwhile.
 */
export async function readPages(
	addresses: readonly (readonly [
		generation: number,
		list: ListName,
		block: number,
		page: number,
	])[],
): Promise<(Uint8Array | undefined)[]> {
	if (addresses.length === 0) return [];
	const { store } = (await database()).transaction('postings');
	return Promise.all(addresses.map((address) => store.get([...address])));
}
