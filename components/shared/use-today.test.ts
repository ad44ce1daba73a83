import { expect, test } from 'vitest';
import { msToMidnight } from './use-today';

test.each([
	[new Date(2026, 10, 22, 23, 59, 59), 1050],
	[new Date(2026, 10, 22), 24 * 3_600_000 + 50],
	[new Date(2026, 11, 31, 23), 3_600_050],
])('after %s the next day begins in time', (now, ms) => {
	expect(msToMidnight(now)).toBe(ms);
	expect(new Date(now.getTime() + ms).getDate()).not.toBe(now.getDate());
});
