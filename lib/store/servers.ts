import type { Reading, Rule } from '../model';
import { announce } from './changes';
import { atOnce, database, writing } from './database';
import type { ServerRow } from './live-schema';

export async function readServer(host: string): Promise<ServerRow | undefined> {
	return (await database()).get('servers', host);
}

export async function putServer(server: ServerRow): Promise<void> {
	await writing((db) => db.put('servers', server));
	announce('servers');
}

/** Adds what the rules of a server were read as, while they are the same. */
export async function putReadings(
	host: string,
	rules: readonly Rule[],
	readings: readonly Reading[],
): Promise<void> {
	await atOnce(['servers'], async (tx) => {
		const row = await tx.objectStore('servers').get(host);
		const isSame = row && JSON.stringify(row.rules) === JSON.stringify(rules);
		if (isSame) await tx.objectStore('servers').put({ ...row, readings });
	});
	announce('servers');
}
