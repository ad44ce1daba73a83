import type { Instant, Session } from '../model';
import { addressOf, mayContact } from './address';
import { BodyRefused, parseJson, readBody, readBytes } from './body';
import type { Io } from './io';
import { NetworkProblem, type ProblemKind } from './problem';
import { readRate } from './rate';
import { refusal } from './refusal';

const TIMEOUT = 20_000;
const MOST_JSON = 10 * 1024 * 1024;
const MOST_TEXT = 64 * 1024;
const ACCEPTED = {
	json: 'application/json',
	text: 'text/plain, text/html;q=0.9, */*;q=0.1',
	bytes: '*/*',
} as const;

export type Query = Readonly<
	Record<string, string | number | boolean | readonly (string | number)[] | undefined>
>;

/** One question to one server: an absolute `url` or a `path`, on `session.origin` or `origin`. */
export type Question = {
	url?: string;
	/** Starts with `/`; ids in it are encoded by the tag `path` of address.ts. */
	path?: string;
	/** The server that is asked, or on whose word the address is contacted; that of the session by itself. */
	origin?: string;
	method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Sends `secret.token` as the bearer, and only to the session's own origin. */
	session?: Pick<Session, 'origin' | 'secret'>;
	/** A bearer without a session; only to `origin`. */
	token?: string;
	/** How the token is sent: as a bearer unless said; with `DPoP` its proof stands in `headers` (RFC 9449). */
	scheme?: 'DPoP';
	/** Undefined is left out, an array repeats its name. */
	query?: Query;
	body?: { json: unknown } | { form: Query } | { bytes: Blob; type: string } | FormData;
	headers?: Readonly<Record<string, string>>;
	/** What it takes from the budget; 1 unless said. */
	cost?: number;
	maxBytes?: number;
	timeoutMs?: number;
	/** `bytes`: the body is in `raw` as it came. */
	accept?: 'json' | 'text' | 'bytes';
	/** Statuses that are an answer here, not a problem. */
	pass?: readonly number[];
	/** Never repeated in a problem, besides the token. */
	secrets?: readonly string[];
	/** Goes where the server leads; never with a token or a body. */
	follow?: true;
};

export type Answer = {
	status: number;
	/** Undefined where text was asked for, and of an empty body. */
	json: unknown;
	text: string;
	/** Only where bytes were asked for. */
	raw?: Uint8Array<ArrayBuffer>;
	/** Links of the Link header (RFC 8288) on the same origin. */
	link: { next?: string; prev?: string };
	/** Undefined where there is none, or where the server does not let it be read. */
	headers(name: string): string | undefined;
	/** Where the answer came from, after redirects. */
	url: string;
};

/** What one question is made of, once it was checked. */
type Sending = {
	io: Io;
	question: Question;
	url: URL;
	home: string;
	token: string | undefined;
	/** The caller's signal and the time limit. */
	signal: AbortSignal;
};

/** What came back, before anything is made of it. */
type Came = {
	status: number;
	headers: Answer['headers'];
	at: Instant;
	text: string;
	raw?: Uint8Array<ArrayBuffer>;
	bytes: number;
	/** The status is one that was wanted. */
	taken: boolean;
	/** It leads elsewhere and was not followed, or led where nothing may be asked. */
	astray?: 'elsewhere' | 'unsafe';
	url: string;
};

/**
 * Asks a server. Cookies never travel, redirects are followed only where `follow` says so, headers and body together
 * have 20 seconds, a body is read to 10 MB (64 KB of text). The budget of the host is asked before and told after.
 * Rejects with NetworkProblem alone.
 */
export async function ask(io: Io, question: Question): Promise<Answer> {
	const { url, home, token } = target(question);
	const { host } = url;
	if (io.signal.aborted) throw new NetworkProblem('cancelled', host);
	try {
		await io.budget.reserve(host, question.cost ?? 1);
	} catch (problem) {
		throw io.signal.aborted ? new NetworkProblem('cancelled', host) : problem;
	}
	const limit = AbortSignal.timeout(question.timeoutMs ?? TIMEOUT);
	const signal = AbortSignal.any([io.signal, limit]);
	const asked = io.now();
	let came: Came;
	try {
		came = await exchange({ io, question, url, home, token, signal });
	} catch (problem) {
		// Nothing of what fetch says is kept: it may name the whole address.
		const kind = failure(problem, io, limit);
		if (kind !== 'cancelled')
			await io.budget.told(host, { ok: false, ms: io.now() - asked, bytes: 0 });
		throw new NetworkProblem(kind, host);
	}
	const { status, bytes, at } = came;
	// What is an answer here says nothing against the server.
	const rate = readRate(came.taken ? 200 : status, came.headers, at);
	const ok = came.taken || (status < 500 && status !== 429);
	await io.budget.told(host, { ok, ms: at - asked, bytes, ...rate });
	return conclude(came, { question, url, token, until: rate.retryAt });
}

function failure(problem: unknown, io: Io, limit: AbortSignal): ProblemKind {
	if (io.signal.aborted) return 'cancelled';
	if (limit.aborted) return 'slow';
	if (!io.online()) return 'offline';
	return problem instanceof BodyRefused ? 'broken' : 'unreachable';
}

/** The address, checked against whom it is contacted for; a token goes to that origin alone. */
function target(question: Question): { url: URL; home: string; token: string | undefined } {
	const given = question.session?.origin ?? question.origin ?? question.url ?? '';
	if (!URL.canParse(given)) throw new NetworkProblem('unsafe', '');
	const home = new URL(given).origin;
	const { host } = new URL(home);
	const url =
		question.url === undefined ? addressOf(home, question.path ?? '') : parse(question.url, host);
	const token = question.token ?? tokenOf(question.session?.secret);
	const stray = token !== undefined && url.origin !== home;
	if (stray || !mayContact(url, home)) throw new NetworkProblem('unsafe', host);
	for (const [name, value] of pairs(question.query ?? {})) url.searchParams.append(name, value);
	return { url, home, token };
}

function parse(text: string, host: string): URL {
	if (!URL.canParse(text)) throw new NetworkProblem('unsafe', host);
	const url = new URL(text);
	url.hash = '';
	return url;
}

function tokenOf(secret: unknown): string | undefined {
	if (typeof secret !== 'object' || secret === null || !('token' in secret)) return undefined;
	return typeof secret.token === 'string' ? secret.token : undefined;
}

function pairs(query: Query): [string, string][] {
	return Object.entries(query).flatMap(([name, value]): [string, string][] => {
		if (value === undefined) return [];
		if (typeof value === 'object') return value.map((one) => [name, String(one)]);
		return [[name, String(value)]];
	});
}

async function exchange({ io, question, url, home, token, signal }: Sending): Promise<Came> {
	const response = await io.fetch(url.href, request(question, token, signal));
	const at = io.now();
	const { status } = response;
	const came = response.url || url.href;
	const taken = response.ok || question.pass?.includes(status) === true;
	const headers = (name: string) => response.headers.get(name) ?? undefined;
	const astray = strayed(response, question, new URL(came), home);
	const body = await readText(response, question, taken && !astray, signal);
	return { status, headers, at, taken, ...(astray ? { astray } : {}), url: came, ...body };
}

/** A browser tells no more of a redirect that it did not follow than that it is one; others tell its status. */
function strayed(response: Response, question: Question, came: URL, home: string): Came['astray'] {
	const { type, status } = response;
	const leads = type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status);
	if (leads) return 'elsewhere';
	return question.follow === true && !mayContact(came, home) ? 'unsafe' : undefined;
}

/** The answer that it is, or the problem. */
function conclude(
	came: Came,
	about: { question: Question; url: URL; token: string | undefined; until: number | undefined },
): Answer {
	const { question, url, token, until } = about;
	const { host } = url;
	const { status, headers, text } = came;
	if (came.astray) throw new NetworkProblem(came.astray, host);
	const html = /\bx?html\b/i.test(headers('content-type') ?? '');
	if (!came.taken) {
		const secrets = question.secrets ?? [];
		throw refusal({ host, status, body: text, html, token, secrets, until });
	}
	const isJson = question.accept === undefined || question.accept === 'json';
	const json = isJson ? read(text, html, host, status) : undefined;
	const { raw } = came;
	const answer = { status, json, text, link: links(headers('link'), url), headers, url: came.url };
	return raw ? { ...answer, raw } : answer;
}

/** What came of the body; one that breaks off after an error status takes nothing from what the status says. */
async function readText(
	response: Response,
	question: Question,
	taken: boolean,
	signal: AbortSignal,
) {
	const most = question.maxBytes ?? (question.accept === 'text' || !taken ? MOST_TEXT : MOST_JSON);
	try {
		if (taken && question.accept === 'bytes') {
			const raw = await readBytes(response, most, signal);
			return { text: '', bytes: raw.byteLength, raw };
		}
		return await readBody(response, most, signal);
	} catch (problem) {
		if (taken || signal.aborted)
			throw problem instanceof TypeError ? new BodyRefused('cut off') : problem;
		return { text: '', bytes: most };
	}
}

function request(question: Question, token: string | undefined, signal: AbortSignal): RequestInit {
	const { body } = question;
	const follow = question.follow === true && token === undefined && body === undefined;
	const headers: Record<string, string> = {
		accept: ACCEPTED[question.accept ?? 'json'],
		...question.headers,
		...(token === undefined ? {} : { authorization: `${question.scheme ?? 'Bearer'} ${token}` }),
	};
	const init: RequestInit = {
		method: question.method ?? (body === undefined ? 'GET' : 'POST'),
		credentials: 'omit',
		// Not `error`: that would look as if nobody had answered.
		redirect: follow ? 'follow' : 'manual',
		referrerPolicy: 'no-referrer',
		cache: 'no-store',
		signal,
		headers,
	};
	if (body instanceof FormData) init.body = body;
	else if (body && 'form' in body) init.body = new URLSearchParams(pairs(body.form));
	else if (body && 'bytes' in body) {
		init.body = body.bytes;
		headers['content-type'] = body.type;
	} else if (body) {
		init.body = JSON.stringify(body.json);
		headers['content-type'] = 'application/json';
	}
	return init;
}

function read(text: string, html: boolean, host: string, status: number): unknown {
	if (!html && text.trim() === '') return undefined;
	try {
		if (!html) return parseJson(text);
	} catch (problem) {
		if (!(problem instanceof BodyRefused)) throw problem;
	}
	// An error that was wanted says what it has to say by its status; its page is for people.
	if (status >= 400) return undefined;
	throw new NetworkProblem('broken', host, { status });
}

function links(header: string | undefined, base: URL): Answer['link'] {
	const found: Answer['link'] = {};
	for (const [, target = '', rest = ''] of (header ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
		const rel = /;\s*rel\s*=\s*"?(next|prev)\b/i.exec(rest)?.[1]?.toLowerCase();
		const url = URL.canParse(target, base) ? new URL(target, base) : undefined;
		const ours = url?.origin === base.origin && !url.username && !url.password;
		if (ours && (rel === 'next' || rel === 'prev')) found[rel] ??= url.href;
	}
	return found;
}
