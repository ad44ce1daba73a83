import { createHash, randomBytes } from 'node:crypto';
import type { MastodonServer } from './index';

/** A client with a cookie jar, for the tests of the server itself. */
export type Visitor = {
	get(path: string, headers?: Record<string, string>): Promise<Response>;
	send(
		method: string,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	): Promise<Response>;
};

/** Calls a server, with a token or without. */
export function visitor(server: MastodonServer, token?: string): Visitor {
	const auth: Record<string, string> =
		token === undefined ? {} : { authorization: `Bearer ${token}` };
	return {
		get: (path, headers = {}) => fetch(server.origin + path, { headers: { ...auth, ...headers } }),
		send: (method, path, body, headers = {}) =>
			fetch(server.origin + path, {
				method,
				headers: {
					...auth,
					...(body === undefined || body instanceof FormData || body instanceof URLSearchParams
						? {}
						: { 'content-type': 'application/json' }),
					...headers,
				},
				...(body === undefined
					? {}
					: {
							body:
								body instanceof FormData || body instanceof URLSearchParams
									? body
									: JSON.stringify(body),
						}),
			}),
	};
}

export async function json<T = Record<string, unknown>>(answer: Promise<Response>): Promise<T> {
	return (await (await answer).json()) as T;
}

/** The hidden fields and the target of the nth form on a page. */
function form(html: string, n: number) {
	const source = html.split('<form ')[n + 1] ?? '';
	const action = /action="([^"]*)"/.exec(source)?.[1] ?? '';
	const fields = new URLSearchParams();
	for (const [, name = '', value = ''] of source.matchAll(
		/type="hidden" name="([^"]*)" value="([^"]*)"/g,
	)) {
		fields.set(name, value.replaceAll('&amp;', '&').replaceAll('&quot;', '"'));
	}
	const inputs = [...source.matchAll(/type="(?:text|password)" name="([^"]*)"/g)].map(
		([, name = '']) => name,
	);
	return { action, fields, inputs };
}

export type SignIn = {
	redirect?: string;
	scopes?: string;
	pkce?: boolean;
	state?: string;
	deny?: boolean;
};
export type SignedIn = {
	location: URL;
	app: { client_id: string; client_secret: string };
	verifier: string;
	redirect: string;
	page: string;
};

/** Walks the HTML pages as a person does, from the address of a program to where the server leads back. */
export async function walkPages(
	server: MastodonServer,
	who: { email: string; password: string; username: string },
	start: string,
	deny: boolean,
): Promise<{ location: string | null; page: string }> {
	let cookie = '';
	const go = async (path: string, body?: URLSearchParams): Promise<Response> => {
		const answer = await fetch(new URL(path, server.origin), {
			method: body ? 'POST' : 'GET',
			headers: { cookie },
			redirect: 'manual',
			...(body ? { body } : {}),
		});
		cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
		return answer;
	};
	const follow = async (answer: Response): Promise<Response> => {
		const to = answer.headers.get('location');
		return to?.startsWith('/') ? follow(await go(to)) : answer;
	};
	let answer = await follow(await go(start));
	const login = form(await answer.text(), 0);
	const name = server.personality === 'snac' ? who.username : who.email;
	[name, who.password].forEach((value, n) => void login.fields.set(login.inputs[n] ?? '', value));
	answer = await follow(await go(login.action, login.fields));
	let page = await answer.text();
	if (page.includes('name="decision"')) {
		const decision = form(page, deny ? 1 : 0);
		answer = await go(decision.action, decision.fields);
		page = await answer.text();
	}
	return { location: answer.headers.get('location'), page };
}

/** Registers, and walks the HTML pages up to the redirect. */
export async function authorize(
	server: MastodonServer,
	who: { email: string; password: string; username: string },
	wishes: SignIn = {},
): Promise<SignedIn> {
	const redirect = wishes.redirect ?? 'https://abcdefghijklmnop.chromiumapp.org/';
	const scopes = wishes.scopes ?? 'read write follow';
	const registered = await visitor(server).send('POST', '/api/v1/apps', {
		client_name: 'Townsquare',
		redirect_uris: redirect,
		scopes,
		website: 'https://townsquare.example',
	});
	const app = (await registered.json()) as { client_id: string; client_secret: string };
	const verifier = randomBytes(32).toString('base64url');
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: app.client_id,
		redirect_uri: redirect,
		scope: scopes,
		state: wishes.state ?? 'st&te',
		force_login: 'true',
		lang: 'de',
	});
	if (wishes.pkce) {
		query.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'));
		query.set('code_challenge_method', 'S256');
	}
	const { location, page } = await walkPages(
		server,
		who,
		`/oauth/authorize?${query}`,
		wishes.deny === true,
	);
	return {
		location: new URL(location ?? server.origin),
		app,
		verifier,
		redirect,
		page,
	};
}

export const exchange = (
	server: MastodonServer,
	signed: SignedIn,
	changed: Record<string, string> = {},
): Promise<Response> =>
	visitor(server).send(
		'POST',
		'/oauth/token',
		new URLSearchParams({
			grant_type: 'authorization_code',
			code: signed.location.searchParams.get('code') ?? '',
			redirect_uri: signed.redirect,
			client_id: signed.app.client_id,
			client_secret: signed.app.client_secret,
			...changed,
		}),
	);
