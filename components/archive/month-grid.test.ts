import { expect, test } from 'vitest';
import { barHeights, highest, stepInGrid, yearRows } from './month-grid';

const months = {
	'2011-12': { posts: 3, reposts: 1 },
	'2013-02': { posts: 7, reposts: 5 },
	'2013-01': { posts: 1, reposts: 0 },
};

test('every year has its row, the empty ones too, newest first', () => {
	const rows = yearRows(months);
	expect(rows.map(({ year, total }) => [year, total])).toEqual([
		['2013', 13],
		['2012', 0],
		['2011', 4],
	]);
	expect(rows[0]?.months[1]).toEqual({ month: '2013-02', posts: 7, reposts: 5 });
	expect(rows[1]?.months).toHaveLength(12);
	expect(highest(rows)).toBe(12);
});

test('a run of empty years is one line, whatever a wrong date says', () => {
	const rows = yearRows({ ...months, '2099-01': { posts: 1, reposts: 0 } });
	expect(rows.map(({ year, gap }) => [year, gap])).toEqual([
		['2099', { first: '2014', last: '2098' }],
		['2013', undefined],
		['2012', undefined],
		['2011', undefined],
	]);
});

test('a bar is as high as the root of its share, and its parts share it', () => {
	const bar = barHeights({ month: '', posts: 15, reposts: 10 }, 100, 40);
	expect(bar.posts).toBeCloseTo(12);
	expect(bar.reposts).toBeCloseTo(8);
	expect(barHeights({ month: '', posts: 1, reposts: 0 }, 1e6, 40).posts).toBe(1.5);
	expect(barHeights({ month: '', posts: 0, reposts: 0 }, 1, 40)).toEqual({ posts: 0, reposts: 0 });
});

test('no months, no rows', () => {
	expect(yearRows({})).toEqual([]);
	expect(highest([])).toBe(1);
});

test.each([
	['ArrowRight', 11, 12],
	['ArrowLeft', 0, undefined],
	['ArrowDown', 5, 17],
	['ArrowUp', 5, undefined],
	['ArrowDown', 30, undefined],
	['Home', 17, 12],
	['End', 12, 23],
	['x', 3, undefined],
])('%s at %i of 36 leads to %s', (key, at, to) => {
	expect(stepInGrid(key, at, 36)).toBe(to);
});
