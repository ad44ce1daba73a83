import { announce } from './changes';
import { database, writing } from './database';
import type { BudgetRow } from './live-schema';

/** What was asked of every server, by host. */
export async function readBudgets(): Promise<BudgetRow[]> {
	return (await database()).getAll('budgets');
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
