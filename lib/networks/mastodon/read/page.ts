import type { Session, Source } from '../../../model';
import { path } from '../../address';
import { ask, type Query } from '../../http';
import type { Io } from '../../io';
import { list } from '../../json';
import type { Page, Place } from '../../network';
import { Gathering } from '../decode/gathering';
import { readEntry } from '../decode/status';
import { borderOf } from '../secret';
import { carried, cursorsOf, queryOf } from './cursor';
import { accountId } from './find';
import { needFeature } from './may';

/** Servers give fewer where they allow fewer. */
const LIMIT = 40;
const MOST = 200;

type Where = { path: string; query?: Query; carry?: Readonly<Record<string, string>> };

/** https://docs.joinmastodon.org/methods/timelines/ and the other lists of statuses. */
export async function page(
	session: Session,
	source: Source,
	at: Place | undefined,
	io: Io,
): Promise<Page> {
	const where = await place(session, source, at, io);
	const query = { limit: LIMIT, ...where.query, ...queryOf(at) };
	const answer = await ask(io, { session, path: where.path, query });
	const into = new Gathering(borderOf(session, io));
	const values = list(answer.json, MOST);
	const read = values.flatMap((value) => {
		const entry = readEntry(value, into);
		if (!entry) into.refused++;
		return entry ?? [];
	});
	// Marked posts are paged by the mark, which only the server's links know.
	const byId = source.kind !== 'bookmarks' && source.kind !== 'favourites';
	const ids = byId ? read.map(({ seen }) => seen[0]?.cursorId ?? '') : [];
	const once = source.kind === 'author' && source.show === 'pinned';
	const paged = { ids, length: values.length, ...(where.carry ? { carry: where.carry } : {}) };
	return {
		entries: read,
		...into.all(),
		...(once ? {} : cursorsOf(answer, at, paged)),
	};
}

async function place(
	session: Session,
	source: Source,
	at: Place | undefined,
	io: Io,
): Promise<Where> {
	switch (source.kind) {
		case 'home':
			return { path: '/api/v1/timelines/home' };
		case 'local':
			needFeature(session, 'local');
			return { path: '/api/v1/timelines/public', query: { local: true } };
		case 'public':
			needFeature(session, 'public');
			return { path: '/api/v1/timelines/public' };
		case 'bookmarks':
		case 'favourites':
			needFeature(session, source.kind);
			return { path: `/api/v1/${source.kind}` };
		case 'list':
			needFeature(session, 'lists');
			return { path: path`/api/v1/timelines/list/${source.id}` };
		case 'tag':
			return { path: path`/api/v1/timelines/tag/${source.tag}` };
		case 'author': {
			const known = carried(at, 'account');
			const id = known ?? (await accountId(session, { account: source.account }, io));
			const query = SHOW[source.show];
			return { path: path`/api/v1/accounts/${id}/statuses`, query, carry: { account: id } };
		}
	}
}

const SHOW: Readonly<Record<'posts' | 'replies' | 'media' | 'pinned', Query>> = {
	posts: { exclude_replies: true },
	replies: {},
	media: { only_media: true },
	pinned: { pinned: true },
};
