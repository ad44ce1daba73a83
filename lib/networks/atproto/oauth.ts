import type { Account, Server, Session } from '../../model';
import { htmlToText, plainLine } from '../../text';
import { isKey, makeKey } from '../dpop';
import type { Query } from '../http';
import type { Io } from '../io';
import { record, text } from '../json';
import type { Pending, SignInStart } from '../network';
import { NetworkProblem } from '../problem';
import { base64url, sha256 } from '../sha256';
import { clientFor } from './client';
import { ATPROTO } from './decode/border';
import { type Authority, readAuthority } from './metadata';
import { isDid, isHandle } from './names';
import { askProven } from './proven';
import { refused } from './said';
import { homeOf, opened } from './self';
import { trade } from './token';

/** What `finish` needs of `begin`. */
type Begun = {
	origin: string;
	key: CryptoKeyPair;
	clientId: string;
	redirect: string;
	verifier: string;
	issuer: string;
	endpoint: string;
	revoke?: string;
};

/** A public client's session is over after this, however often it is renewed (https://atproto.com/specs/oauth). */
const SESSION_MS = 14 * 24 * 60 * 60_000;
const REQUEST = /^[\w.:~+/=-]{1,1024}$/;

/** OAuth for AT Protocol: a pushed request, PKCE, and a key that the tokens are bound to. */
export async function begin(
	{ origin, host }: Server,
	how: SignInStart,
	io: Io,
): Promise<{ url: string; pending: Pending } | undefined> {
	if (!clientFor(origin, how.redirect, undefined)) return undefined;
	const authority = await readAuthority(origin, io);
	const client = authority && clientFor(origin, how.redirect, authority.scopes);
	if (!client) return undefined;
	const key = await makeKey();
	const [state, verifier] = [base64url(io.random(32)), base64url(io.random(32))];
	const request = await pushed(authority, key, io, {
		client_id: client.id,
		redirect_uri: how.redirect,
		response_type: 'code',
		scope: client.scope,
		state,
		code_challenge: await sha256(verifier),
		code_challenge_method: 'S256',
		login_hint: hintOf(how.handle),
		prompt: how.again ? 'login' : undefined,
		ui_locales: how.language,
	});
	const url = new URL(authority.authorize);
	url.searchParams.set('client_id', client.id);
	url.searchParams.set('request_uri', request);
	const secret: Begun = {
		origin,
		key,
		clientId: client.id,
		redirect: how.redirect,
		verifier,
		issuer: authority.issuer,
		endpoint: authority.token,
		...(authority.revoke === undefined ? {} : { revoke: authority.revoke }),
	};
	return { url: url.href, pending: { network: ATPROTO, host, state, secret } };
}

function hintOf(handle: string | undefined): string | undefined {
	const bare = handle?.trim().replace(/^@/, '') ?? '';
	return isHandle(bare) || isDid(bare) ? bare : undefined;
}

/** https://www.rfc-editor.org/rfc/rfc9126 */
async function pushed(
	{ par }: Authority,
	key: CryptoKeyPair,
	io: Io,
	form: Query,
): Promise<string> {
	const { host } = new URL(par);
	const answer = await askProven(io, { url: par, key, body: { form } });
	if (answer.status >= 400) throw refused(answer, host, {});
	const request = text(record(answer.json)?.['request_uri']);
	if (!REQUEST.test(request)) throw new NetworkProblem('broken', host);
	return request;
}

/** `refused` when the person or the server said no; `stranger` when the callback answers another question. */
export async function finish(
	callback: string,
	pending: Pending,
	io: Io,
): Promise<{ session: Session; me: Account; server?: Server }> {
	const begun = readBegun(pending);
	const code = codeOf(callback, pending, begun);
	const { origin, key, clientId, issuer, endpoint, redirect, verifier, revoke } = begun;
	const grant = {
		grant_type: 'authorization_code',
		code,
		redirect_uri: redirect,
		code_verifier: verifier,
	};
	const { did, scopes, token, refresh, expiresAt } = await trade(
		{ key, clientId, endpoint },
		grant,
		io,
	).catch((problem: unknown) => {
		// There is no session yet that could be over: the code is.
		const over = problem instanceof NetworkProblem && problem.kind === 'ended';
		throw over ? new NetworkProblem('refused', problem.host) : problem;
	});
	if (!isDid(did)) throw new NetworkProblem('broken', pending.host);
	const home = await homeOf(did, origin, io);
	// Anybody may name anybody: only the authority of the account's own home speaks for it.
	const authority = await readAuthority(home.server.origin, io);
	if (authority?.issuer !== issuer) throw new NetworkProblem('stranger', pending.host);
	const oauth = { key, clientId, issuer, endpoint, ...(revoke === undefined ? {} : { revoke }) };
	const secret = { token, refresh, expiresAt, oauth };
	const made = { way: 'window', scopes, secret, endsAt: io.now() + SESSION_MS } as const;
	const { session, me } = await opened(home, made, io);
	const moved = home.server.origin !== origin;
	return { session, me, ...(moved ? { server: home.server } : {}) };
}

/** The code of the callback, once everything about it is as it must be. */
function codeOf(callback: string, { host, state }: Pending, { issuer, redirect }: Begun): string {
	const url = URL.canParse(callback) ? new URL(callback) : undefined;
	const answer = url?.searchParams;
	const back = url && `${url.origin}${url.pathname}` === bareOf(redirect);
	// `iss` is always there: without it, another authority's answer could be traded in here (RFC 9207).
	const ours = answer?.get('state') === state && answer.get('iss') === issuer;
	if (!answer || !back || !ours) throw new NetworkProblem('stranger', host);
	if (answer.has('error')) {
		const said = plainLine(htmlToText(answer.get('error_description') ?? ''), 300);
		throw new NetworkProblem('refused', host, said ? { said } : {});
	}
	const code = answer.get('code');
	if (!code) throw new NetworkProblem('broken', host);
	return code;
}

function bareOf(address: string): string {
	const { origin, pathname } = new URL(address);
	return `${origin}${pathname}`;
}

function readBegun({ secret, host }: Pending): Begun {
	const json = record(secret);
	const { key, revoke } = json ?? {};
	const [origin = '', clientId = '', redirect = '', verifier = '', issuer = '', endpoint = ''] = [
		'origin',
		'clientId',
		'redirect',
		'verifier',
		'issuer',
		'endpoint',
	].map((name) => text(json?.[name]));
	const whole = [origin, redirect, issuer, endpoint].every((address) => URL.canParse(address));
	if (!whole || !isKey(key)) throw new NetworkProblem('broken', host);
	const begun = { origin, key, clientId, redirect, verifier, issuer, endpoint };
	return typeof revoke === 'string' ? { ...begun, revoke } : begun;
}
