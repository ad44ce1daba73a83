import type { Relationship, Session } from '../../../model';
import { ask } from '../../http';
import type { Io } from '../../io';
import { list, localId, record } from '../../json';
import { readRelationship } from '../decode/relationship';

/** Asked for at once. */
const AT_ONCE = 40;

/** Somebody with the server's own id of them. */
export type Named = { account: { key: string }; localId: string };

/** https://docs.joinmastodon.org/methods/accounts/#relationships: what stands between me and each of them. */
export async function relationships(
	session: Session,
	named: readonly Named[],
	io: Io,
): Promise<readonly Relationship[]> {
	const all: Relationship[] = [];
	for (let from = 0; from < named.length; from += AT_ONCE) {
		const some = named.slice(from, from + AT_ONCE);
		const query = { 'id[]': some.map(({ localId: id }) => id) };
		const answer = await ask(io, { session, path: '/api/v1/accounts/relationships', query });
		for (const value of list(answer.json, AT_ONCE)) {
			const id = localId(record(value)?.['id']);
			const key = some.find((one) => one.localId === id)?.account.key;
			const read = key === undefined ? undefined : readRelationship(value, session.account, key);
			if (read) all.push(read);
		}
	}
	return all;
}
