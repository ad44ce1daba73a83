import type { AccountUri } from '../model';
import type { Report } from '../networks';
import { asking } from '../sessions';
import { accountsOfHost, purgePeople, putRelationships, relationshipsOf } from '../store';
import { reacting } from './capability';
import { standing } from './relate';

/**
 * Blocks a whole server for one account of mine, or lifts that. When the server agreed, all that people from there
 * wrote is purged as far as this account alone saw it. Throws `NetworkProblem`.
 */
export async function blockServer(by: AccountUri, host: string, on: boolean): Promise<void> {
	await asking(by, reacting({ type: 'blockServer', host, on }));
	const people = new Set(await accountsOfHost(host));
	const known = (await relationshipsOf(by)).filter(({ account }) => people.has(account));
	await putRelationships(
		known.map(({ serverBlocked: _, ...lifted }) => {
			const { following: __, followedBy: ___, requested: ____, ...apart } = lifted;
			return on ? { ...apart, serverBlocked: true as const } : lifted;
		}),
	);
	if (on) await purgePeople(by, people, 'block');
}

/** Reports somebody to the server of an account of mine. Throws `NetworkProblem`. */
export async function report(by: AccountUri, account: AccountUri, report: Report): Promise<void> {
	const { localId } = await standing(by, account);
	await asking(by, reacting({ type: 'report', account: { account, localId }, report }));
}
