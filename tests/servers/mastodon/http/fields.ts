/** What a parameter must be. `loose`: it came from a query or form, where everything is text. */
export type Field<T> = { parse(raw: unknown, loose: boolean): T };
export type Shape = Readonly<Record<string, Field<unknown>>>;
export type Values<S extends Shape> = {
	readonly [K in keyof S]?: (S[K] extends Field<infer T> ? T : never) | undefined;
};
export type Upload = { name: string; type: string; bytes: Uint8Array };

export class WrongType extends Error {}

const wrong = (what: string): never => {
	throw new WrongType(`must be ${what}`);
};

export const text: Field<string> = {
	parse: (raw) => (typeof raw === 'string' ? raw : wrong('a string')),
};

export const id: Field<string> = {
	parse(raw) {
		if (typeof raw !== 'string') return wrong('an id (a string)');
		return /^[A-Za-z0-9-]{1,64}$/.test(raw) ? raw : wrong('an id');
	},
};

export const integer: Field<number> = {
	parse(raw, loose) {
		const n = loose && typeof raw === 'string' && /^-?\d+$/.test(raw) ? Number(raw) : raw;
		return typeof n === 'number' && Number.isInteger(n) ? n : wrong('an integer');
	},
};

export const flag: Field<boolean> = {
	parse(raw, loose) {
		if (typeof raw === 'boolean') return raw;
		if (!loose) return wrong('a boolean');
		if (raw === 'true' || raw === '1' || raw === 'on') return true;
		return raw === 'false' || raw === '0' || raw === 'off' ? false : wrong('a boolean');
	},
};

export function oneOf<const T extends string>(...allowed: readonly T[]): Field<T> {
	return {
		parse: (raw) => allowed.find((value) => value === raw) ?? wrong(`one of ${allowed.join(', ')}`),
	};
}

export function list<T>(of: Field<T>): Field<T[]> {
	return {
		parse: (raw, loose) =>
			Array.isArray(raw) ? raw.map((item) => of.parse(item, loose)) : wrong('an array'),
	};
}

export function object<S extends Shape>(shape: S): Field<Values<S>> {
	return { parse: (raw, loose) => parseShape(shape, raw, loose) };
}

export const file: Field<Upload> = {
	parse: (raw) => (isUpload(raw) ? raw : wrong('a file')),
};

export const any: Field<unknown> = { parse: (raw) => raw };

function isUpload(raw: unknown): raw is Upload {
	return (
		typeof raw === 'object' && raw !== null && 'bytes' in raw && raw.bytes instanceof Uint8Array
	);
}

/** @throws WrongType names the first field that is unknown or of a wrong type. */
export function parseShape<S extends Shape>(shape: S, raw: unknown, loose: boolean): Values<S> {
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return wrong('an object');
	const out: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(raw)) {
		const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
		if (!field) throw new WrongType(`unknown field "${name}"`);
		try {
			out[name] = field.parse(value, loose);
		} catch (error) {
			if (error instanceof WrongType) throw new WrongType(`"${name}" ${error.message}`);
			throw error;
		}
	}
	return out as Values<S>;
}
