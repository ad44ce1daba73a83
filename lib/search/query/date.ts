import type { Instant } from '../../model';

const DATE = /^([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/**
 * The local midnight at which YYYY, YYYY-MM, YYYY-MM-DD, `today` or `yesterday` begins; undefined when there is no
 * such date.
 */
export function parseDate(value: string, now: Date): Instant | undefined {
	const word = value.toLowerCase();
	if (word === 'today') return midnight(now, 0);
	if (word === 'yesterday') return midnight(now, -1);
	const match = DATE.exec(value);
	if (!match) return undefined;
	const [, year = '', month = '1', day = '1'] = match;
	const date = new Date(Number(year), Number(month) - 1, Number(day));
	const exists = date.getMonth() === Number(month) - 1 && date.getDate() === Number(day);
	return exists ? date.getTime() : undefined;
}

function midnight(now: Date, days: number): Instant {
	return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime();
}
