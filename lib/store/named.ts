import type { AccountUri, NamedSource } from '../model';
import { announce } from './changes';
import { database, writing } from './database';

/** Lists, followed tags and the like of all my accounts. */
export async function readNamed(): Promise<NamedSource[]> {
	return (await (await database()).getAll('named')).flat();
}

/** Replaces those of one account. */
export async function putNamed(by: AccountUri, sources: readonly NamedSource[]): Promise<void> {
	await writing((db) => db.put('named', sources, by));
	announce('timeline');
}
