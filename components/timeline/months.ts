import type { Instant } from '../../lib/model';
import type { Generation } from '../../lib/store';

/** The first instant after a month (`2014-03`), local time. */
export function monthEnd(month: string): Instant {
	const [year = 0, number = 1] = month.split('-').map(Number);
	return new Date(year, number, 1).getTime();
}

/** The month of an instant, local time. */
export function monthOf(instant: Instant): string {
	const date = new Date(instant);
	return `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

export type MonthCount = { month: string; posts: number; reposts: number };

/** The months in which something was posted, over all archives, newest first. */
export function monthsOf(generations: readonly Generation[]): MonthCount[] {
	const months = new Map<string, MonthCount>();
	for (const { summary } of generations) {
		for (const [month, { posts, reposts }] of Object.entries(summary.months)) {
			const sum = months.get(month) ?? { month, posts: 0, reposts: 0 };
			months.set(month, { month, posts: sum.posts + posts, reposts: sum.reposts + reposts });
		}
	}
	return [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1));
}
