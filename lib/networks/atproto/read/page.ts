import type { AccountUri, Session, Source } from '../../../model';
import type { Io } from '../../io';
import { record } from '../../json';
import type { Page, Place } from '../../network';
import { readEntry } from '../decode/post';
import { authorityOf, postUri } from '../decode/uri';
import { isViewGone, viewGone, xrpc } from '../xrpc';
import { gathering } from './border';
import { feedOf, readPart } from './feed';
import { postViews, profile } from './find';
import { isOwnFeed, type LoadRepo, REPO, readOwnPart } from './own';
import { type Ask, pageBy, unreached } from './paging';
import { wordsFor } from './words';

/**
 * A page of a source. Where the AppView is gone, what I wrote myself is read from my own repository; everything else
 * is the AppView's problem, and thrown. `load` brings what reads a repository as a whole.
 */
export async function page(
	session: Session,
	source: Source,
	at: Place | undefined,
	io: Io,
	load?: LoadRepo,
): Promise<Page> {
	if (source.kind === 'author' && source.show === 'pinned') {
		return pinned(session, source.account, io);
	}
	const x = xrpc(session, io);
	const feed = feedOf(source, session);
	const into = gathering(session, io);
	const own = isOwnFeed(source, session);
	let instead = {};
	const readOwn = (cursor: string | undefined) => {
		instead = { instead: viewGone(session) };
		return readOwnPart(x, session, { source, cursor, io, load }, into);
	};
	const ask: Ask = async (limit, cursor) => {
		if (own && cursor?.startsWith(REPO)) return readOwn(cursor.slice(REPO.length));
		try {
			return await readPart(x, { feed, limit, host: session.host, cursor }, into);
		} catch (problem) {
			if (!own || cursor !== undefined || !isViewGone(problem)) throw problem;
			return readOwn(cursor);
		}
	};
	const read = await pageBy(ask, at, feed);
	if (!read) return unreached(at);
	return { ...read, ...into.all(await wordsFor(into, x, io)), ...instead };
}

/** The post that somebody pinned, which the profile names: all of it is one page. */
async function pinned(session: Session, account: AccountUri, io: Io): Promise<Page> {
	const x = xrpc(session, io);
	const { json } = await profile(x, { account }, session.host);
	const key = postUri(record(json['pinnedPost'])?.['uri']);
	const views = key !== undefined && authorityOf(key) === account ? await postViews(x, [key]) : [];
	const into = gathering(session, io);
	const entries = views.flatMap((view) => readEntry(view, into) ?? []);
	return { entries, ...into.all(await wordsFor(into, x, io)) };
}
