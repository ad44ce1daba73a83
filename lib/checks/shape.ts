/** Something is not what it says it is. The message names the place in our own words, never what stands there. */
export class BadShape extends Error {
	override name = 'BadShape';
}

/** Returns the value as far as it is known, made anew. Throws `BadShape`. */
export type Check<T> = (value: unknown) => T;
type Optional<T> = { optional: Check<T> };

/** Keys through which a value could change what all objects are. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
/** Names, ids and addresses. */
const NAME = 4096;
const ADDRESS = 65_536;
const MOST_MS = 8.64e15;

export function text(most: number): Check<string> {
	return (value) => {
		if (typeof value !== 'string' || value.length > most) throw new BadShape('a text');
		return value;
	};
}

/** A name, an id or an address: not empty. */
export const name: Check<string> = (value) => {
	const found = text(NAME)(value);
	if (found === '') throw new BadShape('a name');
	return found;
};

/** An address that may be led to: http or https, as somebody once wrote it (archives hold some that no browser reads). */
export const webAddress: Check<string> = (value) => {
	const found = text(ADDRESS)(value);
	if (!/^https?:\/\//i.test(found)) throw new BadShape('an address');
	return found;
};

export function numberIn(least: number, most: number): Check<number> {
	return (value) => {
		if (typeof value !== 'number' || !(value >= least && value <= most))
			throw new BadShape('a number');
		return value;
	};
}

export const instant = numberIn(-MOST_MS, MOST_MS);

/** A whole number from 0. */
export const count: Check<number> = (value) => {
	const found = numberIn(0, Number.MAX_SAFE_INTEGER)(value);
	if (!Number.isInteger(found)) throw new BadShape('a count');
	return found;
};

/** What is there or not. */
export const flag: Check<true> = (value) => {
	if (value !== true) throw new BadShape('a flag');
	return true;
};

export const switched: Check<boolean> = (value) => {
	if (typeof value !== 'boolean') throw new BadShape('yes or no');
	return value;
};

export function oneOf<T extends string | number>(...known: readonly T[]): Check<T> {
	return (value) => {
		const found = known.find((one) => one === value);
		if (found === undefined) throw new BadShape('one of a few words');
		return found;
	};
}

/** What the first of them that does not refuse makes of it. */
export function anyOf<T>(...checks: readonly Check<T>[]): Check<T> {
	return (value) => {
		for (const check of checks) {
			try {
				return check(value);
			} catch (error) {
				if (!(error instanceof BadShape)) throw error;
			}
		}
		throw new BadShape('one of a few shapes');
	};
}

export function list<T>(each: Check<T>, most = 10_000): Check<T[]> {
	return (value) => {
		if (!Array.isArray(value) || value.length > most) throw new BadShape('a list');
		return Array.from(value, each);
	};
}

/** Values by names that are the person's data. */
export function record<T>(each: Check<T>, most = 10_000): Check<Record<string, T>> {
	return (value) => {
		const entries = Object.entries(objectIn(value));
		if (entries.length > most) throw new BadShape('a record');
		for (const [key] of entries) {
			if (key.length > NAME || FORBIDDEN.has(key)) throw new BadShape('a name');
		}
		return Object.fromEntries(entries.map(([key, one]) => [key, each(one)]));
	};
}

export function optional<T>(check: Check<T>): Optional<T> {
	return { optional: check };
}

type Fields<T> = {
	readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<Required<T>[K]> : Check<T[K]>;
};

/** An object of these fields, each its own, in the order in which they stood; others are left behind. */
export function shape<T extends object>(fields: Fields<T>): Check<T> {
	const known = new Map(Object.entries(fields) as [string, Check<unknown> | Optional<unknown>][]);
	return (value) => {
		const given = Object.entries(objectIn(value)).filter(([, one]) => one !== undefined);
		const found = given.flatMap(([key, one]): [string, unknown][] => {
			const check = known.get(key);
			if (!check) return [];
			return [[key, typeof check === 'function' ? check(one) : check.optional(one)]];
		});
		const there = new Set(found.map(([key]) => key));
		for (const [key, check] of known)
			if (typeof check === 'function' && !there.has(key)) check(undefined);
		return Object.fromEntries(found) as T;
	};
}

type Out<F> = {
	[K in keyof F as F[K] extends Check<unknown> ? K : never]: F[K] extends Check<infer V>
		? V
		: never;
} & {
	[K in keyof F as F[K] extends Optional<unknown> ? K : never]?: F[K] extends Optional<infer V>
		? V
		: never;
};

/** The same where no type of ours says what has to be named. */
export function object<F extends Readonly<Record<string, Check<unknown> | Optional<unknown>>>>(
	fields: F,
): Check<Out<F>> {
	return shape<object>(fields as Fields<object>) as Check<Out<F>>;
}

function objectIn(value: unknown): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new BadShape('an object');
	}
	return value as Record<string, unknown>;
}
