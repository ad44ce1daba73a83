import { type Incoming, Refusal } from '../http/route';

/** A form or JSON, with nothing in it that is not known. */
export function formOf(
	{ request, bytes }: Incoming,
	known: readonly string[],
): Map<string, string> {
	const type = request.headers['content-type'] ?? '';
	const entries = type.startsWith('application/json')
		? Object.entries(JSON.parse(bytes.toString('utf8')) as object)
		: [...new URLSearchParams(bytes.toString('utf8'))];
	for (const [name] of entries)
		if (!known.includes(name))
			throw new Refusal(400, 'invalid_request', `unknown parameter "${name}"`, { problem: true });
	return new Map(entries.map(([name, value]) => [name, String(value)]));
}

export function needed(input: Map<string, string>, name: string): string {
	const value = input.get(name);
	if (value !== undefined && value !== '') return value;
	throw new Refusal(400, 'invalid_request', `${name} is missing`, { problem: true });
}
