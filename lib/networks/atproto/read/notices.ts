import type { Session } from '../../../model';
import { parseInstant, writeInstant } from '../../../text';
import type { Io } from '../../io';
import { list, record } from '../../json';
import type { Markers, NoticePage, Place } from '../../network';
import { NetworkProblem } from '../../problem';
import { noticedPost, readNotices } from '../decode/notice';
import { readPost } from '../decode/post';
import { xrpc } from '../xrpc';
import { gathering } from './border';
import { cursorOf } from './feed';
import { postViews } from './find';
import { marksOn, warningsOf } from './warnings';
import { wordsFor } from './words';

const LIMIT = 40;
const LIST = 'app.bsky.notification.listNotifications';

/** What came for me, with the posts that it is about. What is new is always read from the top. */
export async function notices(
	session: Session,
	at: Place | undefined,
	io: Io,
): Promise<NoticePage> {
	const x = xrpc(session, io);
	const cursor = at && 'older' in at ? at.older : undefined;
	const json = record(await x.get(LIST, { limit: LIMIT, cursor }));
	if (!Array.isArray(json?.['notifications'])) throw new NetworkProblem('broken', session.host);
	const values = list(json['notifications'], LIMIT * 2);
	const into = gathering(session, io);
	const about = values.flatMap((value) => noticedPost(value) ?? []);
	for (const view of about.length > 0 ? await postViews(x, about) : []) readPost(view, into);
	const read = readNotices(values, into);
	const marked = at === undefined ? await marksOn(session, x, into, io) : [];
	const mentioning = read.flatMap(({ kind, people }) => (kind === 'mention' ? people : []));
	const words = await wordsFor(into, x, io);
	const { posts, accounts } = into.all(words);
	const older = cursorOf(json['cursor']);
	const last = older === undefined ? 0 : Math.min(...read.map((one) => one.at));
	// Only where this page reaches: whatever lies below must still be read.
	const warnings = warningsOf(marked, words, into.border).filter((one) => one.at >= last);
	return {
		notices: [...read, ...warnings].sort((a, b) => b.at - a.at),
		posts,
		accounts,
		relationships: into.relationships(mentioning, words),
		...(older === undefined || older === cursor ? {} : { older }),
	};
}

/** How far notices were read: a moment, as the ids of notices are here. */
export async function markers(session: Session, io: Io): Promise<Markers> {
	const json = record(await xrpc(session, io).get(LIST, { limit: 1 }));
	const at = parseInstant(json?.['seenAt']);
	return at === undefined ? {} : { notices: writeInstant(at) };
}

export async function keepMarkers(session: Session, kept: Markers, io: Io): Promise<void> {
	const at = parseInstant(kept.notices);
	if (at === undefined) return;
	await xrpc(session, io).post('app.bsky.notification.updateSeen', { seenAt: writeInstant(at) });
}
