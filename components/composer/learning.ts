import type { AccountUri } from '../../lib/model';
import {
	isServerDue,
	learnPolicies,
	learnRefusals,
	learnRules,
	learnServer,
	server,
	sessions,
} from '../../lib/sessions';
import { writtenDown } from '../shared/said';

/** Brings the networks with all that they can, where a page has less (the popup). */
type Whole = (() => Promise<void>) | undefined;

/** Reads what the places of these accounts expect, where it was not read for a day. */
export async function learnPlaces(accounts: readonly AccountUri[], whole: Whole): Promise<void> {
	for (const account of accounts) await learnRules(account);
	if (whole && !(await isAnyDue(accounts))) return;
	await whole?.();
	for (const account of accounts) {
		await learnServer(account).catch(writtenDown);
		await learnPolicies(account).catch(writtenDown);
		await learnTerms(account).catch(writtenDown);
	}
}

/** Reads whom the servers of these accounts refuse. */
export async function learnReach(accounts: readonly AccountUri[], whole: Whole): Promise<void> {
	await whole?.();
	for (const account of accounts) await learnRefusals(account).catch(writtenDown);
}

async function isAnyDue(accounts: readonly AccountUri[]): Promise<boolean> {
	const all = (await sessions()).filter(({ account }) => accounts.includes(account));
	const due = await Promise.all(all.map(({ host }) => isServerDue(host)));
	return due.includes(true);
}

/** A server that lists no rules has its terms read, with all that its charter is read from: at most once a day. */
async function learnTerms(account: AccountUri): Promise<void> {
	const me = (await sessions()).find((one) => one.account === account && one.state === 'active');
	const row = me && (await server(me.host));
	if (!row || (row.rules && row.termsReadAt === undefined)) return;
	const { charter, isCharterDue, readCharter } = await import('../../lib/charters');
	if (isCharterDue(await charter(row.host)))
		await readCharter(row.host, new AbortController().signal);
}
