import type { Session } from '../../../model';
import type { Io } from '../../io';
import { type Json, list, record } from '../../json';
import type { Page, PostRef } from '../../network';
import { NetworkProblem } from '../../problem';
import { readEntry } from '../decode/post';
import { postUri } from '../decode/uri';
import { xrpc } from '../xrpc';
import { gathering } from './border';
import type { Entries } from './feed';
import { wordsFor } from './words';

const DEPTH = 10;
const HEIGHT = 80;
const MOST = 1000;

/**
 * What came before a post, the post, what came after (app.bsky.feed.getPostThread). What is gone or hidden from me in
 * between is left out: the posts that answer it name it. Throws `missing` when the post itself is.
 */
export async function thread(session: Session, { post }: PostRef, io: Io): Promise<Page> {
	const x = xrpc(session, io);
	const uri = postUri(post);
	if (uri === undefined) throw new NetworkProblem('missing', session.host);
	const query = { uri, depth: DEPTH, parentHeight: HEIGHT };
	const answer = record(await x.get('app.bsky.feed.getPostThread', query));
	const root = record(answer?.['thread']);
	if (root?.['notFound'] === true || root?.['blocked'] === true) {
		throw new NetworkProblem('missing', session.host);
	}
	const into = gathering(session, io);
	const entries = inOrder(root).flatMap((one) => {
		const entry = readEntry(one, into);
		if (!entry) into.refused++;
		return entry ?? [];
	});
	if (!entries.some((one) => one.post === uri)) throw new NetworkProblem('broken', session.host);
	return { entries: once(entries), ...into.all(await wordsFor(into, x, io)) };
}

/** The posts of a thread, oldest ancestor first, answers depth first. Nothing nested is followed by calls: it may be deep. */
function inOrder(root: Json | undefined): readonly unknown[] {
	const above: unknown[] = [];
	for (
		let at = record(root?.['parent']);
		at?.['post'] && above.length < HEIGHT;
		at = record(at['parent'])
	) {
		above.unshift(at['post']);
	}
	const below: unknown[] = [];
	const waiting: (Json | undefined)[] = [root];
	while (waiting.length > 0 && below.length < MOST) {
		const at = waiting.pop();
		if (at?.['post'] === undefined) continue;
		below.push(at['post']);
		waiting.push(...list(at['replies'], MOST).map(record).reverse());
	}
	return [...above, ...below];
}

function once(entries: Entries): Entries {
	return [...new Map(entries.map((entry) => [entry.activity, entry])).values()];
}
