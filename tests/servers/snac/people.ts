import type { SnacPerson } from './home';

/** Fields of a form. */
export type Words = Readonly<Record<string, string>>;
/** What is read of the entities. */
export type Status = { id: string; uri: string; url: string; content: string };
export type Account = { id: string; acct: string; url: string };

type Notice = { type: string; account: Account };
type App = { client_id: string; client_secret: string };

const OWN = 'https://own-app.example/';
const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 100;

/** What people do on a snac with some app of their own, by its API. */
export function snacPeople(origin: string, people: readonly SnacPerson[]) {
	const tokens = new Map<string, Promise<string>>();
	const tokenOf = (handle: string): Promise<string> => {
		const person = people.find((one) => one.handle === handle);
		if (!person) throw new Error(`Nobody is called ${handle} there.`);
		const token = tokens.get(handle) ?? signIn(origin, person);
		tokens.set(handle, token);
		return token;
	};
	const ask = async <T>(as: string, method: string, path: string, body?: Words): Promise<T> => {
		const authorization = `Bearer ${await tokenOf(as)}`;
		const response = await knock(`${origin}${path}`, {
			method,
			headers: { authorization },
			...(body ? { body: new URLSearchParams(body) } : {}),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`snac: ${method} ${path}: ${response.status} ${text}`);
		return JSON.parse(text);
	};
	const account = (of: string) => ask<Account>(of, 'GET', '/api/v1/accounts/verify_credentials');
	return {
		ask,
		account,
		post: (as: string, text: string, more: Words = {}) =>
			ask<Status>(as, 'POST', '/api/v1/statuses', { status: text, ...more }),
		async follow(as: string, whom: string) {
			const { id, url } = await account(whom);
			// Nobody is known to somebody before they were looked for.
			await ask(
				as,
				'GET',
				`/api/v2/search?type=accounts&resolve=true&q=${encodeURIComponent(url)}`,
			);
			await ask(as, 'POST', `/api/v1/accounts/${id}/follow`);
			const follower = (await account(as)).url;
			for (const end = Date.now() + PATIENCE_MS; ; ) {
				const notices = await ask<Notice[]>(whom, 'GET', '/api/v1/notifications');
				const told = notices.some((one) => one.type === 'follow' && one.account.url === follower);
				if (told) return;
				if (Date.now() > end) throw new Error(`${whom} was not told that ${as} follows.`);
				await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
			}
		},
	};
}

/** An app of its own, the login form, and the code exchanged for a token. */
async function signIn(origin: string, person: SnacPerson): Promise<string> {
	const { client_id, client_secret } = await send<App>(`${origin}/api/v1/apps`, {
		client_name: 'Own app',
		redirect_uris: OWN,
		scopes: 'read write follow',
	});
	const asked = { response_type: 'code', client_id, redirect_uri: OWN, scope: 'read write follow' };
	const back = await passForm(`${origin}/oauth/authorize?${new URLSearchParams(asked)}`, person);
	const { access_token } = await send<{ access_token: string }>(`${origin}/oauth/token`, {
		grant_type: 'authorization_code',
		redirect_uri: OWN,
		client_id,
		client_secret,
		code: new URL(back).searchParams.get('code') ?? '',
	});
	return access_token;
}

/**
 * Fetches over a connection of its own: snac closes each after one answer without saying so, and Node, unlike a
 * browser, takes it for a failure when it meets such a one.
 */
export function knock(url: string, init: RequestInit = {}): Promise<Response> {
	const headers = new Headers(init.headers);
	headers.set('connection', 'close');
	return fetch(url, { ...init, headers });
}

/** Fills the login form that stands at the address, as a browser would; the address that it leads back to. */
export async function passForm(url: string, { handle, password }: SnacPerson): Promise<string> {
	const page = await (await knock(url)).text();
	const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1];
	if (!action) throw new Error(`snac shows no form: ${page}`);
	const hidden = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
	const fields = Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]));
	const answer = await knock(new URL(action, url).href, {
		...form({ ...fields, login: handle, passwd: password }),
		redirect: 'manual',
	});
	const back = answer.headers.get('location');
	if (!back) throw new Error(`snac lets ${handle} not in: ${answer.status}`);
	return back;
}

async function send<T>(url: string, words: Words): Promise<T> {
	const response = await knock(url, form(words));
	if (!response.ok) throw new Error(`snac: ${url}: ${response.status} ${await response.text()}`);
	return response.json() as Promise<T>;
}

function form(words: Words): RequestInit {
	return { method: 'POST', body: new URLSearchParams(words) };
}
