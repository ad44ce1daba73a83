import type { Session } from '../../../model';
import type { Io } from '../../io';
import { each, record } from '../../json';
import type { AccountRef, PeopleList, PeoplePage, Person, Place } from '../../network';
import { NetworkProblem } from '../../problem';
import type { Gathering } from '../decode/gathering';
import type { Words } from '../decode/label-words';
import { type Xrpc, xrpc } from '../xrpc';
import { gathering } from './border';
import { cursorOf } from './feed';
import { actorOf, profile } from './find';
import { wordsFor } from './words';

const LIMIT = 100;

/** Somebody's account and what stands between us. */
export async function person(session: Session, who: AccountRef, io: Io): Promise<Person> {
	const x = xrpc(session, io);
	const { json } = await profile(x, who, session.host);
	return personOf(session, json, x, io);
}

/** The same of a profile that was read. */
export async function personOf(session: Session, json: unknown, x: Xrpc, io: Io): Promise<Person> {
	const into = gathering(session, io);
	const account = into.account(json);
	if (!account) throw new NetworkProblem('broken', session.host);
	const words = await wordsFor(into, x, io);
	const others = into.all(words).accounts.filter(({ key }) => key !== account.key);
	const relationship = relationshipIn(into, account.key, words);
	return { account, relationship, ...(others.length > 0 ? { others } : {}) };
}

function relationshipIn(into: Gathering, key: string, words: Words): Person['relationship'] {
	const [relationship] = into.relationships([key], words);
	return relationship ?? { by: into.border.by, account: key, localId: key };
}

const LISTS = {
	blocks: { nsid: 'app.bsky.graph.getBlocks', list: 'blocks' },
	mutes: { nsid: 'app.bsky.graph.getMutes', list: 'mutes' },
	followers: { nsid: 'app.bsky.graph.getFollowers', list: 'followers' },
	following: { nsid: 'app.bsky.graph.getFollows', list: 'follows' },
} as const;

/** Lists of people; nobody asks to follow here. */
export async function people(
	session: Session,
	which: PeopleList,
	at: Place | undefined,
	io: Io,
): Promise<PeoplePage> {
	if (which.kind === 'requests') throw new NetworkProblem('missing', session.host);
	const { nsid, list } = LISTS[which.kind];
	const whose = 'account' in which ? { actor: actorOf(which, session.host) } : {};
	const cursor = at && 'older' in at ? at.older : undefined;
	const x = xrpc(session, io);
	const json = record(await x.get(nsid, { ...whose, limit: LIMIT, cursor }));
	if (!Array.isArray(json?.[list])) throw new NetworkProblem('broken', session.host);
	const into = gathering(session, io);
	const accounts = each(json[list], LIMIT * 2, (one) => into.account(one)) ?? [];
	const keys = accounts.map(({ key }) => key);
	const older = cursorOf(json['cursor']);
	return {
		accounts,
		relationships: into.relationships(keys, await wordsFor(into, x, io)),
		...(older === undefined || older === cursor ? {} : { older }),
	};
}
