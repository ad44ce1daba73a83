import type { Account, Session } from '../../model';
import { ask } from '../http';
import type { Io } from '../io';
import { NetworkProblem } from '../problem';
import { readAccount } from './decode/account';
import type { Border } from './decode/border';
import { checkHost } from './pin';
import { borderOf } from './secret';

export const CREDENTIALS = '/api/v1/accounts/verify_credentials';

/** First what needs no token, then who the token belongs to. */
export async function verify(session: Session, io: Io): Promise<Account> {
	const { host, pin } = session;
	await checkHost(session, io);
	// snac answers a token that it does not know with 422, here alone.
	const { json, status } = await ask(io, { session, path: CREDENTIALS, pass: [422] });
	if (status === 422) throw new NetworkProblem('ended', host, { status });
	const { account, id } = readMe(json, borderOf(session, io), host);
	if (id !== pin.id || account.key !== pin.account) throw new NetworkProblem('stranger', host);
	return account;
}

/** Whom an answer of `CREDENTIALS` names, with the server's own id. */
export function readMe(
	json: unknown,
	border: Border,
	host: string,
): { account: Account; id: string } {
	const me = readAccount(json, border);
	if (!me?.localId) throw new NetworkProblem('broken', host);
	return { account: me.account, id: me.localId };
}
