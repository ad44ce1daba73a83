import type { Summary } from '../../lib/store';

export type MonthCell = { month: string; posts: number; reposts: number };
export type YearRow = { year: string; total: number; months: readonly MonthCell[] };

/** One row of twelve months for every year from the first to the last, newest first; empty years are there too. */
export function yearRows(months: Summary['months']): YearRow[] {
	const years = Object.keys(months).map((month) => Number(month.slice(0, 4)));
	if (years.length === 0) return [];
	const first = Math.min(...years);
	const last = Math.max(...years);
	return Array.from({ length: last - first + 1 }, (_, i) => yearRow(last - i, months));
}

function yearRow(number: number, months: Summary['months']): YearRow {
	const year = String(number).padStart(4, '0');
	const cells = Array.from({ length: 12 }, (_, i) => {
		const month = `${year}-${String(i + 1).padStart(2, '0')}`;
		return { month, posts: months[month]?.posts ?? 0, reposts: months[month]?.reposts ?? 0 };
	});
	return {
		year,
		months: cells,
		total: cells.reduce((sum, cell) => sum + cell.posts + cell.reposts, 0),
	};
}

/**
 * Heights of the two parts of a bar, bottom first, when `most` fills `height`. By the square root, so that one loud
 * month does not flatten all others; the parts share the bar as their numbers do.
 */
export function barHeights(
	{ posts, reposts }: MonthCell,
	most: number,
	height: number,
): { posts: number; reposts: number } {
	const sum = posts + reposts;
	if (sum === 0) return { posts: 0, reposts: 0 };
	const whole = Math.max(1.5, Math.sqrt(sum / most) * height);
	return { posts: (whole * posts) / sum, reposts: (whole * reposts) / sum };
}

export function highest(rows: readonly YearRow[]): number {
	return Math.max(
		1,
		...rows.flatMap(({ months }) => months.map((cell) => cell.posts + cell.reposts)),
	);
}

/** Where an arrow key leads in a grid of twelve columns; Home and End stay in the row. */
export function stepInGrid(key: string, at: number, count: number): number | undefined {
	const steps: Record<string, number> = {
		ArrowRight: 1,
		ArrowLeft: -1,
		ArrowDown: 12,
		ArrowUp: -12,
	};
	const rowStart = at - (at % 12);
	const to =
		key === 'Home'
			? rowStart
			: key === 'End'
				? rowStart + 11
				: steps[key] === undefined
					? -1
					: at + steps[key];
	return to >= 0 && to < count ? to : undefined;
}
