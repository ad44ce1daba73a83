import { procedure, query } from '../http/route';
import { keptBy, personOf } from '../world';
import { cut } from './paging';
import { carried, isBlocked, isMuted, labelsOf, profile, type Seen } from './seen';

/** Those of the viewer by people who are neither muted nor blocked, and whose record still stands. */
function mine(seen: Seen) {
	const { did } = seen.me();
	return seen.world.notices.filter(
		({ to, record }) =>
			to === did &&
			seen.world.records.has(record.uri) &&
			carried(seen, record.did) !== undefined &&
			!isMuted(seen, record.did) &&
			!isBlocked(seen, record.did),
	);
}

export const NOTICES = [
	query(
		'app.bsky.notification.listNotifications',
		'user',
		'reasons*25 limit#50#100 priority? cursor seenAt',
		(seen: Seen) => {
			const reasons = seen.list('reasons');
			const { seenAt } = keptBy(seen.view, seen.me().did);
			const wanted = mine(seen).filter(
				({ reason }) => reasons.length === 0 || reasons.includes(reason),
			);
			const page = cut(seen, wanted, ({ at, record }) => ({ at, cid: record.cid }));
			return {
				notifications: page.items.map(({ reason, record, subject, at }) => ({
					uri: record.uri,
					cid: record.cid,
					author: profile(seen, personOf(seen.world, record.did)),
					reason,
					...(subject ? { reasonSubject: subject } : {}),
					record: record.value,
					isRead: at <= seenAt,
					indexedAt: new Date(at).toISOString(),
					labels: labelsOf(seen, record.uri, record.did, record.value),
				})),
				priority: false,
				...(seenAt > 0 ? { seenAt: new Date(seenAt).toISOString() } : {}),
				...page.cursor,
			};
		},
	),
	query('app.bsky.notification.getUnreadCount', 'user', 'priority? seenAt', (seen: Seen) => {
		const { seenAt } = keptBy(seen.view, seen.me().did);
		return { count: mine(seen).filter(({ at }) => at > seenAt).length };
	}),
	procedure('app.bsky.notification.updateSeen', 'user', 'seenAt!', (seen: Seen) => {
		keptBy(seen.view, seen.me().did).seenAt = Date.parse(seen.text('seenAt'));
		return undefined;
	}),
];
