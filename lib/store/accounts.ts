import type { Account, AccountUri } from '../model';
import { announce } from './changes';
import { database, writing } from './database';

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

/** Stores people as last seen, each joined with what was known. */
export async function putAccounts(accounts: readonly Account[]): Promise<void> {
	if (accounts.length === 0) return;
	await writing(async (db) => {
		const tx = db.transaction('accounts', 'readwrite');
		await addAccounts(tx.store, accounts);
		await tx.done;
	});
	announce('people');
}

/** The store `accounts` inside a transaction of anybody's. */
type AccountsStore = {
	get(key: AccountUri): Promise<Account | undefined>;
	put(account: Account): Promise<unknown>;
};

/** The same inside a transaction of the caller's, who announces `people`. */
export async function addAccounts(
	store: AccountsStore,
	accounts: readonly Account[],
): Promise<void> {
	for (const account of accounts) {
		await store.put(joined(await store.get(account.key), account));
	}
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
