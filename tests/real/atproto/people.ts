/** Fields of a question or an answer, as JSON. */
export type Input = Readonly<Record<string, unknown>>;
/** A record's address and the hash of its content. */
export type Ref = { uri: string; cid: string };

export type Person = {
	/** `ann.test`, without the @. */
	handle: string;
	did: string;
	password: string;
	/** For apps: `xxxx-xxxx-xxxx-xxxx`. */
	appPassword: string;
};

export type Ask = <T>(as: string, nsid: string, params?: Query, input?: Input | Blob) => Promise<T>;
export type Query = Readonly<Record<string, string | number | boolean | readonly string[]>>;

type Created = { did: string; accessJwt: string };

/** A refusal, with what the server said. */
export class Refused extends Error {
	readonly status: number;
	readonly body: Input;
	constructor(what: string, status: number, body: Input) {
		super(`${what}: ${status} ${JSON.stringify(body)}`);
		this.status = status;
		this.body = body;
	}
}

/** Moves people in and asks as them. A person is named by the first word of the handle. */
export async function reference(pds: string, names: readonly string[]) {
	const tokens = new Map<string, string>();
	const people: Person[] = [];
	for (const name of names) {
		const handle = `${name}.test`;
		const password = `${name} likes rye bread`;
		const { did, accessJwt } = await xrpc<Created>(pds, 'com.atproto.server.createAccount', {
			input: { handle, password, email: `${name}@mail.test` },
		});
		tokens.set(name, accessJwt);
		const { password: appPassword } = await xrpc<{ password: string }>(
			pds,
			'com.atproto.server.createAppPassword',
			{ token: accessJwt, input: { name: 'An app' } },
		);
		people.push({ handle, did, password, appPassword });
	}
	const person = (name: string): Person => {
		const found = people.find(({ handle }) => handle === `${name}.test`);
		if (!found) throw new Error(`Nobody is called ${name} there.`);
		return found;
	};
	const ask: Ask = (as, nsid, params, input) => {
		const { handle } = person(as);
		const token = tokens.get(as);
		if (token === undefined) throw new Error(`${handle} is not signed in.`);
		return xrpc(pds, nsid, { token, ...(params && { params }), ...(input && { input }) });
	};
	return { people, person, ask };
}

/** `input: {}` sends no body: the PDS refuses one where it expects none. */
type Question = { token?: string; params?: Query; input?: Input | Blob };

/** One question to one server: GET, or POST where there is an input. */
export async function xrpc<T>(origin: string, nsid: string, question: Question = {}): Promise<T> {
	const { token, params = {}, input } = question;
	const url = new URL(`/xrpc/${nsid}`, origin);
	for (const [name, value] of Object.entries(params)) {
		for (const one of Array.isArray(value) ? value : [value])
			url.searchParams.append(name, `${one}`);
	}
	const headers = new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` });
	const body = bodyOf(input);
	if (body) headers.set('content-type', input instanceof Blob ? input.type : 'application/json');
	const method = input ? 'POST' : 'GET';
	const answer = await fetch(url, { method, headers, ...(body && { body }) });
	const text = await answer.text();
	const json = text === '' ? {} : JSON.parse(text);
	if (!answer.ok) throw new Refused(nsid, answer.status, json);
	return json;
}

function bodyOf(input: Question['input']): Blob | string | undefined {
	if (input === undefined || input instanceof Blob) return input;
	return Object.keys(input).length > 0 ? JSON.stringify(input) : undefined;
}
