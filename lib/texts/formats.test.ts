import { expect, test } from 'vitest';
import { createFormats } from './formats';

const formats = createFormats('en-US');

test.each([
	[0, '0 bytes'],
	[999, '999 bytes'],
	[999_600, '1 MB'],
	[12_345, '12 kB'],
	[1_234_567, '1.2 MB'],
	[123_456_789, '123 MB'],
	[5_250_000_000, '5.3 GB'],
	[3e15, '3,000 TB'],
])('%i bytes are %s', (n, words) => {
	expect(formats.bytes(n)).toBe(words);
});

test.each([
	[0, '1 second'],
	[1400, '1 second'],
	[59_400, '59 seconds'],
	[59_600, '1 minute'],
	[89 * 60_000, '89 minutes'],
	[60 * 60_000, '1 hour'],
	[100 * 60_000, '1.7 hours'],
	[36 * 3_600_000, '36 hours'],
	[24 * 3_600_000, '1 day'],
	[4320 * 60_000, '3 days'],
	[10_080 * 60_000, '7 days'],
])('%i ms are %s', (ms, words) => {
	expect(formats.duration(ms)).toBe(words);
});

test('weekdays begin on Monday, months with January', () => {
	expect([1, 7].map((day) => formats.weekday(day, 'long'))).toEqual(['Monday', 'Sunday']);
	expect([1, 12].map((month) => formats.monthName(month, 'short'))).toEqual(['Jan', 'Dec']);
	expect(createFormats('de').weekday(3, 'long')).toBe('Mittwoch');
});

test('hours are those of the region, whatever the zone', () => {
	expect(formats.hour(0)).toBe('12 AM');
	expect(createFormats('de').hour(14)).toBe('14 Uhr');
});
