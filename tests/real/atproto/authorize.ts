import { request } from 'node:http';
import type { Person } from './people';

const API = '/@atproto/oauth-provider/~api';

type Answer = {
	status: number;
	location: string | undefined;
	cookies: readonly string[];
	text: string;
};
type Sent = Readonly<Record<string, string>>;

/**
 * Goes through the PDS's own pages from the address that an app opened, as they do it themselves in a browser: signs
 * in there, allows or denies. Returns the address that it leads back to. `door` is where the PDS listens.
 */
export async function walkAuthorize(
	address: string,
	{ handle, did, password }: Pick<Person, 'handle' | 'did' | 'password'>,
	deny = false,
	door = new URL(address).origin,
): Promise<string> {
	const { origin } = new URL(address);
	const jar = new Map<string, string>();
	const visit = async (url: string, headers: Sent, body?: object) => {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const { pathname, search } = new URL(url);
		const answer = await ask(
			`${door}${pathname}${search}`,
			{ ...headers, ...(cookie && { cookie }) },
			body,
		);
		for (const line of answer.cookies) {
			const [name = '', value = ''] = line.split(';', 1)[0]?.split(/=(.*)/s) ?? [];
			jar.set(name, value);
		}
		return answer;
	};
	const navigate = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
	const page = await visit(address, { ...navigate, 'sec-fetch-site': 'none' });
	// Without anything to ask it leads back at once.
	if (page.location) return page.location;
	if (page.status !== 200) throw new Error(`The PDS shows no page: ${page.status} ${page.text}`);
	const api = async <T>(endpoint: string, input: object, headers: Sent = {}): Promise<T> => {
		const same = { 'sec-fetch-mode': 'same-origin', 'sec-fetch-site': 'same-origin' };
		const known = { origin, referer: address, 'x-csrf-token': jar.get('csrf-token') ?? '' };
		const url = `${origin}${API}${endpoint}`;
		const { status, text } = await visit(url, { ...same, ...known, ...headers }, input);
		if (status !== 200) throw new Error(`The PDS refuses ${endpoint}: ${status} ${text}`);
		return JSON.parse(text);
	};
	const decide = async () => {
		if (deny) return api<{ url: string }>('/reject', {});
		const who = { locale: 'en', username: handle, password };
		const { ephemeralToken } = await api<{ ephemeralToken: string }>('/sign-in', {
			...who,
			remember: false,
		});
		const authorization = `Bearer ${ephemeralToken}`;
		return api<{ url: string }>('/consent', { did }, { authorization });
	};
	const { url } = await decide();
	const from = { ...navigate, 'sec-fetch-site': 'same-origin', referer: address };
	const back = await visit(url, from);
	if (back.location) return back.location;
	throw new Error(`The PDS leads nowhere: ${back.status} ${back.text}`);
}

/** As a browser sends it: fetch would not let the sec-fetch headers be chosen. */
function ask(url: string, headers: Sent, body?: object): Promise<Answer> {
	const payload = body && JSON.stringify(body);
	return new Promise((resolve, reject) => {
		const asked = request(url, {
			method: body ? 'POST' : 'GET',
			headers: { ...headers, ...(payload && { 'content-type': 'application/json' }) },
		});
		asked.on('error', reject);
		asked.on('response', (answer) => {
			let text = '';
			answer.setEncoding('utf8').on('data', (piece: string) => {
				text += piece;
			});
			answer.on('error', reject);
			answer.on('end', () =>
				resolve({
					status: answer.statusCode ?? 0,
					location: answer.headers.location,
					cookies: answer.headers['set-cookie'] ?? [],
					text,
				}),
			);
		});
		asked.end(payload);
	});
}
