import type { AccountUri, Announcement } from '../model';
import { asking, sessions } from '../sessions';
import { markAnnouncement, putAnnouncements, readAnnouncements } from '../store';
import { never } from './locks';

/** What a server tells everybody, once, whatever number of accounts I have there: `by` are those. */
export type ShownAnnouncement = Omit<Announcement, 'by'> & {
	host: string;
	by: readonly AccountUri[];
};

/** What the servers of my accounts announce and has not ended, newest first. Read through one account is read. */
export async function announcements(): Promise<ShownAnnouncement[]> {
	const now = Date.now();
	const [rows, mine] = await Promise.all([readAnnouncements(), sessions()]);
	const shown = new Map<string, ShownAnnouncement>();
	for (const { by, ...row } of rows) {
		const host = mine.find(({ account }) => account === by)?.host;
		if (host === undefined || (row.endsAt !== undefined && row.endsAt <= now)) continue;
		const before = shown.get(`${host} ${row.id}`);
		const read = row.read ?? before?.read;
		shown.set(`${host} ${row.id}`, {
			...row,
			host,
			by: [...(before?.by ?? []), by],
			...(read ? { read } : {}),
		});
	}
	return [...shown.values()].sort((a, b) => b.publishedAt - a.publishedAt);
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

/**
 * Marks an announcement as read for all my accounts there: at once here, then on their server. A refusal undoes it for
 * that account; it is thrown when no account could say so.
 */
export async function readAnnouncement(
	{ by, id }: Pick<ShownAnnouncement, 'by' | 'id'>,
	signal: AbortSignal = never(),
): Promise<void> {
	const told = await Promise.allSettled(by.map((account) => tellRead(account, id, signal)));
	const refused = told.filter((one) => one.status === 'rejected');
	if (refused[0] && refused.length === told.length) throw refused[0].reason;
}

async function tellRead(by: AccountUri, id: string, signal: AbortSignal): Promise<void> {
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
