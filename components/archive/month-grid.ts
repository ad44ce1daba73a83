import type { Summary } from '../../lib/store';

export type MonthCell = { month: string; posts: number; reposts: number };
export type YearRow = {
	year: string;
	total: number;
	months: readonly MonthCell[];
	/** Years without posts that follow, older than this one, and have no rows. */
	gap?: { first: string; last: string };
};

/** So many empty years one after the other are folded. */
const FOLDED = 3;

/**
 * One row of twelve months for every year from the first to the last, newest first. Empty years are there too, but
 * not a run of them: one post with a wrong date would fill the page with nothing.
 */
export function yearRows(months: Summary['months']): YearRow[] {
	const years = Object.keys(months).map((month) => Number(month.slice(0, 4)));
	if (years.length === 0) return [];
	const used = [...new Set(years)].sort((a, b) => b - a);
	return used.flatMap((year, i) => {
		const row = yearRow(year, months);
		const older = used[i + 1] ?? year - 1;
		const empty = Array.from({ length: year - older - 1 }, (_, k) => year - 1 - k);
		return empty.length < FOLDED
			? [row, ...empty.map((one) => yearRow(one, months))]
			: [{ ...row, gap: { first: String(older + 1), last: String(year - 1) } }];
	});
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
