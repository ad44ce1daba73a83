import { describe, expect, it } from 'vitest';
import type { BudgetRow } from '../store';
import { noted, reserve } from './allowance';

const HOST = 'chaos.example';
const NOW = Date.UTC(2026, 0, 1);
const OK = { ok: true, ms: 40, bytes: 1000 };
const FAILED = { ok: false, ms: 20_000, bytes: 0 };

function spend(row: BudgetRow | undefined, cost: number, now = NOW) {
	return reserve(row, { host: HOST, cost, now, because: { reason: 'asked' } });
}

function told(row: BudgetRow | undefined, answer: Parameters<typeof noted>[1]['answer'], luck = 1) {
	return noted(row, { host: HOST, answer, now: NOW, random: () => luck });
}

/** Spends as long as it may, and says how often that was. */
function exhaust(row: BudgetRow | undefined, cost: number): { times: number; row: BudgetRow } {
	let times = 0;
	let next = spend(row, cost);
	while (next.result === undefined) {
		times += 1;
		next = spend(next.row, cost);
	}
	return { times, row: next.row };
}

describe('a server that says nothing of limits', () => {
	it('is asked 300 times in five minutes and then when they are over', () => {
		const { times, row } = exhaust(undefined, 1);
		expect(times).toBe(300);
		expect(row.contacts).toBe(300);
		expect(spend(row, 1).result).toBe(NOW + 300_000);
		expect(spend(row, 1, NOW + 300_000).result).toBeUndefined();
	});

	it('pages up to a tenth of the window, which is left for what a person does', () => {
		const { times, row } = exhaust(undefined, 3);
		expect(times).toBe(90);
		expect(spend(row, 1).result).toBeUndefined();
	});
});

describe('a server that tells its limits', () => {
	it('is believed until its window is over', () => {
		const row = told(undefined, { ...OK, limit: 300, remaining: 0, resetAt: NOW + 60_000 });
		expect(spend(row, 1).result).toBe(NOW + 60_000);
		expect(spend(row, 1, NOW + 60_000).result).toBeUndefined();
	});

	it('can be paged even when a page costs more than its whole window', () => {
		const row = told(undefined, { ...OK, limit: 2, remaining: 2, resetAt: NOW + 500 });
		expect(spend(row, 3).result).toBeUndefined();
	});

	it('is not believed that it is closed for a year', () => {
		const row = told(undefined, { ...FAILED, retryAt: NOW + 365 * 86_400_000 });
		expect(row.retryAt).toBe(NOW + 3_600_000);
	});
});

describe('failures', () => {
	it('put the next try off twice as long each, up to ten minutes, spread by luck', () => {
		let row = told(undefined, FAILED);
		expect(row.retryAt).toBe(NOW + 2000);
		row = told(row, FAILED);
		expect(row.retryAt).toBe(NOW + 4000);
		expect(told(row, FAILED, 0).retryAt).toBe(NOW + 4000);
		for (let i = 0; i < 20; i++) row = told(row, FAILED);
		expect(row.retryAt).toBe(NOW + 600_000);
		expect(spend(row, 2).result).toBe(NOW + 600_000);
		// What a person does is tried all the same, unless the server itself said when.
		expect(spend(row, 1).result).toBeUndefined();
		row = told(row, { ...FAILED, retryAt: NOW + 900_000 });
		expect(spend(row, 1).result).toBe(NOW + 900_000);
	});

	it('are forgotten after one answer', () => {
		const row = told(told(told(undefined, FAILED), FAILED), OK);
		expect(row.failures).toBe(0);
		expect(row).not.toHaveProperty('retryAt');
	});
});

it('keeps the times of the last 20 answers, newest first, and the sum of bytes', () => {
	let row: BudgetRow | undefined;
	for (let ms = 1; ms <= 25; ms++) row = told(row, { ...OK, ms });
	expect(row?.times).toEqual(Array.from({ length: 20 }, (_, i) => 25 - i));
	expect(row?.bytes).toBe(25_000);
});
