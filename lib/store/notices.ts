import type { IDBPTransaction } from 'idb';
import type { Account, AccountUri, Instant, Notice, Relationship } from '../model';
import { addAccounts, authoredIn } from './accounts';
import { announce } from './changes';
import { atOnce, database } from './database';
import type { NoticeRow, NoticeState } from './live-schema';
import { bringBack } from './live-segments';
import { addReadings, indexed, marksOfReadings, type Reading } from './posts';
import type { Schema } from './schema';
import { careFor } from './standings';

/** Where notices are read from: strictly before this one in order. */
export type NoticePlace = { at: Instant; id: string };

/** One page of notices, as one of my accounts was given it; `how` as for the pages of a source. */
export type NoticesRead = {
	by: AccountUri;
	how: 'newest' | 'newer' | 'older';
	readAt: Instant;
	page: {
		notices: readonly Notice[];
		posts: readonly Reading[];
		accounts: readonly Account[];
		relationships?: readonly Relationship[];
		older?: string;
		newer?: string;
	};
};

/** Up to `n` notices of all my accounts below a place, newest first; those of one moment by id. */
export async function noticesBefore(
	before: NoticePlace | undefined,
	n: number,
): Promise<NoticeRow[]> {
	const index = (await database()).transaction('notices').store.index('at');
	const range = before && IDBKeyRange.upperBound(before.at);
	const rows: NoticeRow[] = [];
	// The index has no order of ids within a moment: the last moment is read to its end.
	for (
		let cursor = await index.openCursor(range, 'prev');
		cursor && (rows.length < n || cursor.value.at === rows.at(-1)?.at);
		cursor = await cursor.continue()
	) {
		const row = cursor.value;
		if (!before || inOrder(before, row) < 0) rows.push(row);
	}
	return rows.sort(inOrder).slice(0, n);
}

function inOrder(a: NoticePlace, b: NoticePlace): number {
	return b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

/** The notices that nobody has looked at yet. */
export async function newNotices(): Promise<NoticeRow[]> {
	return (await database()).getAllFromIndex('notices', 'fresh');
}

/** Everything that `which` names (all, if left out) was looked at. Returns what was new until now. */
export async function lookAtNotices(
	which: (row: NoticeRow) => boolean = () => true,
): Promise<NoticeRow[]> {
	const looked = await atOnce(['notices'], async (tx) => {
		const store = tx.objectStore('notices');
		const rows = (await store.index('fresh').getAll()).filter(which);
		for (const { fresh: _fresh, ...row } of rows) await store.put(row);
		return rows;
	});
	if (looked.length > 0) announce('notices');
	return looked;
}

const STORES = [
	'posts',
	'entries',
	'liveSegments',
	'dirty',
	'notices',
	'noticeStates',
	'accounts',
	'relationships',
	'standings',
] as const;
type Tx = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;

/**
 * Stores a page of notices with its posts and people in one transaction. `touched`: some of it was stored before,
 * so that nothing is missing between. The first page of an account is nothing new: it was there before. A warning of
 * the staff puts the account under care at the same time.
 */
export async function putNotices(read: NoticesRead): Promise<{ added: number; touched: boolean }> {
	const { by, page, readAt } = read;
	const result = await atOnce(STORES, async (tx) => {
		await bringBack(tx, marksOfReadings(page.posts));
		const posts = indexed(tx.objectStore('posts'), tx.objectStore('dirty'));
		await addReadings(posts, page.posts, readAt);
		await addAccounts(tx.objectStore('accounts'), page.accounts, authoredIn(tx));
		for (const one of page.relationships ?? []) await tx.objectStore('relationships').put(one);
		const states = tx.objectStore('noticeStates');
		const state = await states.get(by);
		const put = await putRows(tx, read, read.how !== 'older' && state?.answeredAt !== undefined);
		await states.put(stateAfter(state ?? { by }, read, put.touched));
		const warned = await careFor(tx.objectStore('standings'), page.notices, { by, readAt });
		return { ...put, warned, recovered: state?.failure !== undefined };
	});
	if (result.warned) announce('norms');
	if (result.recovered || page.notices.length > 0) announce('notices');
	if (page.posts.length > 0) announce('posts');
	if (page.accounts.length > 0) announce('people');
	return result;
}

/** A group that grew above what is stored of it has another cursor, and is new again. */
async function putRows(tx: Tx, { by, readAt, page }: NoticesRead, areNew: boolean) {
	const store = tx.objectStore('notices');
	let added = 0;
	let touched = false;
	for (const notice of page.notices) {
		const before = await store.get([by, notice.id]);
		const same = before?.cursorId === notice.cursorId;
		if (same) touched = true;
		if (!before) added++;
		const next = { ...notice, by, at: Math.min(notice.at, readAt) };
		const grew = !before || (!same && next.at >= before.at);
		const isFresh = (grew && areNew) || before?.fresh;
		await store.put({ ...joined(before, next), ...(isFresh ? { fresh: 1 } : {}) });
	}
	return { added, touched };
}

/** Where servers do not group, a page has only its own part of a group, cut anywhere: the parts become one. */
function joined(before: NoticeRow | undefined, next: Notice): Notice {
	if (!before) return next;
	const [newer, older] = next.at >= before.at ? [next, before] : [before, next];
	const people = [...new Set([...newer.people, ...older.people])];
	const { fresh: _fresh, ...notice } = newer as NoticeRow;
	return { ...notice, people, count: Math.max(before.count, next.count, people.length) };
}

/** After a page that touched nothing, reading older goes on below it: what lies between is read then. */
function stateAfter(
	{ failure: _over, ...before }: NoticeState,
	{ how, readAt, page }: NoticesRead,
	touched: boolean,
): NoticeState {
	const { older: _older, ...rest } = before;
	const downwards = how === 'older' || (how === 'newest' && !touched);
	const older = downwards ? page.older : before.older;
	const newer = how === 'older' ? before.newer : (page.newer ?? before.newer);
	return {
		...rest,
		answeredAt: readAt,
		...(older === undefined ? {} : { older }),
		...(newer === undefined ? {} : { newer }),
	};
}
