import { expect, it } from 'vitest';
import type { BudgetRow } from '../../lib/store';
import { isBudgetGood } from './gap-budget';

const NOW = 1000;
const row: BudgetRow = {
	host: 'one.example',
	failures: 0,
	contacts: 1,
	bytes: 1,
	firstAt: 0,
	lastAt: 0,
	times: [],
};

it.each<[string, Partial<BudgetRow> | undefined, boolean]>([
	['nothing is known', undefined, true],
	['nothing is told', {}, true],
	['much is left', { limit: 300, remaining: 200, resetAt: 2000 }, true],
	['little is left', { limit: 300, remaining: 60, resetAt: 2000 }, false],
	['little was left, and it is counted anew', { limit: 300, remaining: 60, resetAt: 999 }, true],
	['it fails', { failures: 1 }, false],
	['it asked to wait', { retryAt: 1001 }, false],
	['it had asked to wait', { retryAt: 999 }, true],
])('%s', (_name, known, good) => {
	expect(isBudgetGood(known && { ...row, ...known }, NOW)).toBe(good);
});
