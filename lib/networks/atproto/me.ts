import type { Account, Session } from '../../model';
import type { Io } from '../io';
import { line, record } from '../json';
import { NetworkProblem } from '../problem';
import { readAccount } from './decode/account';
import { ATPROTO } from './decode/border';
import { type Xrpc, xrpc } from './xrpc';

const LONGEST_NAME = 200;

/**
 * My own account, by the handle that was checked: as whoever serves my timeline tells it, else with the name that lies
 * in my own repository.
 */
export async function meOf(session: Session, handle: string, io: Io): Promise<Account> {
	const { account: key, origin } = session;
	const x = xrpc(session, io);
	const json = await unlessGone(
		x.get('app.bsky.actor.getProfile', { actor: key }, { usual: true }),
	);
	const read = readAccount(json, { by: key, origin, now: io.now() });
	if (read?.account.key === key) return { ...read.account, handle };
	return { key, handle, name: (await nameAtHome(x)) ?? handle, network: ATPROTO };
}

async function nameAtHome(x: Xrpc): Promise<string | undefined> {
	const where = { repo: x.did, collection: 'app.bsky.actor.profile', rkey: 'self' };
	const json = await unlessGone(x.get('com.atproto.repo.getRecord', where));
	return line(record(record(json)?.['value'])?.['displayName'], LONGEST_NAME);
}

/** A profile is nothing that a session hangs on. */
async function unlessGone(asked: Promise<unknown>): Promise<unknown> {
	try {
		return await asked;
	} catch (problem) {
		if (!(problem instanceof NetworkProblem)) throw problem;
		if (/^(cancelled|ended|offline)$/.test(problem.kind)) throw problem;
		return undefined;
	}
}
