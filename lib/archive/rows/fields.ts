/** Reading JSON that anybody may have written: every field is unknown until it is looked at. */

export type Fields<K extends string> = { readonly [key in K]?: unknown };

export function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object; none of anything else. */
export function fields<K extends string>(value: unknown): Fields<K> {
	return isObject(value) ? (value as Fields<K>) : {};
}

export function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** A string, with lone surrogates replaced: they could not be stored as UTF-8. */
export function string(value: unknown): string | undefined {
	return typeof value === 'string' ? value.toWellFormed() : undefined;
}

/** A decimal id of 1 to 19 digits without leading zeros; numbers only as far as they are exact. */
export function idString(value: unknown): string | undefined {
	if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return String(value);
	return typeof value === 'string' && isId(value) ? value : undefined;
}

/** By hand: it is asked several times for every row. */
function isId(text: string): boolean {
	if (text.length === 0 || text.length > 19 || text.charCodeAt(0) === 0x30) return false;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit < 0x30 || unit > 0x39) return false;
	}
	return true;
}

/** A whole number of 0 or more, given as number or string. */
export function whole(value: unknown): number | undefined {
	const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
	return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0
		? number
		: undefined;
}

/** An http(s) address of reasonable length; undoes `&amp;`, which some archives have in them. */
export function address(value: unknown): string | undefined {
	if (typeof value !== 'string' || value.length > 4096) return undefined;
	if (!/^https?:\/\/[^\s/]/i.test(value)) return undefined;
	return value.toWellFormed().replaceAll('&amp;', '&');
}

/** The part of an address behind the last slash, without query. */
export function baseName(url: string): string {
	const path = url.split(/[?#]/, 1)[0] ?? '';
	return path.slice(path.lastIndexOf('/') + 1);
}
