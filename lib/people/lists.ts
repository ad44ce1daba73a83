import type { Account, AccountUri } from '../model';
import { NetworkProblem, type PeopleList, type PeoplePage, type Place } from '../networks';
import { asking } from '../sessions';
import { putAccounts, putRelationships } from '../store';
import { reacting } from './capability';
import { standing } from './relate';

/** Nobody reads on by hand for longer; a list that does not end stops here. */
const MOST_PAGES = 500;

/** One page of a list of people, stored. Throws `NetworkProblem`. */
export async function listPeople(
	by: AccountUri,
	list: PeopleList,
	place?: Place,
	signal?: AbortSignal,
): Promise<PeoplePage> {
	const page = await asking(
		by,
		async (network, session, io) => {
			if (!network.people) throw new NetworkProblem('refused', session.host);
			return network.people(session, list, place, io);
		},
		signal,
	);
	await putAccounts(page.accounts);
	await putRelationships(page.relationships);
	return page;
}

/** All pages of a list, one after another; ends where a cursor comes back. */
export async function* everyPage(
	by: AccountUri,
	list: PeopleList,
	signal?: AbortSignal,
): AsyncGenerator<PeoplePage> {
	const been = new Set<string>();
	let page = await listPeople(by, list, undefined, signal);
	yield page;
	while (page.older !== undefined && !been.has(page.older) && been.size < MOST_PAGES) {
		been.add(page.older);
		page = await listPeople(by, list, { older: page.older }, signal);
		yield page;
	}
}

/** Who asks to follow an account of mine. */
export async function requests(by: AccountUri, signal?: AbortSignal): Promise<Account[]> {
	const people: Account[] = [];
	for await (const { accounts } of everyPage(by, { kind: 'requests' }, signal)) {
		people.push(...accounts);
	}
	return people;
}

/** Lets somebody follow an account of mine, or not. */
export async function answerRequest(
	by: AccountUri,
	account: AccountUri,
	accept: boolean,
): Promise<void> {
	const before = await standing(by, account);
	const { relationship } = await asking(
		by,
		reacting({ type: 'answerRequest', account: { account, localId: before.localId }, accept }),
	);
	const { requestedBy: _, ...answered } = before;
	const wished = accept ? { ...answered, followedBy: true as const } : answered;
	await putRelationships([relationship ?? wished]);
}
