import type { IncomingMessage } from 'node:http';
import { type Upload, WrongType } from './fields';

const MAX_BYTES = 64 * 1024 * 1024;

export type Body = { value: Record<string, unknown>; loose: boolean };

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of request as AsyncIterable<Buffer>) {
		size += part.length;
		if (size > MAX_BYTES) throw new WrongType('the body is too large');
		parts.push(part);
	}
	return Buffer.concat(parts);
}

/** JSON, urlencoded or multipart, as the content type says. @throws WrongType for anything else. */
export function parseBody(type: string, bytes: Buffer): Body {
	if (bytes.length === 0) return { value: {}, loose: true };
	if (type.startsWith('application/json')) return { value: parseJson(bytes), loose: false };
	if (type.startsWith('application/x-www-form-urlencoded')) {
		return { value: nest(new URLSearchParams(bytes.toString('utf8'))), loose: true };
	}
	if (type.startsWith('multipart/form-data')) {
		const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
		if (boundary) return { value: nest(multipart(bytes, boundary)), loose: true };
	}
	throw new WrongType(`a body of content type "${type}" cannot be read`);
}

function parseJson(bytes: Buffer): Record<string, unknown> {
	let value: unknown;
	try {
		value = JSON.parse(bytes.toString('utf8'));
	} catch {
		throw new WrongType('the body is not JSON');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new WrongType('the body must be an object');
	}
	return value as Record<string, unknown>;
}

type Tree = { [name: string]: unknown };

/** `a[b][]=c` as Rack reads it: nested objects and arrays, and objects in arrays begin anew on a known key. */
export function nest(pairs: Iterable<readonly [string, string | Upload]>): Tree {
	const root: Tree = Object.create(null) as Tree;
	for (const [name, value] of pairs) {
		const [head = '', ...rest] = name.split('[').map((part) => part.replace(/\]$/, ''));
		put(root, head, rest, value);
	}
	return root;
}

function put(tree: Tree, head: string, rest: readonly string[], value: unknown): void {
	const [next, ...further] = rest;
	if (next === undefined) {
		tree[head] = value;
	} else if (next === '') {
		const items = Array.isArray(tree[head]) ? (tree[head] as unknown[]) : [];
		tree[head] = items;
		append(items, further, value);
	} else {
		const inner = (tree[head] ?? Object.create(null)) as Tree;
		tree[head] = inner;
		put(inner, next, further, value);
	}
}

function append(items: unknown[], rest: readonly string[], value: unknown): void {
	const [next, ...further] = rest;
	if (next === undefined) {
		items.push(value);
		return;
	}
	const last = items.at(-1) as Tree | undefined;
	const open =
		last && !(next in last && further.length === 0) ? last : (Object.create(null) as Tree);
	if (open !== last) items.push(open);
	put(open, next, further, value);
}

function* multipart(bytes: Buffer, boundary: string): Generator<[string, string | Upload]> {
	const mark = Buffer.from(`--${boundary}`);
	let from = bytes.indexOf(mark);
	while (from >= 0) {
		const start = from + mark.length + 2;
		const end = bytes.indexOf(mark, start);
		if (end < 0) return;
		const part = bytes.subarray(start, end - 2);
		const split = part.indexOf('\r\n\r\n');
		const head = part.subarray(0, split).toString('utf8');
		const content = part.subarray(split + 4);
		const name = /\bname="([^"]*)"/.exec(head)?.[1];
		const filename = /\bfilename="([^"]*)"/.exec(head)?.[1];
		if (name === undefined) throw new WrongType('a part of the form has no name');
		if (filename === undefined) yield [name, content.toString('utf8')];
		else {
			const type = /content-type:\s*(\S+)/i.exec(head)?.[1] ?? 'application/octet-stream';
			yield [name, { name: filename, type, bytes: new Uint8Array(content) }];
		}
		from = end;
	}
}
