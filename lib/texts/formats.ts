import type { Instant } from '../model';

/** `day` 21 Nov 2014, `short` 21 Nov, `minute` with the time, `month` November 2014, `time` 14:02, `full` all of it. */
export type DateStyle = 'day' | 'short' | 'minute' | 'month' | 'time' | 'full';

export type Formats = {
	number(n: number): string;
	/** 0 to 1 as whole percent. */
	percent(share: number): string;
	/** 1234567 → 1.2 MB. Decimal units, as file managers and providers count. */
	bytes(n: number): string;
	/** Local time. */
	date(instant: Instant, style: DateStyle): string;
	/** From milliseconds, rounded to one unit that a person would say: 40 seconds, 3 minutes, 2 hours, 7 days. */
	duration(ms: number): string;
	/** `a, b and c` */
	list(items: readonly string[]): string;
	/** 1 is Monday. */
	weekday(day: number, width: 'short' | 'long'): string;
	/** 1 is January. */
	monthName(month: number, width: 'short' | 'long' | 'narrow'): string;
	/** `14:00` or `2 PM`, as the region says it. */
	hour(hour: number): string;
};

const DATES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
	day: { day: 'numeric', month: 'short', year: 'numeric' },
	short: { day: 'numeric', month: 'short' },
	minute: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
	month: { month: 'long', year: 'numeric' },
	time: { hour: 'numeric', minute: '2-digit' },
	full: { dateStyle: 'full', timeStyle: 'medium' },
};

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
/** Any Monday, and a January: only their names are used. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

export function createFormats(locale: string): Formats {
	const dates = new Map<DateStyle, Intl.DateTimeFormat>();
	const plain = new Intl.NumberFormat(locale);
	const whole = new Intl.NumberFormat(locale, { style: 'percent' });
	const list = new Intl.ListFormat(locale);
	const unit = (n: number, name: string, display: 'short' | 'long', digits: number): string =>
		new Intl.NumberFormat(locale, {
			style: 'unit',
			unit: name,
			unitDisplay: display,
			maximumFractionDigits: digits,
		}).format(n);
	const names = new Map<string, string>();
	/** Charts ask for the same few names hundreds of times, and making a format is slow. */
	const named = (instant: Instant, options: Intl.DateTimeFormatOptions): string => {
		const key = `${instant} ${JSON.stringify(options)}`;
		const name =
			names.get(key) ??
			new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(instant);
		names.set(key, name);
		return name;
	};
	return {
		number: (n) => plain.format(n),
		percent: (share) => whole.format(share),
		bytes(n) {
			const size = magnitude(n);
			const value = n / 1000 ** size;
			const display = size === 0 ? 'long' : 'short';
			return unit(value, UNITS[size] ?? 'byte', display, size > 1 && value < 100 ? 1 : 0);
		},
		date(instant, style) {
			const format = dates.get(style) ?? new Intl.DateTimeFormat(locale, DATES[style]);
			dates.set(style, format);
			return format.format(instant);
		},
		duration(ms) {
			const seconds = Math.max(1, Math.round(ms / 1000));
			if (seconds < 60) return unit(seconds, 'second', 'long', 0);
			const minutes = Math.round(seconds / 60);
			if (minutes < 90 && minutes !== 60) return unit(minutes, 'minute', 'long', 0);
			const hours = seconds / 3600;
			if (hours < 48 && hours !== 24) return unit(hours, 'hour', 'long', 1);
			return unit(hours / 24, 'day', 'long', 1);
		},
		list: (items) => list.format(items),
		weekday: (day, width) => named(MONDAY + (day - 1) * DAY, { weekday: width }),
		monthName: (month, width) => named(Date.UTC(2024, month - 1, 1), { month: width }),
		hour: (hour) => named(MONDAY + hour * 3_600_000, { hour: 'numeric' }),
	};
}

function magnitude(n: number): number {
	let size = 0;
	while (size < UNITS.length - 1 && Math.round(n / 1000 ** size) >= 1000) size++;
	return size;
}
