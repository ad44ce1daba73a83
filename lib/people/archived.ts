import type { Account, AccountUri } from '../model';
import { ARCHIVED } from '../networks';
import { generations } from '../store';
import { namesIn } from './named';

const HANDLE = /^tw:@(\w{1,15})$/;
const KEY = /^tw:/;

/** Whether somebody is known from archives alone: of them no server is asked. */
export function isArchived(key: AccountUri): boolean {
	return KEY.test(key);
}

/** Somebody whom archives know by the handle alone. */
export function archivedPerson(key: AccountUri): Account | undefined {
	const handle = HANDLE.exec(key)?.[1];
	return handle === undefined ? undefined : { key, handle, name: '', network: ARCHIVED };
}

/** The accounts whose archives are imported. */
export async function archivedAccounts(): Promise<readonly Account[]> {
	return (await generations()).map(({ account }) => ({ ...account, network: ARCHIVED }));
}

/** Those whom a profile names by a handle of the network that archives are from. */
export function archivedNamesIn(account: Account): readonly Account[] {
	return namesIn(account).flatMap(({ token }) => {
		const [network, handle] = token.split(' ');
		const found = network === ARCHIVED && handle ? archivedPerson(`tw:@${handle}`) : undefined;
		return found ?? [];
	});
}
