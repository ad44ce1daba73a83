import type { AccountUri, Announcement } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';

export async function readAnnouncements(): Promise<Announcement[]> {
	return (await database()).getAll('announcements');
}

/** Replaces what the server of one account announces. */
export async function putAnnouncements(
	by: AccountUri,
	announcements: readonly Announcement[],
): Promise<void> {
	await atOnce(['announcements'], async (tx) => {
		const store = tx.objectStore('announcements');
		await store.delete(IDBKeyRange.bound([by], [by, []]));
		for (const one of announcements) await store.put({ ...one, by });
	});
	announce('notices');
}

/** Marks one as read, or as not; says whether it changed. */
export async function markAnnouncement(
	by: AccountUri,
	id: string,
	isRead: boolean,
): Promise<boolean> {
	const changed = await atOnce(['announcements'], async (tx) => {
		const before = await tx.objectStore('announcements').get([by, id]);
		if (!before || (before.read ?? false) === isRead) return false;
		const { read: _read, ...rest } = before;
		await tx.objectStore('announcements').put(isRead ? { ...rest, read: true } : rest);
		return true;
	});
	if (changed) announce('notices');
	return changed;
}
