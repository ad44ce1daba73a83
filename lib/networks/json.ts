import { plainLine } from '../text';

/** Any object of an answer: nothing about its fields is known. */
export type Json = Readonly<Record<string, unknown>>;

export function record(value: unknown): Json | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Json)
		: undefined;
}

/** The first `most` of a list; empty for anything else. */
export function list(value: unknown, most: number): readonly unknown[] {
	return Array.isArray(value) ? value.slice(0, most) : [];
}

/** What `read` makes of each of the first `most`, without those it makes nothing of. */
export function each<T>(
	value: unknown,
	most: number,
	read: (one: unknown) => T | undefined,
): readonly T[] | undefined {
	const all = list(value, most)
		.map(read)
		.filter((one) => one !== undefined);
	return all.length > 0 ? all : undefined;
}

/** One line of plain text; undefined when nothing is left. */
export function line(value: unknown, most: number): string | undefined {
	return typeof value === 'string' ? plainLine(value, most) || undefined : undefined;
}

export function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** A whole number that is not negative. */
export function count(value: unknown): number | undefined {
	return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}

export function finite(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function flag(value: unknown): true | undefined {
	return value === true || undefined;
}

/** Dots alone are not among them: in the path of an address they would lead elsewhere. */
const ID = /^[\w-][\w.:~=-]{0,127}$/;

/** A server's own id: opaque, but fit for the path of an address. */
export function localId(value: unknown): string | undefined {
	if (Number.isSafeInteger(value)) return String(value);
	return typeof value === 'string' && ID.test(value) ? value : undefined;
}

/** The same fields without the undefined ones: what is stored stays small. */
export function present<T extends object>(
	fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
	// Run for every object of every answer: by way of entries, a page takes half as long again.
	const kept: Record<string, unknown> = {};
	for (const name of Object.keys(fields)) {
		const value = (fields as Json)[name];
		if (value !== undefined) kept[name] = value;
	}
	return kept as { [K in keyof T]?: Exclude<T[K], undefined> };
}
