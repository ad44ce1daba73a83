import { announce } from './changes';
import { database, writing } from './database';
import type { ServerRow } from './live-schema';

export async function readServer(host: string): Promise<ServerRow | undefined> {
	return (await database()).get('servers', host);
}

export async function putServer(server: ServerRow): Promise<void> {
	await writing((db) => db.put('servers', server));
	announce('servers');
}
