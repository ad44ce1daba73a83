import type { Account, AccountUri } from '../model';
import { announce } from './changes';
import { database, writing } from './database';
import { type DirtyStore, markDirty } from './live-index';
import { keysInSegments, type Segments } from './live-segments';

/** What is known of these people; those that are not stored are left out. */
export async function readAccounts(
	keys: Iterable<AccountUri>,
): Promise<ReadonlyMap<AccountUri, Account>> {
	const tx = (await database()).transaction('accounts');
	const found = new Map<AccountUri, Account>();
	await Promise.all(
		[...new Set(keys)].map(async (key) => {
			const account = await tx.store.get(key);
			if (account) found.set(key, account);
		}),
	);
	return found;
}

/** Everybody who is known from one host. */
export async function accountsOfHost(host: string): Promise<AccountUri[]> {
	const found: AccountUri[] = [];
	let cursor = await (await database()).transaction('accounts').store.openCursor();
	while (cursor) {
		if (cursor.value.handle.endsWith(`@${host}`)) found.push(cursor.value.key);
		cursor = await cursor.continue();
	}
	return found;
}

/** What stands behind the @ of everybody who is stored. */
export async function hostsOfPeople(): Promise<ReadonlySet<string>> {
	const found = new Set<string>();
	let cursor = await (await database())
		.transaction('accounts')
		.store.index('handle')
		.openKeyCursor();
	while (cursor) {
		const [, host] = cursor.key.split('@');
		if (host) found.add(host.toLowerCase());
		cursor = await cursor.continue();
	}
	return found;
}

/** Rows that are read at once: enough that the waits do not count, few enough that a page goes on drawing. */
const TOGETHER = 1000;

/** Everybody who is stored, some at a time, in the order of their keys. */
export async function* everybody(): AsyncGenerator<readonly Account[], void> {
	const db = await database();
	for (let after = ''; ; ) {
		const some = await db.getAll('accounts', IDBKeyRange.lowerBound(after, true), TOGETHER);
		if (some.length > 0) yield some;
		if (some.length < TOGETHER) return;
		after = some.at(-1)?.key ?? '';
	}
}

/** Everybody whose profile is at one of these addresses. */
export async function accountsAt(urls: ReadonlySet<string>): Promise<Account[]> {
	const found: Account[] = [];
	let cursor = await (await database()).transaction('accounts').store.openCursor();
	while (cursor) {
		if (cursor.value.url !== undefined && urls.has(cursor.value.url)) found.push(cursor.value);
		cursor = await cursor.continue();
	}
	return found;
}

/** People whose handle begins so, in the order of their handles. */
export async function accountsCalled(start: string, most: number): Promise<Account[]> {
	const range = IDBKeyRange.bound(start, `${start}\uffff`);
	return (await database()).getAllFromIndex('accounts', 'handle', range, most);
}

/** Stores people as last seen, each joined with what was known. */
export async function putAccounts(accounts: readonly Account[]): Promise<void> {
	if (accounts.length === 0) return;
	await writing(async (db) => {
		const tx = db.transaction(['accounts', 'posts', 'liveSegments', 'dirty'], 'readwrite');
		await addAccounts(tx.objectStore('accounts'), accounts, authoredIn(tx));
		await tx.done;
	});
	announce('people');
}

/** The store `accounts` inside a transaction of anybody's. */
type AccountsStore = {
	get(key: AccountUri): Promise<Account | undefined>;
	put(account: Account): Promise<unknown>;
};

/** What somebody wrote, and the keys that search has to look at again. */
export type Authored = {
	posts: { index(name: 'author'): { getAllKeys(author: IDBKeyRange): Promise<IDBValidKey[]> } };
	segments: Segments;
	dirty: DirtyStore;
};

/** All out of one transaction. */
export function authoredIn(tx: {
	objectStore(name: 'posts'): Authored['posts'];
	objectStore(name: 'liveSegments'): Segments;
	objectStore(name: 'dirty'): DirtyStore;
}): Authored {
	return {
		posts: tx.objectStore('posts'),
		segments: tx.objectStore('liveSegments'),
		dirty: tx.objectStore('dirty'),
	};
}

/** The same inside a transaction of the caller's, who announces `people`. Who is called otherwise is found so. */
export async function addAccounts(
	store: AccountsStore,
	accounts: readonly Account[],
	authored: Authored,
): Promise<void> {
	for (const account of accounts) {
		const before = await store.get(account.key);
		const after = joined(before, account);
		await store.put(after);
		if (before?.handle !== after.handle) await markAuthored(authored, account.key);
	}
}

/** What somebody wrote is found by another handle from now on, or is mine. */
export async function markAuthored(
	{ posts, segments, dirty }: Authored,
	author: AccountUri,
): Promise<void> {
	const keys = await posts.index('author').getAllKeys(IDBKeyRange.only(author));
	const old = await keysInSegments(segments, [{ author }], ({ post }) => post.author === author);
	await markDirty(dirty, [...keys.map(String), ...old.map(({ key }) => key)]);
}

/**
 * What the account's own server told is replaced by that server alone. A whole account (it has counts) replaces what
 * was known, so that a bio that was emptied is empty. One that came along with something else may lack most of it,
 * and takes nothing away.
 */
function joined(before: Account | undefined, now: Account): Account {
	if (before?.own && !now.own) return before;
	return before && before.own === now.own && !now.counts ? { ...before, ...now } : now;
}

/** The same account, from now on told by whoever knows it. */
export function disowned({ own: _, ...account }: Account): Account {
	return account;
}
