import type { AccountUri, Session, Source } from '../../../model';
import type { Io } from '../../io';
import { record } from '../../json';
import type { Page, Place } from '../../network';
import { readEntry } from '../decode/post';
import { authorityOf, postUri } from '../decode/uri';
import { isViewGone, xrpc } from '../xrpc';
import { gathering } from './border';
import { type Entries, feedOf, type Part, readPart } from './feed';
import { postViews, profile } from './find';
import { isOwnFeed, REPO, readOwnPart } from './own';
import { wordsFor } from './words';

const LIMIT = 50;
/** Reading upwards: little at first, as there mostly is little that is new, then as much as services give at once. */
const UPWARDS = [30, 100, 100] as const;
/** Entries by which a page is found again: some may be deleted meanwhile. */
const TOP = 3;

type Ask = (limit: number, cursor: string | undefined) => Promise<Part>;
type Read = Part & { newer?: string };

/**
 * A page of a source. Where the AppView is gone, what I wrote myself is read from my own repository; everything else
 * is the AppView's problem, and thrown.
 */
export async function page(
	session: Session,
	source: Source,
	at: Place | undefined,
	io: Io,
): Promise<Page> {
	if (source.kind === 'author' && source.show === 'pinned') {
		return pinned(session, source.account, io);
	}
	const x = xrpc(session, io);
	const feed = feedOf(source, session);
	const into = gathering(session, io);
	const own = isOwnFeed(source, session);
	const ask: Ask = async (limit, cursor) => {
		if (own && cursor?.startsWith(REPO)) {
			return readOwnPart(x, session, { source, cursor: cursor.slice(REPO.length) }, into);
		}
		try {
			return await readPart(x, { feed, limit, host: session.host, cursor }, into);
		} catch (problem) {
			if (!own || cursor !== undefined || !isViewGone(problem)) throw problem;
			return readOwnPart(x, session, { source, cursor }, into);
		}
	};
	if (at && 'newer' in at) {
		const read = await upwards(ask, at.newer);
		if (!read) return { entries: [], posts: [], accounts: [], newer: at.newer };
		return { ...read, ...into.all(await wordsFor(into, x, io)) };
	}
	const { entries, older } = await ask(LIMIT, at?.older);
	return {
		entries,
		...into.all(await wordsFor(into, x, io)),
		...(older === undefined ? {} : { older }),
		...(feed.inOrder ? topOf(entries, []) : {}),
	};
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

/**
 * What is above the entries that `newer` names. A service pages downwards alone, so it is read from its top until one
 * of them is met; undefined when they are too far down.
 */
async function upwards(ask: Ask, newer: string): Promise<Read | undefined> {
	const known = newer.split(' ');
	const entries: Entries[number][] = [];
	let cursor: string | undefined;
	for (const limit of UPWARDS) {
		const part = await ask(limit, cursor);
		const met = part.entries.findIndex(({ activity }) => known.includes(activity));
		entries.push(...(met < 0 ? part.entries : part.entries.slice(0, met)));
		if (met >= 0 || part.older === undefined) return { entries, ...topOf(entries, known) };
		cursor = part.older;
	}
	return undefined;
}

function topOf(entries: Entries, below: readonly string[]): { newer?: string } {
	if (entries.length === 0) return {};
	const top = [...entries.map(({ activity }) => activity), ...below].slice(0, TOP);
	return { newer: top.join(' ') };
}
