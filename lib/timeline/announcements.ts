import type { AccountUri, Announcement } from '../model';
import { asking } from '../sessions';
import { markAnnouncement, putAnnouncements, readAnnouncements } from '../store';
import { never } from './locks';

/** What the servers of my accounts announce and has not ended, newest first. */
export async function announcements(): Promise<Announcement[]> {
	const now = Date.now();
	return (await readAnnouncements())
		.filter(({ endsAt }) => endsAt === undefined || endsAt > now)
		.sort((a, b) => b.publishedAt - a.publishedAt);
}

export async function fetchAnnouncements(
	by: AccountUri,
	signal: AbortSignal = never(),
): Promise<void> {
	await asking(
		by,
		async (network, session, io) => {
			const found = await network.announcements?.(session, io);
			io.signal.throwIfAborted();
			if (found) await putAnnouncements(by, found);
		},
		signal,
	);
}

/** Marks an announcement as read: at once here, then on its server; a refusal undoes it and is thrown. */
export async function readAnnouncement(
	by: AccountUri,
	id: string,
	signal: AbortSignal = never(),
): Promise<void> {
	if (!(await markAnnouncement(by, id, true))) return;
	try {
		await asking(
			by,
			async (network, session, io) => {
				await network.react?.(session, { type: 'readAnnouncement', id }, io);
			},
			signal,
		);
	} catch (error) {
		await markAnnouncement(by, id, false);
		throw error;
	}
}
