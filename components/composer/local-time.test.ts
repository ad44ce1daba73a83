import { expect, it } from 'vitest';
import { instantOf, localTime } from './local-time';

it('is the same time there and back, to the minute', () => {
	const noon = new Date(2026, 10, 24, 12, 5).getTime();
	expect(localTime(noon)).toBe('2026-11-24T12:05');
	expect(instantOf('2026-11-24T12:05')).toBe(noon);
	expect(instantOf(localTime(noon + 59_999))).toBe(noon);
});

it('is none while it is not whole', () => {
	for (const local of ['', '2026-11-24', 'T12:05', '2026-13-45T99:99'])
		expect(instantOf(local)).toBeUndefined();
});
