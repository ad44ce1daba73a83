import type { Instant } from '../../lib/model';

/** What a region (ISO 3166-1) or a language (BCP 47) is called in `language`; the code where it has no name. */
export function nameOf(code: string, type: 'region' | 'language', language: string): string {
	try {
		return new Intl.DisplayNames([language], { type }).of(code) ?? code;
	} catch (error) {
		if (error instanceof RangeError) return code;
		throw error;
	}
}

/** Midnight, here, of a day such as `2026-11-22`. */
export function dayOf(on: string): Instant {
	const [year = 1970, month = 1, day = 1] = on.split('-').map(Number);
	return new Date(year, month - 1, day).getTime();
}

const DAY_MS = 86_400_000;

/** How long ago a day was: `today`, `3 days ago`, `2 months ago`. */
export function ago(on: string, now: Instant, language: string): string {
	const days = Math.max(0, Math.round((dayOf(localDay(now)) - dayOf(on)) / DAY_MS));
	const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
	if (days < 60) return format.format(-days, 'day');
	if (days < 700) return format.format(-Math.round(days / 30.4), 'month');
	return format.format(-Math.round(days / 365.25), 'year');
}

function localDay(now: Instant): string {
	const date = new Date(now);
	return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
