import type { Instant, Session } from '../../model';
import { isKey } from '../dpop';
import { count, type Json, record, text } from '../json';
import { NetworkProblem } from '../problem';

/** What a session of this network keeps to itself. */
export type Secret = {
	token: string;
	/** Works once: whoever uses it must store what came for it. */
	refresh: string;
	/** When `token` is over. */
	expiresAt: Instant;
	/** Absent: signed in with an app password, and the tokens are bearers. */
	oauth?: {
		key: CryptoKeyPair;
		clientId: string;
		issuer: string;
		/** Both on the issuer's own origin. */
		endpoint: string;
		revoke?: string;
	};
};

/** What a token may consist of (RFC 6750); also fit for a header and for a log that never shows it. */
const TOKEN = /^[\w.~+/=-]{1,16384}$/;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const isToken = (token: string): boolean => TOKEN.test(token);

/** A token that is said to be over sooner is used until the server refuses it: nothing is renewed with each question. */
export const LEAST = 2 * MINUTE;

/** Of the store or a session, as it is; one that is none (its key was lost on the way) is a session that ended. */
export function secretOf(secret: unknown, host: string): Secret {
	const json = record(secret);
	if (!json || !isSecret(json)) throw new NetworkProblem('ended', host);
	return json;
}

function isSecret(json: Json): json is Json & Secret {
	const tokens = isToken(text(json['token'])) && isToken(text(json['refresh']));
	const oauth = record(json['oauth']);
	const whole = json['oauth'] === undefined || (oauth !== undefined && isKey(oauth['key']));
	return tokens && whole && count(json['expiresAt']) !== undefined;
}

/** The tokens of an app password's session, from createSession and refreshSession. Undefined when they are none. */
export function readTokens(
	json: Json,
	now: Instant,
): { secret: Secret; endsAt: Instant } | undefined {
	const [token, refresh] = [text(json['accessJwt']), text(json['refreshJwt'])];
	if (!isToken(token) || !isToken(refresh)) return undefined;
	return {
		secret: { token, refresh, expiresAt: endOf(token, now, 60 * MINUTE) },
		endsAt: endOf(refresh, now, 90 * DAY),
	};
}

/** When a token says that it ends (`exp`, RFC 7519): not later than what is usual, nor in the past. */
function endOf(token: string, now: Instant, usual: number): Instant {
	const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
	try {
		const told = count(record(JSON.parse(atob(payload)))?.['exp']);
		const end = told === undefined ? now + usual : told * 1000;
		return Math.min(Math.max(end, now + LEAST), now + Math.max(usual, 120 * MINUTE));
	} catch {
		// Tokens are opaque: most are JWTs, and one that is not has the usual life.
		return now + usual;
	}
}

/** Fit to compare: the refresh token changes whenever the secret does. */
export function sameSecret(one: Secret, other: Secret): boolean {
	return one.refresh === other.refresh && one.token === other.token;
}

export function sessionSecret(session: Pick<Session, 'secret' | 'host'>): Secret {
	return secretOf(session.secret, session.host);
}
