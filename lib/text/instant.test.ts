import { expect, it } from 'vitest';
import { parseInstant } from './instant';

it.each([
	['Sat Feb 18 12:33:11 +0000 2023', '2023-02-18T12:33:11.000Z'],
	['Sat Feb 18 12:33:11 +0130 2023', '2023-02-18T11:03:11.000Z'],
	['Sat Feb 18 12:33:11 -0500 2023', '2023-02-18T17:33:11.000Z'],
	['2013-03-09 08:12:22 +0000', '2013-03-09T08:12:22.000Z'],
	['2023-02-18T12:33:11.123Z', '2023-02-18T12:33:11.123Z'],
	['2023-02-18T12:33:11+02:00', '2023-02-18T10:33:11.000Z'],
])('%s is %s', (text, iso) => {
	expect(new Date(parseInstant(text) ?? Number.NaN).toISOString()).toBe(iso);
});

it.each([
	['Sat Fab 18 12:33:11 +0000 2023'],
	['Sat ebM 18 12:33:11 +0000 2023'],
	['2023-13-18T12:33:11Z'],
	['1999-01-01T00:00:00Z'],
	['2100-01-01T00:00:00Z'],
	['yesterday'],
	[''],
	[1676723591000],
	[null],
	[undefined],
])('%s is no instant', (text) => {
	expect(parseInstant(text)).toBeUndefined();
});
