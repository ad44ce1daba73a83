import type { Session, Source } from '../../../model';
import { ask, type Query } from '../../http';
import type { Io } from '../../io';
import { list } from '../../json';
import type { Page, Place } from '../../network';
import { NetworkProblem } from '../../problem';
import { Gathering } from '../decode/gathering';
import { readEntry } from '../decode/status';
import { borderOf } from '../secret';
import { cursorsOf, queryOf } from './cursor';

/** Servers give fewer where they allow fewer. */
const LIMIT = 40;
const MOST = 200;

/** A list of statuses: `byId` when it is paged by their ids, `once` when all of it is one page. */
export type Listed = {
	path: string;
	query?: Query;
	carry?: Readonly<Record<string, string>>;
	byId: boolean;
	once: boolean;
};

export const HOME = { path: '/api/v1/timelines/home' };

/** A page of the one source that is polled. Throws `missing` for others: pages of the app read these. */
export async function home(
	session: Session,
	source: Source,
	at: Place | undefined,
	io: Io,
): Promise<Page> {
	if (source.kind !== 'home') throw new NetworkProblem('missing', session.host);
	return readPage(session, { ...HOME, byId: true, once: false }, at, io);
}

/** A page of any list of statuses. */
export async function readPage(
	session: Session,
	where: Listed,
	at: Place | undefined,
	io: Io,
): Promise<Page> {
	const query = { limit: LIMIT, ...where.query, ...queryOf(at) };
	const answer = await ask(io, { session, path: where.path, query });
	const into = new Gathering(borderOf(session, io));
	const values = list(answer.json, MOST);
	const read = values.flatMap((value) => {
		const entry = readEntry(value, into);
		if (!entry) into.refused++;
		return entry ?? [];
	});
	const ids = where.byId ? read.map(({ seen }) => seen[0]?.cursorId ?? '') : [];
	const paged = { ids, length: values.length, ...(where.carry ? { carry: where.carry } : {}) };
	return {
		entries: read,
		...into.all(),
		...(where.once ? {} : cursorsOf(answer, at, paged)),
	};
}
