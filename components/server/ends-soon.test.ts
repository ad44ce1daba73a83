import { expect, test } from 'vitest';
import { endsSoon, LAST_MS } from './ends-soon';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);

test.each([
	['in three days', 'active', NOW + 3 * DAY, NOW + 3 * DAY],
	['in two weeks', 'active', NOW + 14 * DAY, undefined],
	['an hour ago', 'active', NOW - DAY / 24, NOW - DAY / 24],
	['tomorrow, but is over already', 'ended', NOW + DAY, undefined],
	['nobody says when', 'active', undefined, undefined],
] as const)('a session that ends %s', (_when, state, endsAt, told) => {
	expect(endsSoon(endsAt === undefined ? { state } : { state, endsAt }, NOW)).toBe(told);
});

test('where one reads it is told two days before', () => {
	const me = { state: 'active' } as const;
	const at = (endsAt: number) => endsSoon({ ...me, endsAt }, NOW, LAST_MS);
	expect(at(NOW + 3 * DAY)).toBeUndefined();
	expect(at(NOW + DAY)).toBe(NOW + DAY);
	expect(at(NOW - DAY)).toBe(NOW - DAY);
});
