import { expect, test } from 'vitest';
import type { Generation } from '../../lib/store';
import { monthEnd, monthOf, monthsOf } from './months';

test('a month ends where the next one begins, local time', () => {
	expect(new Date(monthEnd('2014-03'))).toEqual(new Date(2014, 3, 1));
	expect(new Date(monthEnd('2014-12'))).toEqual(new Date(2015, 0, 1));
	expect(monthOf(monthEnd('2014-12'))).toBe('2015-01');
	expect(monthOf(monthEnd('2014-12') - 1)).toBe('2014-12');
});

test('months of several archives are added up, newest first', () => {
	const archive = (months: Generation['summary']['months']) =>
		({ summary: { months } }) as Generation;
	expect(
		monthsOf([
			archive({ '2013-12': { posts: 1, reposts: 0 }, '2014-02': { posts: 2, reposts: 3 } }),
			archive({ '2014-02': { posts: 5, reposts: 1 } }),
		]),
	).toEqual([
		{ month: '2014-02', posts: 7, reposts: 4 },
		{ month: '2013-12', posts: 1, reposts: 0 },
	]);
});
