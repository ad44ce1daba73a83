import type { AccountUri, Instant } from '../model';
import type { Store } from './blobs';
import { announce } from './changes';
import { atOnce, database, writing } from './database';
import type { BudgetRow } from './live-schema';

/** What was asked of every server, by host. */
export async function readBudgets(): Promise<BudgetRow[]> {
	return (await database()).getAll('budgets');
}

/**
 * Forgets which hosts were contacted. What a server asked to be left alone until stays, as a row that counts nothing:
 * it would be asked again too soon.
 */
export async function forgetContacts(now: Instant): Promise<void> {
	await atOnce(['budgets'], async (tx) => {
		const store = tx.objectStore('budgets');
		for (const row of await store.getAll()) {
			const { why: _, accounts: __, ...known } = row;
			if (row.retryAt === undefined || row.retryAt <= now) await store.delete(row.host);
			else
				await store.put({ ...known, contacts: 0, bytes: 0, firstAt: now, lastAt: now, times: [] });
		}
	});
	announce('budgets');
}

/** Contacts stay counted; for whom they were is nobody's business after signing out. */
export async function unnameContacts(store: Store<'budgets'>, by: AccountUri): Promise<void> {
	for (const row of await store.getAll()) {
		const accounts = row.accounts?.filter((one) => one !== by);
		if (accounts?.length !== row.accounts?.length)
			await store.put({ ...row, accounts: accounts ?? [] });
	}
}

/**
 * Reads, decides and writes one server's budget in one transaction, so that every tab and the background share it.
 * `change` is pure; a row that it returns as it was is not written.
 */
export async function changeBudget<T>(
	host: string,
	change: (row: BudgetRow | undefined) => { row: BudgetRow; result: T },
): Promise<T> {
	const { result, written } = await writing(async (db) => {
		const tx = db.transaction('budgets', 'readwrite');
		const before = await tx.store.get(host);
		const { row, result } = change(before);
		if (row !== before) await tx.store.put(row);
		await tx.done;
		return { result, written: row !== before };
	});
	if (written) announce('budgets');
	return result;
}
