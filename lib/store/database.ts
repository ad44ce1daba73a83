import { type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { MIGRATIONS, type Migration } from './migrations';
import type { Schema } from './schema';

const NAME = 'townsquare';

/**
 * `blocked`: an older page is still open and holds up the upgrade.
 * `outdated`: a newer version wants to upgrade, so this page let go of the database and must be reloaded.
 */
export type ConnectionState = 'open' | 'blocked' | 'outdated';

/** The disk, or what the browser allots, is full. What was stored before is still there. */
export class StoreFull extends Error {
	override name = 'StoreFull';
}

const listeners = new Set<(state: ConnectionState) => void>();
let connection: Promise<IDBPDatabase<Schema>> | undefined;
let state: ConnectionState = 'open';

function enter(next: ConnectionState): void {
	state = next;
	for (const listener of [...listeners]) listener(next);
}

/** Calls back now if something is already wrong, and at each change. Returns how to stop. */
export function onConnection(listener: (state: ConnectionState) => void): () => void {
	listeners.add(listener);
	if (state !== 'open') listener(state);
	return () => {
		listeners.delete(listener);
	};
}

/**
 * The one connection of this page or worker, opened on first use. Waits while an older page blocks the upgrade.
 * Rejects when this page has become outdated.
 */
export function database(): Promise<IDBPDatabase<Schema>> {
	connection ??= openAt(NAME, MIGRATIONS).catch((error: unknown) => {
		connection = undefined;
		throw error;
	});
	return connection;
}

/** Opens `name` at the version that `migrations` lead to. Exported for the tests of the migrations. */
export async function openAt(
	name: string,
	migrations: readonly Migration[],
): Promise<IDBPDatabase<Schema>> {
	let failure: unknown;
	const opening = openDB<Schema>(name, migrations.length, {
		async upgrade(db, oldVersion, _newVersion, transaction) {
			transaction.done.catch((error: unknown) => {
				failure ??= error;
			});
			try {
				for (const migrate of migrations.slice(oldVersion)) await migrate(db);
			} catch (error) {
				// A rejected promise alone would leave a half-made version in place.
				failure = error;
				transaction.abort();
			}
		},
		blocked: () => enter('blocked'),
		blocking(_current, _wanted, event) {
			enter('outdated');
			(event.target as IDBDatabase).close();
		},
		terminated() {
			connection = undefined;
		},
	});
	const opened = await opening.catch((error: unknown) => {
		throw failure ?? error;
	});
	if (state === 'blocked') enter('open');
	return opened;
}

/** Lets go of the connection; the next use opens a new one. For tests and for erasing everything. */
export async function closeDatabase(): Promise<void> {
	const closing = connection;
	connection = undefined;
	if (closing) (await closing).close();
	state = 'open';
}

/** Runs one write and turns a full disk into `StoreFull`. */
export async function writing<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
	try {
		return await work(await database());
	} catch (error) {
		throw isFull(error) ? new StoreFull('the disk is full', { cause: error }) : error;
	}
}

/**
 * Runs one write over several stores: all of it is stored, or nothing when anything throws. `work` waits for nothing
 * but requests of its own transaction.
 */
export function atOnce<N extends StoreNames<Schema>, T>(
	names: readonly N[],
	work: (tx: IDBPTransaction<Schema, N[], 'readwrite'>) => Promise<T>,
): Promise<T> {
	return writing(async (db) => {
		const tx = db.transaction([...names], 'readwrite');
		const done = tx.done.then(
			() => undefined,
			(error: unknown) => ({ error }),
		);
		const result = await work(tx).catch(async (error: unknown) => {
			try {
				tx.abort();
			} catch {
				// It has ended already, by the same failure.
			}
			await done;
			throw error;
		});
		const failed = await done;
		if (failed) throw failed.error;
		return result;
	});
}

/** Chromium and Firefox name it alike, but Firefox may put it in the transaction's error. */
export function isFull(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'QuotaExceededError';
}
