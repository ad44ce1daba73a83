import type { Session } from '../../../model';
import { path } from '../../address';
import { ask } from '../../http';
import type { Io } from '../../io';
import { each, list } from '../../json';
import type { AccountRef, PeopleList, PeoplePage, Person, Place } from '../../network';
import { NetworkProblem } from '../../problem';
import { Gathering } from '../decode/gathering';
import { borderOf } from '../secret';
import { carried, cursorsOf, queryOf } from './cursor';
import { accountId, findAccount } from './find';
import { needFeature } from './may';
import { relationships } from './relationships';

const LIMIT = 80;

/** Somebody's account and what stands between us. */
export async function person(session: Session, who: AccountRef, io: Io): Promise<Person> {
	const id = 'account' in who ? who.localId : undefined;
	const found =
		id === undefined ? await findAccount(session, who, io) : await byId(session, id, io);
	const [relationship] = await relationships(session, [found], io);
	if (!relationship) throw new NetworkProblem('broken', session.host);
	return { account: found.account, relationship };
}

async function byId(session: Session, id: string, io: Io) {
	const answer = await ask(io, { session, path: path`/api/v1/accounts/${id}` });
	const read = new Gathering(borderOf(session, io)).account(answer.json);
	if (!read) throw new NetworkProblem('broken', session.host);
	return { ...read, localId: id };
}

/** https://docs.joinmastodon.org/methods/accounts/ and the lists of people. */
export async function people(
	session: Session,
	which: PeopleList,
	at: Place | undefined,
	io: Io,
): Promise<PeoplePage> {
	const { path: where, carry } = await place(session, which, at, io);
	const answer = await ask(io, { session, path: where, query: { limit: LIMIT, ...queryOf(at) } });
	const into = new Gathering(borderOf(session, io));
	const values = list(answer.json, LIMIT * 2);
	const read = each(values, LIMIT * 2, (value) => into.account(value)) ?? [];
	const named = read.flatMap(({ account, localId: id }) =>
		id === undefined ? [] : [{ account, localId: id }],
	);
	const { older } = cursorsOf(answer, at, {
		ids: [],
		length: values.length,
		...(carry && { carry }),
	});
	return {
		accounts: read.map(({ account }) => account),
		relationships: await relationships(session, named, io),
		...(older === undefined ? {} : { older }),
	};
}

async function place(session: Session, which: PeopleList, at: Place | undefined, io: Io) {
	switch (which.kind) {
		case 'blocks':
		case 'mutes':
			needFeature(session, which.kind);
			return { path: `/api/v1/${which.kind}` };
		case 'requests':
			needFeature(session, 'requests');
			return { path: '/api/v1/follow_requests' };
		case 'followers':
		case 'following': {
			const known = carried(at, 'account');
			const id = known ?? (await accountId(session, { account: which.account }, io));
			const where =
				which.kind === 'followers'
					? path`/api/v1/accounts/${id}/followers`
					: path`/api/v1/accounts/${id}/following`;
			return { path: where, carry: { account: id } };
		}
	}
}
