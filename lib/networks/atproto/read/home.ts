import type { Session, Source } from '../../../model';
import type { Io } from '../../io';
import type { Page, Place } from '../../network';
import { NetworkProblem } from '../../problem';
import { xrpc } from '../xrpc';
import { gathering } from './border';
import { HOME, readPart } from './feed';
import { pageBy, unreached } from './paging';
import { wordsFor } from './words';

/** A page of the one source that is polled. Throws `missing` for others: pages of the app read these. */
export async function home(
	session: Session,
	source: Source,
	at: Place | undefined,
	io: Io,
): Promise<Page> {
	const { host } = session;
	if (source.kind !== 'home') throw new NetworkProblem('missing', host);
	const x = xrpc(session, io);
	const into = gathering(session, io);
	const read = await pageBy(
		(limit, cursor) => readPart(x, { feed: HOME, limit, host, cursor }, into),
		at,
		HOME,
	);
	if (!read) return unreached(at);
	return { ...read, ...into.all(await wordsFor(into, x, io)) };
}
