import type { Account, Feature, Server, Session } from '../../model';
import { htmlToText, plainLine } from '../../text';
import { addressOf } from '../address';
import { ask } from '../http';
import type { Io } from '../io';
import { list, present, record, text } from '../json';
import type { Pending, SignInStart } from '../network';
import { NetworkProblem } from '../problem';
import { base64url, sha256 } from '../sha256';
import { type Border, MASTODON } from './decode/border';
import { isIssuer, readMetadata } from './metadata';
import { evidence } from './pin';
import { registration } from './register';
import { scopesFor } from './scopes';
import { type Secret, secretOf } from './secret';
import { traitsOf } from './traits';
import { CREDENTIALS, readMe } from './verify';

/** What `finish` needs of `begin`. */
type Begun = Omit<Secret, 'token'> & {
	origin: string;
	redirect: string;
	scopes: string;
	features: readonly Feature[];
	verifier?: string;
	issuer?: string;
};

/** What a bearer may consist of (RFC 6750); also fit for a header and for a log that never shows it. */
const TOKEN = /^[\w.~+/=-]{1,4096}$/;

/** OAuth 2.0, authorization code (https://docs.joinmastodon.org/methods/oauth/). The client secret always travels. */
export async function begin(
	server: Server,
	how: SignInStart,
	io: Io,
): Promise<{ url: string; pending: Pending }> {
	const { origin, host, software } = server;
	const metadata = await readMetadata(origin, io);
	const fine = traitsOf(software.name).fineScopes === true;
	const scopes = scopesFor(metadata.scopes, fine).join(' ');
	const wanted = { server, redirect: how.redirect, software: software.name, scopes };
	const { clientId, clientSecret } = await registration(how.registration, wanted, io);
	const state = base64url(io.random(32));
	const verifier = metadata.pkce ? base64url(io.random(32)) : undefined;
	const url = addressOf(origin, '/oauth/authorize');
	const query = present({
		response_type: 'code',
		client_id: clientId,
		redirect_uri: how.redirect,
		scope: scopes,
		state,
		force_login: how.again ? 'true' : undefined,
		lang: how.language,
		code_challenge: verifier === undefined ? undefined : await sha256(verifier),
		code_challenge_method: verifier === undefined ? undefined : 'S256',
	});
	for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
	const kept = record(server.traits);
	const secret: Begun = {
		origin,
		clientId,
		clientSecret,
		scopes,
		redirect: how.redirect,
		features: server.features,
		software: software.name,
		domain: text(kept?.['domain']) || host,
		...present({
			streaming: text(kept?.['streaming']) || undefined,
			verifier,
			issuer: metadata.issuer,
		}),
	};
	return { url: url.href, pending: { network: MASTODON, host, state, secret } };
}

/** The code of the callback, once everything about it is as it must be. */
function codeOf(callback: string, { host, state }: Pending, begun: Begun): string {
	const url = URL.canParse(callback) ? new URL(callback) : undefined;
	const answer = url?.searchParams;
	const iss = answer?.get('iss') ?? undefined;
	const ours =
		answer?.get('state') === state &&
		(iss === undefined || isIssuer(iss, begun.issuer, begun.origin));
	// Somebody else's answer, or one to another question: the code in it goes nowhere.
	if (!answer || !ours) throw new NetworkProblem('stranger', host);
	const error = answer.get('error');
	if (error !== null) {
		const said = plainLine(htmlToText(answer.get('error_description') ?? ''), 300);
		throw new NetworkProblem('refused', host, said ? { said } : {});
	}
	const code = answer.get('code');
	if (!code) throw new NetworkProblem('broken', host);
	return code;
}

/** `refused` when the person or the server said no; `stranger` when the callback answers another question. */
export async function finish(
	callback: string,
	pending: Pending,
	io: Io,
): Promise<{ session: Session; me: Account }> {
	const begun = readBegun(pending);
	const { host } = pending;
	const code = codeOf(callback, pending, begun);
	const { token, scopes } = await trade(code, begun, host, io);
	const { origin, domain, software, clientId, clientSecret, features } = begun;
	const border: Border = { by: '', origin, domain, software, now: io.now() };
	const { json } = await ask(io, { origin, token, path: CREDENTIALS });
	const { account, id } = readMe(json, border, host);
	const seen = await evidence(origin, account.key, account.handle, io);
	const { streaming } = begun;
	const secret: Secret = {
		token,
		clientId,
		clientSecret,
		software,
		domain,
		...(streaming === undefined ? {} : { streaming }),
	};
	const session: Session = {
		account: account.key,
		network: MASTODON,
		host,
		origin,
		handle: account.handle,
		scopes,
		pin: { id, account: account.key, ...(seen === undefined ? {} : { key: seen }) },
		state: 'active',
		signedInAt: io.now(),
		features,
		secret,
	};
	return { session, me: account };
}

async function trade(code: string, begun: Begun, host: string, io: Io) {
	const { origin, clientId, clientSecret, redirect, verifier } = begun;
	const { json } = await ask(io, {
		origin,
		path: '/oauth/token',
		body: {
			form: {
				grant_type: 'authorization_code',
				code,
				client_id: clientId,
				client_secret: clientSecret,
				redirect_uri: redirect,
				code_verifier: verifier,
			},
		},
		secrets: [code, clientSecret, verifier ?? ''],
	});
	const answer = record(json);
	const token = text(answer?.['access_token']);
	if (!TOKEN.test(token)) throw new NetworkProblem('broken', host);
	const granted = (text(answer?.['scope']) || begun.scopes).split(/\s+/).filter(Boolean);
	return { token, scopes: granted };
}

function readBegun({ secret, host }: Pending): Begun {
	const json = record(secret);
	const origin = text(json?.['origin']);
	if (!json || !URL.canParse(origin)) throw new NetworkProblem('broken', host);
	return {
		origin,
		clientId: text(json['clientId']),
		clientSecret: text(json['clientSecret']),
		redirect: text(json['redirect']),
		scopes: text(json['scopes']),
		features: list(json['features'], 100) as readonly Feature[],
		software: text(json['software']),
		domain: text(json['domain']),
		...present({
			streaming: text(json['streaming']) || undefined,
			verifier: text(json['verifier']) || undefined,
			issuer: text(json['issuer']) || undefined,
		}),
	};
}

/** https://docs.joinmastodon.org/methods/oauth/#revoke */
export async function end(session: Session, io: Io): Promise<void> {
	const { token, clientId, clientSecret } = secretOf(session);
	await ask(io, {
		origin: session.origin,
		path: '/oauth/revoke',
		body: { form: { client_id: clientId, client_secret: clientSecret, token } },
		secrets: [token, clientSecret],
	});
}
