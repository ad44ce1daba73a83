import type { Instant } from '../model';
import { announce } from './changes';
import { database, writing } from './database';
import type { PendingRow } from './live-schema';

/** How long a person may take at the server's form. */
const PENDING_MS = 30 * 60_000;

const isOver = (row: PendingRow, now: Instant) => now - row.at > PENDING_MS || row.at > now;

/** Stores a sign-in that waits for its callback, and drops those that waited too long. */
export async function putPending(row: PendingRow): Promise<void> {
	await writing(async (db) => {
		const tx = db.transaction('pending', 'readwrite');
		for (const old of await tx.store.getAll()) {
			if (isOver(old, row.at)) await tx.store.delete(old.state);
		}
		await tx.store.put(row);
		await tx.done;
	});
	announce('sessions');
}

/** Takes a waiting sign-in out: once, however many ask. Undefined when there is none, or it waited too long. */
export async function takePending(state: string, now: Instant): Promise<PendingRow | undefined> {
	const row = await writing(async (db) => {
		const tx = db.transaction('pending', 'readwrite');
		const found = await tx.store.get(state);
		await tx.store.delete(state);
		await tx.done;
		return found;
	});
	announce('sessions');
	return row && !isOver(row, now) ? row : undefined;
}

/** Leaves the server's answer for the page that waits for it. False when nobody waits, or it has one already. */
export async function answerPending(
	state: string,
	callback: string,
	now: Instant,
): Promise<boolean> {
	const taken = await writing(async (db) => {
		const tx = db.transaction('pending', 'readwrite');
		const row = await tx.store.get(state);
		const waits = row !== undefined && !isOver(row, now) && row.callback === undefined;
		if (waits) await tx.store.put({ ...row, callback });
		await tx.done;
		return waits;
	});
	if (taken) announce('sessions');
	return taken;
}

/** Undefined when nobody waits under this state. */
export async function readPending(state: string): Promise<PendingRow | undefined> {
	return (await database()).get('pending', state);
}
