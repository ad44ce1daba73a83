import type { IDBPDatabase } from 'idb';
import type { Schema } from './schema';

/** Runs inside the version change transaction; may be async only through that transaction's own requests. */
export type Migration = (database: IDBPDatabase<Schema>) => void | Promise<void>;

/**
 * Migration n brings the database from version n to n + 1. Never edited once released: a change is a new one.
 * Each has a test that opens what the one before left.
 */
export const MIGRATIONS: readonly Migration[] = [
	function archiveAndSettings(database) {
		database.createObjectStore('generations');
		database.createObjectStore('segments');
		database.createObjectStore('postings');
		const media = database.createObjectStore('media', { keyPath: ['account', 'name'] });
		media.createIndex('pack', 'pack');
		database.createObjectStore('settings');
		database.createObjectStore('counters');
	},
];
