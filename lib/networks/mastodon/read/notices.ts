import type { Announcement, Notice, Session } from '../../../model';
import { type Answer, ask, type Query } from '../../http';
import type { Io } from '../../io';
import { each, list, localId, record } from '../../json';
import type { NoticePage, Place } from '../../network';
import { readAnnouncement } from '../decode/announcement';
import { Gathering } from '../decode/gathering';
import { readGrouped } from '../decode/grouped';
import { readNotices } from '../decode/notice';
import { borderOf } from '../secret';
import { carried, cursorsOf, queryOf } from './cursor';
import { needFeature } from './may';
import { relationships } from './relationships';

const LIMIT = 40;
const MOST = 200;

/**
 * Grouped where the server groups (Mastodon 4.3), else one by one and grouped here. A list is read to its end in the
 * way it was begun: cursors carry it.
 */
export async function notices(
	session: Session,
	at: Place | undefined,
	io: Io,
): Promise<NoticePage> {
	const query = { limit: LIMIT, ...queryOf(at) };
	const single = carried(at, 'single') !== undefined;
	const grouped = single ? undefined : await askGrouped(session, query, io);
	const into = new Gathering(borderOf(session, io));
	if (grouped) {
		const groups = list(record(grouped.json)?.['notification_groups'], MOST);
		const ids = idsOf(groups, 'most_recent_notification_id');
		const notices = readGrouped(grouped.json, into);
		const cursors = cursorsOf(grouped, at, { ids, length: groups.length });
		return { ...(await withPeople(session, notices, into, io)), ...cursors };
	}
	const answer = await ask(io, { session, path: '/api/v1/notifications', query });
	const values = list(answer.json, MOST);
	const paged = { ids: idsOf(values, 'id'), length: values.length, carry: { single: '1' } };
	const read = readNotices(values, into);
	return { ...(await withPeople(session, read, into, io)), ...cursorsOf(answer, at, paged) };
}

/** The notices with what came along, and how those stand to me who mention me: one question for a page. */
async function withPeople(
	session: Session,
	notices: readonly Notice[],
	into: Gathering,
	io: Io,
): Promise<NoticePage> {
	const { posts, accounts } = into.all();
	const mentioning = notices.flatMap(({ kind, people }) => (kind === 'mention' ? people : []));
	const named = [...new Set(mentioning)].flatMap((key) => {
		const localId = key === session.account ? undefined : into.localIdOf(key);
		return localId === undefined ? [] : [{ account: { key }, localId }];
	});
	return { notices, posts, accounts, relationships: await relationships(session, named, io) };
}

/** Undefined where the server does not know how: those say so in several ways. */
async function askGrouped(session: Session, query: Query, io: Io): Promise<Answer | undefined> {
	const path = '/api/v2/notifications';
	const pass = [400, 404, 405, 501];
	const answer = await ask(io, { session, path, query, pass });
	return record(answer.json)?.['notification_groups'] === undefined ? undefined : answer;
}

function idsOf(values: readonly unknown[], name: string): readonly string[] {
	return values.flatMap((value) => localId(record(value)?.[name]) ?? []);
}

/** https://docs.joinmastodon.org/methods/announcements/ */
export async function announcements(session: Session, io: Io): Promise<readonly Announcement[]> {
	needFeature(session, 'announcements');
	const query = { with_dismissed: true };
	const answer = await ask(io, { session, path: '/api/v1/announcements', query });
	const border = borderOf(session, io);
	return each(answer.json, MOST, (one) => readAnnouncement(one, border)) ?? [];
}
