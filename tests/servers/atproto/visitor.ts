import type { Square } from './index';

export type Visitor = {
	get(nsid: string, query?: Query, headers?: Record<string, string>): Promise<Said>;
	post(nsid: string, body?: unknown, headers?: Record<string, string>): Promise<Said>;
};

type Query = Record<string, string | number | boolean | readonly string[]>;

// biome-ignore lint/suspicious/noExplicitAny: the tests of the server say what they expect of its JSON
export type Said = { status: number; headers: Headers; json: any };

/** Calls a square for its own tests, with a token of an app password or without. */
export function visitor(square: Square, token?: string, origin = square.origin): Visitor {
	const auth: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
	const call = async (url: URL, init: RequestInit): Promise<Said> => {
		const { status, headers, ...answer } = await read(await fetch(url, init));
		return { status, headers, ...answer };
	};
	return {
		get(nsid, query = {}, headers = {}) {
			const url = new URL(`/xrpc/${nsid}`, origin);
			for (const [name, value] of Object.entries(query))
				for (const one of [value].flat()) url.searchParams.append(name, String(one));
			return call(url, { headers: { ...auth, ...headers } });
		},
		post: (nsid, body, headers = {}) =>
			call(new URL(`/xrpc/${nsid}`, origin), {
				method: 'POST',
				headers: {
					...auth,
					...(body === undefined ? {} : { 'content-type': 'application/json' }),
					...headers,
				},
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
			}),
	};
}

async function read(answer: Response): Promise<Said> {
	const text = await answer.text();
	const isJson = /json/.test(answer.headers.get('content-type') ?? '');
	return { status: answer.status, headers: answer.headers, json: isJson ? JSON.parse(text) : text };
}
