import { IDBFactory } from 'fake-indexeddb';
import type { Correction } from '../model';
import 'fake-indexeddb/auto';
import type { IDBPDatabase } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	type ConnectionState,
	closeDatabase,
	isFull,
	onConnection,
	openAt,
	StoreFull,
	writing,
} from './database';
import { MIGRATIONS, type Migration } from './migrations';
import type { Schema } from './schema';

/** A next version, as a later release will bring one. */
const next: Migration = (database) => {
	(database as unknown as IDBDatabase).createObjectStore('later');
};
const states: ConnectionState[] = [];
let stop = () => {};
const open: IDBPDatabase<Schema>[] = [];

async function openHere(migrations: readonly Migration[]) {
	const database = await openAt('test', migrations);
	open.push(database);
	return database;
}

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	states.length = 0;
	stop = onConnection((state) => states.push(state));
});
afterEach(async () => {
	stop();
	for (const database of open.splice(0)) database.close();
	await closeDatabase();
});

describe('migrations', () => {
	it('1 makes every store of the schema', async () => {
		const database = await openHere(MIGRATIONS.slice(0, 1));
		expect([...database.objectStoreNames]).toEqual([
			'counters',
			'generations',
			'media',
			'postings',
			'segments',
			'settings',
		]);
		expect([...database.transaction('media').store.indexNames]).toEqual(['pack']);
	});

	it('3 adds charters to what 2 left, and touches nothing else', async () => {
		const before = await openHere(MIGRATIONS.slice(0, 2));
		expect([...before.objectStoreNames]).not.toContain('charters');
		await before.put('settings', 'de', 'language');
		const names = [...before.objectStoreNames];
		before.close();
		const after = await openHere(MIGRATIONS.slice(0, 3));
		expect([...after.objectStoreNames]).toEqual([...names, 'charters'].sort());
		expect(await after.get('settings', 'language')).toBe('de');
		const row = { host: 'linde.example', readAt: 2, since: 1 };
		await after.put('charters', row);
		expect(await after.get('charters', ['linde.example', 1])).toEqual(row);
	});

	it('4 adds what the outbox keeps to what 3 left, and touches nothing else', async () => {
		const before = await openHere(MIGRATIONS.slice(0, 5));
		await before.put('settings', 'de', 'language');
		const names = [...before.objectStoreNames];
		before.close();
		const after = await openHere(MIGRATIONS.slice(0, 6));
		const added = ['blobs', 'deliveries', 'drafts'];
		expect([...after.objectStoreNames]).toEqual([...names, ...added].sort());
		expect(await after.get('settings', 'language')).toBe('de');
		expect([...after.transaction('deliveries').store.indexNames]).toEqual([
			'createdAt',
			'draft',
			'state',
			'target',
			'uri',
		]);
	});

	it('5 adds what norms need to what the outbox left, and touches nothing else', async () => {
		const before = await openHere(MIGRATIONS.slice(0, 6));
		await before.put('settings', 'de', 'language');
		const names = [...before.objectStoreNames];
		before.close();
		const after = await openHere(MIGRATIONS.slice(0, 7));
		const added = ['corrections', 'reach', 'ruleVersions', 'standings'];
		expect([...after.objectStoreNames]).toEqual([...names, ...added].sort());
		expect(await after.get('settings', 'language')).toBe('de');
		const correction: Correction = {
			host: 'a.example',
			rule: '1',
			sentence: 'Be kind.',
			class: 'conduct',
			readings: [],
			at: 1,
		};
		await after.put('corrections', correction);
		expect(await after.get('corrections', ['a.example', 'Be kind.'])).toEqual(correction);
	});

	it('run from where the stored version ends, and keep what is stored', async () => {
		const before = await openHere(MIGRATIONS);
		await before.put('settings', 'de', 'language');
		before.close();
		const after = await openHere([...MIGRATIONS, next]);
		expect(after.version).toBe(MIGRATIONS.length + 1);
		expect(await after.get('settings', 'language')).toBe('de');
	});

	it('undo themselves when one fails', async () => {
		const broken: Migration = () => {
			throw new Error('planted');
		};
		const before = await openHere(MIGRATIONS);
		await before.put('settings', 'de', 'language');
		before.close();
		await expect(openHere([...MIGRATIONS, next, broken])).rejects.toThrow();
		const after = await openHere(MIGRATIONS);
		expect(after.version).toBe(MIGRATIONS.length);
		expect(await after.get('settings', 'language')).toBe('de');
	});
});

describe('several tabs', () => {
	it('an old tab lets go of the database and says so, and the new one goes on', async () => {
		await openHere(MIGRATIONS);
		const newer = await openHere([...MIGRATIONS, next]);
		expect(newer.version).toBe(MIGRATIONS.length + 1);
		expect(states).toContain('outdated');
	});

	it('a tab that does not let go blocks the upgrade: the new one says so, waits, and goes on', async () => {
		const stubborn = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('test', MIGRATIONS.length);
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const blocked = new Promise<void>((resolve) => {
			onConnection((state) => state === 'blocked' && resolve());
		});
		const opening = openHere([...MIGRATIONS, next]);
		await blocked;
		stubborn.close();
		expect((await opening).version).toBe(MIGRATIONS.length + 1);
		expect(states.slice(-2)).toEqual(['blocked', 'open']);
	});

	it('an older version of the extension cannot open what a newer one wrote', async () => {
		(await openHere([...MIGRATIONS, next])).close();
		await expect(openHere(MIGRATIONS)).rejects.toMatchObject({ name: 'VersionError' });
	});
});

describe('a full disk', () => {
	it('is told from other errors', async () => {
		const full = new DOMException('', 'QuotaExceededError');
		expect(isFull(full)).toBe(true);
		await expect(writing(() => Promise.reject(full))).rejects.toBeInstanceOf(StoreFull);
		const other = new DOMException('', 'DataError');
		await expect(writing(() => Promise.reject(other))).rejects.toBe(other);
	});
});
