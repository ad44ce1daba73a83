import type { Account, AccountUri, Relationship, Session } from '../model';
import {
	type AccountRef,
	type Io,
	type NetworkPart,
	NetworkProblem,
	type Person,
} from '../networks';
import { asking, type Me, NotSignedIn, sessions } from '../sessions';
import {
	putAccounts,
	putRelationships,
	readAccounts,
	readRelationship,
	relationshipsWith,
} from '../store';
import { archivedAccounts, archivedPerson, isArchived } from './archived';

/** What is stored of somebody, and what stands between them and those accounts of mine that are signed in. */
export async function storedPerson(
	key: AccountUri,
): Promise<{ account: Account; relationships: Relationship[] } | undefined> {
	const account = isArchived(key)
		? ((await archivedAccounts()).find((one) => one.key === key) ?? archivedPerson(key))
		: (await readAccounts([key])).get(key);
	if (!account) return undefined;
	const mine = new Set((await sessions()).map((me) => me.account));
	const relationships = await relationshipsWith(key);
	return { account, relationships: relationships.filter(({ by }) => mine.has(by)) };
}

/**
 * Asks a server for somebody and stores the answer; `by` is my account that asks, by default one on their own server,
 * else the first of their network. Throws `NetworkProblem`, or `NotSignedIn` without any account.
 */
export async function fetchPerson(
	who: { account: AccountUri } | { handle: string },
	by?: AccountUri,
	signal?: AbortSignal,
): Promise<AccountUri> {
	const asker = by ?? (await nearest(who)).account;
	const known = 'account' in who ? await readRelationship(asker, who.account) : undefined;
	const ref: AccountRef = known && 'account' in who ? { ...who, localId: known.localId } : who;
	const found = await asking(
		asker,
		(network, session, io) => one(network, session, ref, io),
		signal,
	);
	await keepPerson(found);
	return found.account.key;
}

async function one(
	network: NetworkPart,
	session: Session,
	ref: AccountRef,
	io: Io,
): Promise<Person> {
	if (!network.person) throw new NetworkProblem('refused', session.host);
	return network.person(session, ref, io);
}

async function keepPerson({ account, relationship, others = [] }: Person): Promise<void> {
	await putAccounts([account, ...others]);
	await putRelationships([relationship]);
}

/** Of the person's own network: nobody else can know them, nor needs to hear whom I look at. */
async function nearest(who: { account: AccountUri } | { handle: string }): Promise<Me> {
	const known = 'account' in who ? (await readAccounts([who.account])).get(who.account) : undefined;
	const active = (await sessions()).filter(
		({ state, network }) =>
			state === 'active' && (known?.network === undefined || network === known.network),
	);
	const host = 'handle' in who ? who.handle.split('@').at(-1) : hostOf(who.account);
	const me = active.find((one) => one.host === host) ?? active[0];
	if (!me) throw new NotSignedIn('no active session');
	return me;
}

function hostOf(key: AccountUri): string | undefined {
	return URL.canParse(key) ? new URL(key).host : undefined;
}
