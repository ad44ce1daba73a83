import type { Session } from '../../model';
import { ask } from '../http';
import type { Io, Renewed } from '../io';
import { record, text } from '../json';
import { NetworkProblem } from '../problem';
import { errorOf, refused } from './said';
import { readTokens, type Secret, sameSecret, secretOf } from './secret';
import { trade } from './token';

/** A little longer than one question may take, and one more for a nonce. */
const PATIENCE_MS = 60_000;

/**
 * Puts a new secret into the place of `old`, alone among all pages; what somebody else made meanwhile is taken as it
 * is. Throws `ended` when the server takes the refresh token no more, or has seen it before.
 */
export async function renewed(session: Session, old: Secret, io: Io): Promise<Secret> {
	// A page that is left in the middle of it would lose the new token, and the old one works once.
	const steady: Io = { ...io, signal: AbortSignal.timeout(PATIENCE_MS) };
	return io.renew<Secret>(async (stored) => {
		const now = secretOf(stored, session.host);
		if (!sameSecret(now, old)) return { secret: now };
		return now.oauth ? traded(session, now, now.oauth, steady) : refreshed(session, now, steady);
	});
}

async function traded(
	{ account, host }: Session,
	secret: Secret,
	oauth: NonNullable<Secret['oauth']>,
	io: Io,
): Promise<Renewed<Secret>> {
	const grant = { grant_type: 'refresh_token', refresh_token: secret.refresh };
	const { token, refresh, expiresAt, did } = await trade(oauth, grant, io);
	if (did !== account) throw new NetworkProblem('stranger', host);
	return { secret: { token, refresh, expiresAt, oauth } };
}

/** com.atproto.server.refreshSession */
async function refreshed(
	{ account, host, origin }: Session,
	{ refresh, token }: Secret,
	io: Io,
): Promise<Renewed<Secret>> {
	const answer = await ask(io, {
		origin,
		path: '/xrpc/com.atproto.server.refreshSession',
		method: 'POST',
		token: refresh,
		pass: [400, 401],
		secrets: [token],
	});
	const error = errorOf(answer);
	if (error !== undefined) {
		const over = answer.status === 401 || /^(ExpiredToken|InvalidToken|Account\w+)$/.test(error);
		if (over) throw new NetworkProblem('ended', host, { status: answer.status });
		throw refused(answer, host, { token: refresh, secrets: [token] });
	}
	const json = record(answer.json);
	const tokens = json && readTokens(json, io.now());
	if (!tokens) throw new NetworkProblem('broken', host);
	if (text(json['did']) !== account) throw new NetworkProblem('stranger', host);
	return tokens;
}
