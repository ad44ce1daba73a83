import type { Session, Source } from '../../../model';
import { path } from '../../address';
import type { Query } from '../../http';
import type { Io } from '../../io';
import type { Page, Place } from '../../network';
import { carried } from './cursor';
import { accountId } from './find';
import { HOME, type Listed, readPage } from './home';
import { needFeature } from './may';

type Where = Omit<Listed, 'byId' | 'once'>;

/** https://docs.joinmastodon.org/methods/timelines/ and the other lists of statuses. */
export async function page(
	session: Session,
	source: Source,
	at: Place | undefined,
	io: Io,
): Promise<Page> {
	const where = await place(session, source, at, io);
	// Marked posts are paged by the mark, which only the server's links know.
	const byId = source.kind !== 'bookmarks' && source.kind !== 'favourites';
	const once = source.kind === 'author' && source.show === 'pinned';
	return readPage(session, { ...where, byId, once }, at, io);
}

async function place(
	session: Session,
	source: Source,
	at: Place | undefined,
	io: Io,
): Promise<Where> {
	switch (source.kind) {
		case 'home':
			return HOME;
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
