import type { BudgetRow } from '../../lib/store';

/** Part of what a server allows that is left to what the person asks for. */
const SPARED = 1 / 4;

/**
 * Whether a gap may be loaded by itself, without being asked to: the server is well, and has told that it has enough
 * left, or nothing. A gap waits for the person otherwise.
 */
export function isBudgetGood(row: BudgetRow | undefined, now: number): boolean {
	if (!row) return true;
	if (row.failures > 0 || (row.retryAt ?? 0) > now) return false;
	const { limit, remaining, resetAt } = row;
	if (limit === undefined || remaining === undefined || (resetAt ?? 0) <= now) return true;
	return remaining > limit * SPARED;
}
