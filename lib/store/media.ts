import type { AccountUri } from '../model';
import { announce } from './changes';
import { database, writing } from './database';
import { openPack, packFolder } from './packs';
import type { MediaRow } from './schema';

/** Stores the rows of media whose bytes are flushed, in one transaction. */
export async function keepMedia(rows: readonly MediaRow[]): Promise<void> {
	await writing(async (db) => {
		const tx = db.transaction('media', 'readwrite', { durability: 'relaxed' });
		await Promise.all([...rows.map((row) => tx.store.put(row)), tx.done]);
	});
	announce('media');
}

/** All rows of an account: some hundred thousand at most, a few dozen bytes each. */
export async function mediaRows(account: AccountUri): Promise<MediaRow[]> {
	return (await database()).getAll('media', ofAccount(account));
}

function ofAccount(account: AccountUri): IDBKeyRange {
	return IDBKeyRange.bound([account], [account, []]);
}

/** The bytes of a stored medium as a slice of its pack (nothing is copied); absent when it is not stored. */
export async function readMedium(account: AccountUri, name: string): Promise<Blob | undefined> {
	const row = await (await database()).get('media', [account, name]);
	if (!row) return undefined;
	const file = await (await (await packFolder()).getFileHandle(row.pack)).getFile();
	return file.slice(row.start, row.start + row.size, row.type);
}

/**
 * Forgets that import `bit` brought media: rows that no other import brought are deleted. Their bytes go with
 * `copyLiveMedia`.
 */
export async function dropMediaImport(account: AccountUri, bit: number): Promise<void> {
	await writing(async (db) => {
		const tx = db.transaction('media', 'readwrite');
		for (const row of await tx.store.getAll(ofAccount(account))) {
			const imports = row.imports & ~(1 << bit);
			if (imports === row.imports) continue;
			await (imports ? tx.store.put({ ...row, imports }) : tx.store.delete([account, row.name]));
		}
		await tx.done;
	});
	announce('media');
}

/**
 * Rewrites every pack that holds bytes no row points to, so that what was removed is gone from the disk.
 * Only in a dedicated worker, under the lock `import`.
 */
export async function copyLiveMedia(): Promise<void> {
	const folder = await packFolder();
	for await (const name of folder.keys()) {
		const rows = await (await database()).getAllFromIndex('media', 'pack', name);
		const file = await (await folder.getFileHandle(name)).getFile();
		const live = rows.reduce((sum, row) => sum + row.size, 0);
		if (rows.length > 0 && live < file.size) await movePack(file, rows);
	}
	await sweepPacks();
}

async function movePack(file: File, rows: readonly MediaRow[]): Promise<void> {
	const pack = await openPack(`${crypto.randomUUID()}.pack`);
	try {
		const moved: MediaRow[] = [];
		for (const row of rows) {
			const start = pack.size();
			const bytes = await file.slice(row.start, row.start + row.size).arrayBuffer();
			pack.append(new Uint8Array(bytes));
			moved.push({ ...row, pack: pack.name, start });
		}
		pack.flush();
		await keepMedia(moved);
	} finally {
		pack.close();
	}
}

/** Deletes packs that no row points to. Only under the lock `import`: an import writes bytes before rows. */
export async function sweepPacks(): Promise<void> {
	const db = await database();
	const folder = await packFolder();
	const unused: string[] = [];
	for await (const name of folder.keys()) {
		if ((await db.getKeyFromIndex('media', 'pack', name)) === undefined) unused.push(name);
	}
	for (const name of unused) await folder.removeEntry(name);
}
