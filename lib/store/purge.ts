import type { AccountUri } from '../model';
import { disowned } from './accounts';
import type { OutgoingStores } from './blobs';
import { unnameContacts } from './budgets';
import { announce } from './changes';
import { atOnce, writing } from './database';
import { withSeen } from './entries';
import { markDirty, searchable } from './live-index';
import type { EntryRow, LiveSchema, PostRow, SessionRow } from './live-schema';
import { bringBack, replaceSegment } from './live-segments';
import { indexed, withViews } from './posts';
import { dropPictures, picturesIn, picturesOfAccount, picturesOfPost } from './previews';
import { dropOutgoing } from './purge-outgoing';
import { type Purging, STORES, TOPICS } from './purge-stores';
import { dropRefusals } from './reach';
import { dropWaiting } from './standings';

/**
 * Takes out what belongs to one sign-in of mine, in one transaction: the sign-in, secret and all, notices, announcements, lists, how it
 * stands in its community and with others, how far its timelines were read, and what was to go or went as it (drafts
 * stay, for elsewhere). With `posts` false also every entry and post that no other account of mine saw, and people whom
 * nothing stored names any more. What is kept leaves out who wants to be seen by nobody that is not signed in.
 * Returns the sign-in, for telling its server. With `unlessSignedIn` nothing goes where there is one.
 */
export async function purgeAccount(
	by: AccountUri,
	keep: { posts: boolean; unlessSignedIn?: boolean },
): Promise<SessionRow | undefined> {
	const session = await atOnce(STORES, async (tx) => {
		const found = await tx.objectStore('sessions').get(by);
		if (found && keep.unlessSignedIn) return undefined;
		await disown(tx, by);
		await dropOutgoing(outgoingIn(tx), by);
		await Promise.all([
			tx.objectStore('sessions').delete(by),
			tx.objectStore('named').delete(by),
			tx.objectStore('noticeStates').delete(by),
			tx.objectStore('standings').delete(by),
			...(['spans', 'sources', 'notices', 'announcements', 'relationships'] as const).map((name) =>
				tx.objectStore(name).delete(rowsOf(by)),
			),
		]);
		await unnameContacts(tx.objectStore('budgets'), by);
		await dropRefusals(tx.objectStore('reach'), await tx.objectStore('sessions').getAll());
		if (keep.posts) {
			await dropSignedInOnly(tx, by);
			await eachPost(tx, (row) => untold(row, by));
		} else {
			await eachEntry(tx, (entry) => without(entry, by));
			await eachPost(tx, (row) => unseen(row, by));
			await dropStrangers(tx);
		}
		return found;
	});
	for (const topic of TOPICS) announce(topic);
	return session;
}

function outgoingIn(tx: Purging): OutgoingStores {
	const [deliveries, drafts] = [tx.objectStore('deliveries'), tx.objectStore('drafts')];
	return { deliveries, drafts, blobs: tx.objectStore('blobs') };
}

/**
 * Forgets how far an account's timelines and notices were read, in one transaction; all that was read stays. For a
 * server, or whoever serves it, that has new cursors.
 */
export async function forgetReading(by: AccountUri): Promise<void> {
	await atOnce(['spans', 'sources', 'noticeStates'], async (tx) => {
		await Promise.all([
			tx.objectStore('spans').delete(rowsOf(by)),
			tx.objectStore('sources').delete(rowsOf(by)),
			tx.objectStore('noticeStates').delete(by),
		]);
	});
	announce('timeline');
	announce('notices');
}

/** Timelines that show somebody whom I muted, because I asked for them by name or kept the post myself. */
export const ASKED_FOR = /^(author|bookmarks|favourites) /;

/**
 * Takes out what `people` wrote or reposted, as far as `by` alone saw it: all of it after a block; after a mute what
 * came without being asked for. Posts that then stand nowhere go too, and notices that are from them alone.
 */
export async function purgePeople(
	by: AccountUri,
	people: ReadonlySet<AccountUri>,
	how: 'block' | 'mute',
): Promise<void> {
	await writing(async (db) => {
		const tx = db.transaction([...STORES], 'readwrite');
		const theirs = new Set<string>();
		await eachPost(tx, (row) => {
			if (row.post.author !== undefined && people.has(row.post.author)) theirs.add(row.key);
			return row;
		});
		const touched = new Set<string>();
		await eachEntry(tx, (entry) => {
			const hit = theirs.has(entry.post) || (entry.by !== undefined && people.has(entry.by));
			if (!hit || (how === 'mute' && ASKED_FOR.test(entry.timeline))) return entry;
			touched.add(entry.post);
			return without(entry, by);
		});
		const gone = how === 'block' ? new Set([...theirs, ...touched]) : touched;
		for (const key of gone) await dropUnlisted(tx, key, by);
		await dropFaces(tx, people);
		await purgeNotices(tx, by, people);
		await dropWaiting(tx.objectStore('standings'), by, people);
		await tx.done;
	});
	for (const topic of ['timeline', 'posts', 'notices', 'media', 'norms'] as const) announce(topic);
}

/** Notices that are from these people alone go; what they did together with others is told of the others. */
async function purgeNotices(
	tx: Purging,
	by: AccountUri,
	people: ReadonlySet<AccountUri>,
): Promise<void> {
	const notices = tx.objectStore('notices');
	for (const notice of await notices.getAll(rowsOf(by))) {
		const left = notice.people.filter((one) => !people.has(one));
		if (left.length === notice.people.length) continue;
		const count = Math.max(left.length, notice.count - (notice.people.length - left.length));
		if (left.length > 0) await notices.put({ ...notice, people: left, count });
		else await notices.delete([by, notice.id]);
	}
}

/** All rows of a store whose key starts with my account. */
function rowsOf(by: AccountUri): IDBKeyRange {
	return IDBKeyRange.bound([by], [by, []]);
}

function without(entry: EntryRow, by: AccountUri): EntryRow | undefined {
	const seen = entry.seen.filter((one) => one.by !== by);
	if (seen.length === entry.seen.length) return entry;
	return seen.length === 0 ? undefined : withSeen({ ...entry, seen });
}

function unseen(row: PostRow, by: AccountUri): PostRow | undefined {
	const views = row.views.filter((view) => view.by !== by);
	if (views.length === row.views.length) return row;
	return views.length === 0 ? undefined : withViews({ ...row, views });
}

/** Posts and reposts of people who ask for it, as far as `by` saw them: for whom it is signed in no more. */
async function dropSignedInOnly(tx: Purging, by: AccountUri): Promise<void> {
	const all = await tx.objectStore('accounts').getAll();
	const others = all.filter(({ key, signedInOnly }) => signedInOnly && key !== by);
	if (others.length === 0) return;
	const shy = new Set(others.map(({ key }) => key));
	const theirs = new Set<string>();
	await eachPost(tx, (row) => {
		if (row.post.author === undefined || !shy.has(row.post.author)) return row;
		theirs.add(row.key);
		return unseen(row, by);
	});
	await eachEntry(tx, (entry) => {
		const hit = theirs.has(entry.post) || (entry.by !== undefined && shy.has(entry.by));
		return hit ? without(entry, by) : entry;
	});
	await dropStrangers(tx, shy);
}

/** Whoever reads it next tells what it says. */
function untold(row: PostRow, by: AccountUri): PostRow {
	if (row.from !== by) return row;
	const { from: _, ...rest } = row;
	return rest;
}

/** People of the server that nobody of mine is signed in to any more are told by others from now on. */
async function disown(tx: Purging, by: AccountUri): Promise<void> {
	const all = await tx.objectStore('sessions').getAll();
	const origin = all.find(({ account }) => account === by)?.origin;
	const stays = all.some((one) => one.account !== by && one.origin === origin);
	if (origin === undefined || stays) return;
	const accounts = tx.objectStore('accounts');
	for (const account of await accounts.getAll()) {
		const theirs = URL.canParse(account.key) && new URL(account.key).origin === origin;
		if (account.own && theirs) await accounts.put(disowned(account));
	}
}

/** Writes what `change` made of each row; undefined deletes it, the same row is left alone. `noted` hears of both. */
async function eachRow<N extends 'posts' | 'entries'>(
	tx: Purging,
	name: N,
	change: (row: LiveSchema[N]['value']) => LiveSchema[N]['value'] | undefined,
	noted: (before: LiveSchema[N]['value'], after: LiveSchema[N]['value'] | undefined) => void,
): Promise<void> {
	let cursor = await tx.objectStore(name).openCursor();
	while (cursor) {
		const next = change(cursor.value);
		if (next === undefined) await cursor.delete();
		else if (next !== cursor.value) await cursor.update(next);
		if (next !== cursor.value) noted(cursor.value, next);
		cursor = await cursor.continue();
	}
	const old = tx.objectStore('liveSegments');
	for (let at = await old.openCursor(); at; at = await at.continue()) {
		const rows = at.value[name] as readonly LiveSchema[N]['value'][];
		const next = rows.map((row) => ({ row, next: change(row) }));
		const changed = next.filter((one) => one.next !== one.row);
		if (changed.length === 0) continue;
		for (const one of changed) noted(one.row, one.next);
		const left = next.flatMap((one) => one.next ?? []);
		await replaceSegment(old, at.value, { ...at.value, [name]: left });
	}
}

/** What nobody reposts here any more is found as a repost no longer. */
async function eachEntry(
	tx: Purging,
	change: (entry: EntryRow) => EntryRow | undefined,
): Promise<void> {
	const posts = new Set<string>();
	await eachRow(tx, 'entries', change, (before, after) => {
		if (!after && before.by !== undefined) posts.add(before.post);
	});
	await markDirty(tx.objectStore('dirty'), posts, true);
}

/** The postings of what goes have to go at once. */
async function eachPost(tx: Purging, change: (row: PostRow) => PostRow | undefined): Promise<void> {
	const gone = new Set<string>();
	const changed = new Set<string>();
	const pictures = new Set<string>();
	await eachRow(tx, 'posts', change, (before, after) => {
		if (!after) for (const url of picturesOfPost(before.post)) pictures.add(url);
		if (!after) gone.add(before.key);
		else if (searchable(before) !== searchable(after)) changed.add(before.key);
	});
	await markDirty(tx.objectStore('dirty'), changed);
	await markDirty(tx.objectStore('dirty'), gone, true);
	await dropPictures(picturesIn(tx), pictures);
}

/** Forgets how `by` saw a post that no timeline of theirs shows any more. */
async function dropUnlisted(tx: Purging, key: string, by: AccountUri): Promise<void> {
	await bringBack(tx, [{ post: key }]);
	const entries = await tx.objectStore('entries').index('post').getAll(key);
	if (entries.some(({ seen }) => seen.some((one) => one.by === by))) return;
	const posts = indexed(tx.objectStore('posts'), tx.objectStore('dirty'), true);
	const row = await posts.get(key);
	const left = row && unseen(row, by);
	if (left && left !== row) await posts.put(left);
	if (!row || left) return;
	await posts.delete(key);
	await dropPictures(picturesIn(tx), picturesOfPost(row.post));
}

/** Deletes the kept pictures of people. */
async function dropFaces(tx: Purging, people: Iterable<AccountUri>): Promise<void> {
	for (const key of people) {
		const account = await tx.objectStore('accounts').get(key);
		if (account) await dropPictures(picturesIn(tx), picturesOfAccount(account));
	}
}

/** Deletes people (of `among`, where that is given) whom no post, notice, relationship or sign-in names. */
async function dropStrangers(tx: Purging, among?: ReadonlySet<AccountUri>): Promise<void> {
	const named = new Set<string | undefined>();
	await eachEntry(tx, (entry) => {
		named.add(entry.by);
		return entry;
	});
	await eachPost(tx, (row) => {
		named.add(row.post.author).add(row.post.repostOf?.account);
		return row;
	});
	for (const { people } of await tx.objectStore('notices').getAll()) {
		for (const one of people) named.add(one);
	}
	for (const { account } of await tx.objectStore('relationships').getAll()) named.add(account);
	for (const { account } of await tx.objectStore('sessions').getAll()) named.add(account);
	const accounts = tx.objectStore('accounts');
	for (const key of among ?? (await accounts.getAllKeys())) {
		if (named.has(key)) continue;
		await dropFaces(tx, [key]);
		await accounts.delete(key);
	}
}
