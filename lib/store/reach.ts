import type { RefusalList, Session } from '../model';
import type { Store } from './blobs';
import { announce } from './changes';
import { database, writing } from './database';

/** Whom servers of mine refuse, by domain, as far as it was read. Topic `norms`. */
export async function readRefusals(): Promise<ReadonlyMap<string, RefusalList>> {
	const all = await (await database()).getAll('reach');
	return new Map(all.map((one) => [one.domain, one]));
}

/** Replaces what was read of one server. */
export async function putRefusals(list: RefusalList): Promise<void> {
	await writing((db) => db.put('reach', list));
	announce('norms');
}

/** Lists may have been shown to whoever is signed in alone: those of servers on which nobody of mine is `left` go. */
export async function dropRefusals(
	store: Store<'reach'>,
	left: readonly Pick<Session, 'handle'>[],
): Promise<void> {
	const kept = new Set(left.map(({ handle }) => handle.split('@').at(-1)));
	for (const domain of await store.getAllKeys()) if (!kept.has(domain)) await store.delete(domain);
}
