import type { AccountUri, Instant } from '../model';
import { type ContactReason, changeBudget, forgetContacts as forget, readBudgets } from '../store';
import { type Because, contacted } from './allowance';
import { surroundings } from './surroundings';

/** A host that was contacted, for the page that lists them. */
export type Contact = {
	host: string;
	times: number;
	/** Of answers that could be measured: none of another host's pictures can. */
	bytes: number;
	firstAt: Instant;
	lastAt: Instant;
	/** What led to it; none: it was before this was written down. */
	why: readonly ContactReason[];
	/** For which of my accounts that are still signed in. */
	accounts: readonly AccountUri[];
};

/** Every host that was contacted since the list was last forgotten, the last one first. Topic `budgets`. */
export async function contacts(): Promise<Contact[]> {
	const rows = await readBudgets();
	return rows
		.filter((row) => row.contacts > 0)
		.map(({ host, contacts: times, bytes, firstAt, lastAt, why = [], accounts = [] }) => {
			return { host, times, bytes, firstAt, lastAt, why, accounts };
		})
		.sort((a, b) => b.lastAt - a.lastAt || (a.host < b.host ? -1 : 1));
}

/** Forgets who was contacted; what servers asked to be left alone until is kept. */
export function forgetContacts(): Promise<void> {
	return forget(surroundings().now());
}

/** Counts contacts with a host that no session asked: what a page showed of it. `bytes`: where the browser tells. */
export async function noteContacts(
	host: string,
	contact: { because: Because; times: number; bytes?: number },
): Promise<void> {
	const now = surroundings().now();
	await changeBudget(host, (row) => ({
		row: contacted(row, now, { host, ...contact }),
		result: undefined,
	}));
}
