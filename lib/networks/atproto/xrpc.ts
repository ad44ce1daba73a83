import type { Session, Text } from '../../model';
import { type Answer, ask, type Query } from '../http';
import type { Io } from '../io';
import { record, text } from '../json';
import { NetworkProblem } from '../problem';
import { readService, shownDid } from './names';
import { acceptedLabelers, noteUsual, type Preferences, preferencesOf } from './preferences';
import { askProven } from './proven';
import { renewed } from './renew';
import { errorOf, refused } from './said';
import { type Secret, sessionSecret } from './secret';

/** Asks my server, and through it the services behind it, as one of my accounts. */
export type Xrpc = {
	/** DID of my account. */
	did: string;
	/** What it keeps for all its programs. */
	preferences: Preferences;
	/**
	 * GET /xrpc/<nsid> (https://atproto.com/specs/xrpc). What begins with `app.bsky.` goes to the AppView that the
	 * session chose, all else to the server itself unless `to` says so. The JSON answer, undecoded.
	 */
	get(nsid: string, params?: Query, how?: How): Promise<unknown>;
	/** POST with JSON; resolves with the JSON answer, undefined for none. */
	post(nsid: string, input?: unknown, how?: How): Promise<unknown>;
};

/** POST with the bytes of a file, which may take minutes; else as `post`. */
export type Upload = (nsid: string, file: Blob, type: string) => Promise<unknown>;

/**
 * `to`: a service by its raw name (`did:web:view.example#bsky_appview`); `cost`: of the budget, 1 unless said; `usual`:
 * with no word of labelers, so that the view says to whom it listens by itself; nobody waits long for that.
 */
export type How = { to?: string; cost?: number; usual?: true };

/** One call, and the service behind the server that it is for. `brief`: nobody waits long for it. */
type Call = {
	nsid: string;
	params?: Query;
	input?: unknown;
	file?: { bytes: Blob; type: string };
	post: boolean;
	cost: number;
	brief?: boolean;
};
type Behind = {
	headers: Readonly<Record<string, string>>;
	host: string | undefined;
	/** The person chose it: the server may not even find it. */
	chosen: boolean;
};

/** A token is renewed when it has no more than this left. */
const AHEAD_MS = 60_000;
/** A view that just said nothing for as long as anybody waits is waited for this long, for a while. */
const SHORT_MS = 5000;
const SHORT_FOR_MS = 2 * 60_000;
const FILE_MS = 5 * 60_000;

/** Made at the start of each piece of work. Rejects with NetworkProblem alone. */
export function xrpc(session: Session, io: Io): Xrpc & { send: Upload } {
	let secret = sessionSecret(session);
	const renew = async (old: Secret) => {
		secret = await renewed(session, old, io);
	};
	const call = async (asked: Call, how: How = {}): Promise<unknown> => {
		const behind = behindOf(session, asked.nsid, how);
		if (secret.expiresAt - io.now() < AHEAD_MS) await renew(secret);
		let used = secret;
		let answer = await sent(session, used, asked, behind, io);
		if (isOver(answer)) {
			await renew(used);
			used = secret;
			answer = await sent(session, used, asked, behind, io);
		}
		if (how.usual) noteUsual(session, answer.headers('atproto-content-labelers'), io);
		return taken(answer, session, used, behind);
	};
	return {
		did: session.account,
		preferences: preferencesOf(session),
		get: (nsid, params = {}, { cost = 1, ...how } = {}) =>
			call({ nsid, params, post: false, cost, brief: how.usual === true }, how),
		post: (nsid, input, how) => call({ nsid, input, post: true, cost: how?.cost ?? 1 }, how),
		send: (nsid, bytes, type) => call({ nsid, file: { bytes, type }, post: true, cost: 1 }),
	};
}

/** https://atproto.com/specs/xrpc#service-proxying and #labelers */
function behindOf(session: Session, nsid: string, { to, usual }: How): Behind {
	const { services, host } = session;
	const view = nsid.startsWith('app.bsky.');
	const name = to ?? (view ? services?.view : undefined);
	const service = name === undefined ? undefined : readService(name);
	if (name !== undefined && !service) throw new NetworkProblem('unsafe', host);
	const labelers = view && !usual ? acceptedLabelers(session) : undefined;
	return {
		host: service ? shownDid(service.did) : view ? host : undefined,
		chosen: service !== undefined,
		headers: {
			...(name === undefined ? {} : { 'atproto-proxy': name }),
			...(labelers === undefined ? {} : { 'atproto-accept-labelers': labelers }),
		},
	};
}

async function sent(
	session: Session,
	{ token, oauth, refresh }: Secret,
	{ nsid, params, input, file, post, cost, brief }: Call,
	behind: Behind,
	io: Io,
): Promise<Answer> {
	const { origin } = session;
	const { host } = behind;
	const hangs = brief || (host !== undefined && hangsUntil(session, host, io) > io.now());
	const question = {
		url: `${origin}/xrpc/${nsid}`,
		...(hangs ? { timeoutMs: SHORT_MS } : {}),
		method: post ? 'POST' : 'GET',
		token,
		cost,
		headers: behind.headers,
		secrets: [refresh],
		...(params === undefined ? {} : { query: params }),
		...(input === undefined ? {} : { body: { json: input } }),
		...(file === undefined ? {} : { body: file, timeoutMs: FILE_MS }),
	} as const;
	try {
		if (oauth) return await askProven(io, { ...question, key: oauth.key });
		return await ask(io, { ...question, origin, pass: [400, 401] });
	} catch (problem) {
		if (isUpstream(problem, behind)) throw silent(problem, behind);
		const slow = problem instanceof NetworkProblem && problem.kind === 'slow';
		if (!slow || host === undefined || !(await answersItself(origin, io))) throw problem;
		io.memory.set(hanging(session, host), String(io.now() + SHORT_FOR_MS));
		throw silent(problem, behind);
	}
}

const hanging = (session: Session, host: string) => `atproto hanging ${session.host} ${host}`;

function hangsUntil(session: Session, host: string, io: Io): number {
	return Number(io.memory.get(hanging(session, host)) ?? 0);
}

/** Whether a server that was asked for somebody else's answer in vain is there itself. */
async function answersItself(origin: string, io: Io): Promise<boolean> {
	try {
		await ask(io, {
			origin,
			path: '/xrpc/com.atproto.server.describeServer',
			timeoutMs: SHORT_MS,
		});
		return true;
	} catch (problem) {
		if (problem instanceof NetworkProblem && problem.kind !== 'cancelled') return false;
		throw problem;
	}
}

/**
 * Whoever is behind the server does not answer it: the server itself is well. For one whose name leads nowhere the
 * reference server answers 500.
 */
function isUpstream(problem: unknown, { host, chosen }: Behind): problem is NetworkProblem {
	if (host === undefined || !(problem instanceof NetworkProblem)) return false;
	return (chosen ? /^5\d\d$/ : /^50[234]$/).test(String(problem.status));
}

/** What is said of whoever serves timelines: of one that was chosen, and of one that the server chose. */
const SILENT = { chosen: 'networkServiceSilent', theirs: 'networkViewSilent' } as const;

/** By the name of the one who was chosen; the server does not tell whom it chose itself. */
function silent({ status }: { status: number | undefined }, { host = '', chosen }: Behind) {
	const sentence = chosen
		? { key: SILENT.chosen, parameters: { host } }
		: { key: SILENT.theirs, parameters: { server: host } };
	return new NetworkProblem('busy', host, {
		sentence,
		...(status === undefined ? {} : { status }),
	});
}

/** What is said where something is read elsewhere, as whoever serves the timelines of this session is silent. */
export function viewGone(session: Session): Text {
	return silent({ status: undefined }, behindOf(session, 'app.bsky.', {})).text;
}

/** Whether a problem is that whoever serves timelines is silent. A server that was asked too often is not: it is there. */
export function isViewGone(problem: unknown): boolean {
	const key = problem instanceof NetworkProblem ? problem.sentence?.key : undefined;
	return key === SILENT.chosen || key === SILENT.theirs;
}

/** The server's own word that the token is over, of xrpc or of OAuth (RFC 6750). */
function isOver(answer: Answer): boolean {
	const error = errorOf(answer);
	if (error === 'ExpiredToken' || error === 'InvalidToken' || error === 'invalid_token')
		return true;
	const told = answer.status === 401 ? answer.headers('www-authenticate') : undefined;
	return /\binvalid_token\b/.test(told ?? '');
}

function taken(answer: Answer, session: Session, secret: Secret, behind: Behind): unknown {
	const error = errorOf(answer);
	if (error === undefined) return answer.json;
	const { status } = answer;
	const host = behind.host ?? session.host;
	if (/^(RecordNotFound|NotFound|ActorNotFound|RepoNotFound|BlobNotFound)$/.test(error))
		throw new NetworkProblem('missing', host, { status });
	if (error === 'RateLimitExceeded') throw new NetworkProblem('busy', host, { status });
	if (/^Upstream(Failure|Timeout)$/.test(error)) throw silent({ status }, behind);
	// Its name leads somewhere, but nobody serves timelines there.
	if (behind.chosen && /could not resolve proxy did/i.test(text(record(answer.json)?.['message'])))
		throw silent({ status }, behind);
	// With a token that was just renewed only somebody behind the server can say no: that ends no session of it.
	const own = behind.host === undefined;
	if (own && isOver(answer)) throw new NetworkProblem('ended', session.host, { status });
	const secrets = [secret.token, secret.refresh];
	throw refused(answer, host, { secrets, ...(own ? { token: secret.token } : {}) });
}
