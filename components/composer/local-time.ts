import type { Instant } from '../../lib/model';

/** A time as `<input type="datetime-local">` holds it, in the person's own zone. */
export function localTime(instant: Instant): string {
	const at = new Date(instant);
	const two = (n: number) => String(n).padStart(2, '0');
	const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
	return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What such a field holds; undefined while no whole time stands in it. */
export function instantOf(local: string): Instant | undefined {
	const at = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d/.test(local) ? new Date(local).getTime() : Number.NaN;
	return Number.isNaN(at) ? undefined : at;
}
