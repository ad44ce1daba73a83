import type { AccountUri, Instant } from '../model';
import { backoff, type Told } from '../networks';
import type { BudgetRow, ContactReason } from '../store';

/** What led to a contact: one of my accounts, or what else the person did. */
export type Because = { account: AccountUri } | { reason: Exclude<ContactReason, 'account'> };

/** What a server that says nothing is asked at most: what Mastodon lets an account ask. */
const WINDOW_MS = 5 * 60_000;
const WINDOW_COST = 300;
/** Paging leaves this share of the window to what a person does. */
const KEPT_SHARE = 0.1;
/** A server's clock may be wrong, and its word is not worth more than this. */
const LONGEST_TOLD_MS = 60 * 60_000;
const KEPT_TIMES = 20;

type Reserved = { row: BudgetRow; result: Instant | undefined };

type Asked = { host: string; cost: number; now: Instant; because: Because };

/**
 * Takes `cost` from the server's budget. `result` is when to ask again if it does not allow that now; the row is then
 * as it was. A cost above 1 is paging.
 */
export function reserve(row: BudgetRow | undefined, { host, cost, now, because }: Asked): Reserved {
	const known = row ?? newRow(host, now);
	// Our own backoff holds up paging; what a person does is tried, and so the server's return is noticed.
	const holds = known.told === true || cost > 1;
	if (known.retryAt !== undefined && known.retryAt > now && holds) {
		return { row: known, result: known.retryAt };
	}
	const limit = known.limit ?? WINDOW_COST;
	const fresh = known.resetAt === undefined || known.resetAt <= now;
	const left = fresh ? limit : (known.remaining ?? limit);
	const resetAt = fresh ? now + WINDOW_MS : (known.resetAt ?? now + WINDOW_MS);
	const kept = cost > 1 ? Math.floor(limit * KEPT_SHARE) : 0;
	// A whole window is enough for anything: some limits are smaller than one page costs.
	if (left < limit && left - cost < kept) return { row: known, result: resetAt };
	return {
		row: {
			...counted(known, now, 1, because),
			remaining: Math.max(0, left - cost),
			resetAt,
		},
		result: undefined,
	};
}

/** Writes down an answer, or that none came. `random` gives 0 to 1 and spreads the retries of many. */
export function noted(
	row: BudgetRow | undefined,
	about: { host: string; answer: Told; now: Instant; random: () => number },
): BudgetRow {
	const { host, answer, now, random } = about;
	const { retryAt: _, told: __, ...known } = row ?? newRow(host, now);
	const failures = answer.ok ? 0 : known.failures + 1;
	const retryAt = answer.retryAt ?? (failures > 0 ? now + backoff(failures, random) : undefined);
	return {
		...known,
		failures,
		bytes: known.bytes + answer.bytes,
		lastAt: now,
		times: [answer.ms, ...known.times].slice(0, KEPT_TIMES),
		...(answer.remaining === undefined ? {} : { remaining: Math.max(0, answer.remaining) }),
		...(answer.limit === undefined ? {} : { limit: Math.max(1, answer.limit) }),
		...(answer.resetAt === undefined ? {} : { resetAt: bounded(answer.resetAt, now) }),
		...(retryAt === undefined ? {} : { retryAt: bounded(retryAt, now) }),
		...(answer.retryAt === undefined ? {} : { told: true as const }),
	};
}

/** A contact that is in nobody's budget: it was made to find out what went wrong. */
export function contacted(
	row: BudgetRow | undefined,
	now: Instant,
	contact: { host: string; because: Because; times?: number; bytes?: number },
): BudgetRow {
	const { host, because, times = 1, bytes = 0 } = contact;
	const known = counted(row ?? newRow(host, now), now, times, because);
	return { ...known, bytes: known.bytes + bytes };
}

/** A row that was forgotten, but for what its server asked, begins anew. */
function counted(row: BudgetRow, now: Instant, times: number, because: Because): BudgetRow {
	const { why = [], accounts = [] } = row;
	const reason = 'account' in because ? 'account' : because.reason;
	const mine = 'account' in because && !accounts.includes(because.account);
	return {
		...row,
		contacts: row.contacts + times,
		firstAt: row.contacts === 0 ? now : row.firstAt,
		lastAt: now,
		why: why.includes(reason) ? why : [...why, reason],
		...(mine ? { accounts: [...accounts, because.account] } : {}),
	};
}

function bounded(instant: Instant, now: Instant): Instant {
	return Math.min(instant, now + LONGEST_TOLD_MS);
}

function newRow(host: string, now: Instant): BudgetRow {
	return { host, failures: 0, contacts: 0, bytes: 0, firstAt: now, lastAt: now, times: [] };
}
