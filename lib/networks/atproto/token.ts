import type { Instant } from '../../model';
import type { Query } from '../http';
import type { Io } from '../io';
import { count, record, text } from '../json';
import { NetworkProblem } from '../problem';
import { askProven } from './proven';
import { errorOf, refused } from './said';
import { isToken, LEAST } from './secret';

/** Who asks an authority for tokens, and where. */
export type Door = { key: CryptoKeyPair; clientId: string; endpoint: string };

/** What came of it: tokens of one account, named by its DID. */
export type Tokens = {
	token: string;
	refresh: string;
	expiresAt: Instant;
	did: string;
	scopes: readonly string[];
};

/** What a token without a time lives at most, by the specification. */
const USUAL = 5 * 60_000;
const LONGEST = 60 * 60_000;

/**
 * Trades a code or a refresh token in. Throws `ended` when the authority takes it no more, `refused` when it takes
 * this program not.
 */
export async function trade(door: Door, grant: Query, io: Io): Promise<Tokens> {
	const { key, clientId, endpoint } = door;
	const { host } = new URL(endpoint);
	const secrets = ['code', 'refresh_token', 'code_verifier'].map((name) => text(grant[name]));
	const answer = await askProven(io, {
		url: endpoint,
		key,
		body: { form: { ...grant, client_id: clientId } },
		secrets,
	});
	const error = errorOf(answer);
	if (error === 'invalid_grant') throw new NetworkProblem('ended', host, { status: answer.status });
	if (error !== undefined) throw refused(answer, host, { secrets });
	const tokens = readTokens(answer.json, io.now());
	if (!tokens) throw new NetworkProblem('broken', host);
	return tokens;
}

function readTokens(value: unknown, now: Instant): Tokens | undefined {
	const json = record(value);
	const [token, refresh, did] = ['access_token', 'refresh_token', 'sub'].map((name) =>
		text(json?.[name]),
	);
	const scopes = text(json?.['scope']).split(/\s+/).filter(Boolean);
	const bound = text(json?.['token_type']).toLowerCase() === 'dpop';
	if (!bound || !scopes.includes('atproto') || !token || !refresh || !did) return undefined;
	if (!isToken(token) || !isToken(refresh)) return undefined;
	const seconds = count(json?.['expires_in']);
	const lives = seconds === undefined ? USUAL : Math.min(Math.max(seconds * 1000, LEAST), LONGEST);
	return { token, refresh, did, scopes, expiresAt: now + lives };
}
