import type { NetworkId } from '../model';
import { announce } from './changes';
import { database, writing } from './database';

/** What an app is known by to one server: one per network, host and address to return to. */
export type RegistrationKey = { network: NetworkId; host: string; redirect: string };

const prefix = ({ network, host }: Pick<RegistrationKey, 'network' | 'host'>) =>
	`${network} ${host} `;
const keyOf = (key: RegistrationKey) => prefix(key) + key.redirect;

/** What the adapter kept; opaque. Undefined when the app is not known there. */
export async function readRegistration(key: RegistrationKey): Promise<unknown> {
	return (await database()).get('registrations', keyOf(key));
}

export async function putRegistration(key: RegistrationKey, value: unknown): Promise<void> {
	await writing((db) => db.put('registrations', value, keyOf(key)));
	announce('sessions');
}

/** Forgets the app at a server, for every address to return to: the next sign-in registers anew. */
export async function dropRegistrations(
	server: Pick<RegistrationKey, 'network' | 'host'>,
): Promise<void> {
	const start = prefix(server);
	await writing((db) => db.delete('registrations', IDBKeyRange.bound(start, `${start}\uffff`)));
	announce('sessions');
}
