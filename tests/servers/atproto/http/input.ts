import type { Json } from '../model';
import { type Param, type Params, Refusal } from './route';

const invalid = (message: string): Refusal =>
	new Refusal(400, 'InvalidRequest', message, { problem: true });

/** Reads and checks the parameters of a query. @throws Refusal names the first that is wrong. */
export function readQuery(shape: Params, query: URLSearchParams): Map<string, unknown> {
	const found = new Map<string, unknown>();
	for (const name of new Set(query.keys())) {
		const param = Object.hasOwn(shape, name) ? shape[name] : undefined;
		if (!param) throw invalid(`unknown parameter "${name}"`);
		found.set(name, readParam(name, param, query.getAll(name)));
	}
	for (const [name, { needed, kind, usual }] of Object.entries(shape)) {
		if (found.has(name)) continue;
		if (needed) throw invalid(`Error: Params must have the property "${name}"`);
		if (kind === 'number') found.set(name, usual);
		if (kind === 'list') found.set(name, []);
	}
	return found;
}

function readParam(name: string, { kind, most }: Param, values: string[]): unknown {
	const [value = ''] = values;
	if (kind === 'list') {
		if (values.length > most)
			throw invalid(`Error: ${name} must not have more than ${most} elements`);
		return values;
	}
	if (values.length > 1) throw invalid(`"${name}" is given twice`);
	if (kind === 'number') {
		if (!/^\d+$/.test(value)) throw invalid(`Error: ${name} must be an integer`);
		if (Number(value) > most) throw invalid(`Error: ${name} can not be greater than ${most}`);
		if (Number(value) < 1) throw invalid(`Error: ${name} can not be less than 1`);
		return Number(value);
	}
	if (kind === 'flag') {
		if (value !== 'true' && value !== 'false') throw invalid(`Error: ${name} must be a boolean`);
		return value === 'true';
	}
	return value;
}

/** Reads and checks the JSON body of a procedure. */
export function readBody(shape: Params, type: string, bytes: Buffer): Json {
	if (bytes.length === 0 && Object.values(shape).every(({ needed }) => !needed)) return {};
	if (!type.startsWith('application/json'))
		throw invalid(`Wrong request encoding (Content-Type): ${type}`);
	let value: unknown;
	try {
		value = JSON.parse(bytes.toString('utf8'));
	} catch {
		throw invalid('Unable to parse JSON body');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw invalid('Error: Input must be an object');
	for (const name of Object.keys(value))
		if (!Object.hasOwn(shape, name)) throw invalid(`unknown field "${name}"`);
	for (const [name, { needed }] of Object.entries(shape))
		if (needed && !Object.hasOwn(value, name))
			throw invalid(`Error: Input must have the property "${name}"`);
	return value as Json;
}
