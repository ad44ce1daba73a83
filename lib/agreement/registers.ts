import type { Register, Registers } from '../model';

/** A moment beyond which no clock is believed: the year 2200. Later writings here still count above it. */
const LAST = 7_258_118_400_000;
const MOST_KEY = 400;
const MOST_JSON = 7000;

/** Whether `a` is said after `b`. A total order, so that all browsers choose alike, whatever comes first to them. */
export function isLater(a: Register, b: Register): boolean {
	if (a.at !== b.at) return a.at > b.at;
	if (a.by !== b.by) return a.by > b.by;
	return (a.json ?? '') > (b.json ?? '');
}

/** Of each thing what was said last. The order of merging, and merging twice, make no difference. */
export function merge(a: Registers, b: Registers): Registers {
	const merged = new Map(a);
	for (const [key, register] of b) {
		const mine = merged.get(key);
		if (!mine || isLater(register, mine)) merged.set(key, register);
	}
	return merged;
}

/** What is said now of a thing: after all that was heard of it, though another browser's clock may be ahead. */
export function said(
	before: Register | undefined,
	now: number,
	by: string,
	value: unknown,
): Register {
	const at = Math.min(Math.max(now, (before?.at ?? -1) + 1), LAST);
	return { at, by, ...(value === undefined ? {} : { json: JSON.stringify(value) }) };
}

/** The value of a register; undefined if it is gone, or is no JSON. */
export function valueIn(register: Register | undefined): unknown {
	if (register?.json === undefined) return undefined;
	try {
		return JSON.parse(register.json);
	} catch {
		return undefined;
	}
}

/** One row of a piece, as it comes from another browser: anything; undefined unless it is a register. */
export function registerIn(row: unknown): readonly [string, Register] | undefined {
	if (!Array.isArray(row)) return undefined;
	const [key, at, by, json]: unknown[] = row;
	if (typeof key !== 'string' || key === '' || key.length > MOST_KEY) return undefined;
	if (typeof by !== 'string' || !/^[\w-]{1,64}$/.test(by)) return undefined;
	if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < 0 || at > LAST) return undefined;
	if (json === undefined || json === null) return [key, { at, by }];
	if (typeof json !== 'string' || json.length > MOST_JSON) return undefined;
	return [key, { at, by, json }];
}
