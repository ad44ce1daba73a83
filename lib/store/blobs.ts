import type { IDBPObjectStore, StoreNames } from 'idb';
import type { Delivery, Draft, Instant } from '../model';
import { atOnce, database, writing } from './database';
import type { Schema } from './schema';

/** A file that nothing names any more is kept this long: a page may just be about to name it. */
const KEPT_MS = 24 * 60 * 60_000;

/** Stores bytes under their sha-256; the same bytes are stored once. Throws `StoreFull`. */
export async function putBlob(file: string, blob: Blob, now: Instant): Promise<void> {
	await writing((db) => db.put('blobs', { file, blob, at: now }));
}

export async function readBlob(file: string): Promise<Blob | undefined> {
	return (await (await database()).get('blobs', file))?.blob;
}

/** Deletes files that no draft and no delivery names. */
export async function sweepBlobs(now: Instant): Promise<void> {
	await atOnce(['blobs', 'drafts', 'deliveries'], async (tx) => {
		const named = await namedFiles({
			drafts: tx.objectStore('drafts'),
			deliveries: tx.objectStore('deliveries'),
		});
		const blobs = tx.objectStore('blobs');
		for (const { file, at } of await blobs.getAll()) {
			if (!named.has(file) && now - at > KEPT_MS) await blobs.delete(file);
		}
	});
}

export type Store<N extends StoreNames<Schema>> = IDBPObjectStore<
	Schema,
	StoreNames<Schema>[],
	N,
	'readwrite'
>;
/** The stores of what goes out, inside a transaction of anybody's. */
export type OutgoingStores = { [N in 'deliveries' | 'drafts' | 'blobs']: Store<N> };

/** Files that a draft or a delivery names. */
export async function namedFiles({
	drafts,
	deliveries,
}: Pick<OutgoingStores, 'drafts' | 'deliveries'>): Promise<ReadonlySet<string>> {
	return new Set([
		...(await drafts.getAll()).flatMap(filesOf),
		...(await deliveries.getAll()).flatMap(filesOfDelivery),
	]);
}

export function filesOfDelivery({ content }: Delivery): string[] {
	return content?.media?.map(({ file }) => file) ?? [];
}

function filesOf({ media, own }: Draft): string[] {
	const smaller = Object.values(own).flatMap(({ files = {} }) => Object.values(files));
	return [
		...media.flatMap(({ file, original }) => [file, original ?? file]),
		...smaller.map(({ file }) => file),
	];
}
