import type { Session } from '../../../model';
import { writeInstant } from '../../../text';
import type { Io } from '../../io';
import { record } from '../../json';
import type { PostRef } from '../../network';
import { NetworkProblem } from '../../problem';
import type { Prepared, Work } from '../../sender';
import { POST, recordUri } from '../decode/uri';
import { latestOf } from '../read/records';
import { type Xrpc, xrpc } from '../xrpc';
import { hasFiles } from './embed';
import type { Frozen, Write } from './frozen';
import { GATES, postWrites, wordsOf } from './record';
import { ownPlace, recordAt, refOf, type Target, targetOf } from './ref';
import { nextTid } from './tid';

type At = { session: Session; x: Xrpc; io: Io };
type Ready = Pick<Prepared, 'ids'> & Pick<Frozen, 'writes' | 'swap'>;

const REPOST = 'app.bsky.feed.repost';

/** Freezes what will be sent: the record with its own key and time, and the versions of the posts that it names. */
export async function prepare(
	session: Session,
	work: Work,
	key: string,
	io: Io,
): Promise<Prepared> {
	const at = io.now();
	const { ids, ...rest } = await ready(work, { session, x: xrpc(session, io), io });
	const frozen: Frozen = { ...rest, blobs: {} };
	return { key, work, at, ids, uploaded: [], frozen };
}

function ready(work: Work, at: At): Promise<Ready> {
	switch (work.kind) {
		case 'create':
			return readyNew(work, at);
		case 'edit':
			return readyEdit(work, at);
		case 'delete':
			return readyDelete(work.post, at);
		case 'repost':
			return readyRepost(work.post, at);
		case 'unrepost':
			return readyUnrepost(work.post, at);
	}
}

async function readyNew(work: Extract<Work, { kind: 'create' }>, at: At): Promise<Ready> {
	const { session, x, io } = at;
	const { host } = session;
	const of = async (ref: PostRef | undefined) => (ref ? targetOf(x, ref, host) : undefined);
	const replyTo = await of(work.replyTo);
	const quote = await of(work.quote);
	if (replyTo?.viewer?.['replyDisabled'] === true) throw closed('sendAnswersClosed', host);
	if (quote?.viewer?.['embeddingDisabled'] === true) throw closed('sendQuotesClosed', host);
	const targets = { ...(replyTo ? { replyTo } : {}), ...(quote ? { quote } : {}) };
	const about = { rkey: nextTid(x.did, io), ...targets };
	const writes = await postWrites(work.content, about, at);
	const ids = Object.fromEntries(Object.entries(targets).map(([name, { cid }]) => [name, cid]));
	return { ids, writes };
}

function closed(key: 'sendAnswersClosed' | 'sendQuotesClosed', host: string): NetworkProblem {
	return new NetworkProblem('forbidden', host, { sentence: { key, parameters: { host } } });
}

/** The words change; files, quotes, what it answers and when it was written stay. */
async function readyEdit(
	work: Extract<Work, { kind: 'edit' }>,
	{ session, x }: At,
): Promise<Ready> {
	const where = ownPlace(x, work.post.post, session.host);
	const there = await recordAt(x, where, session.host);
	if (!there) throw new NetworkProblem('missing', session.host);
	const { text: _text, facets: _facets, langs, labels: _labels, ...stays } = there.value;
	const words = await wordsOf(work.content, hasFiles(there.value['embed']), x);
	const value = { ...stays, ...(langs === undefined ? {} : { langs }), ...words };
	return {
		ids: { post: there.cid },
		writes: [{ ...where, record: value }],
		swap: there.cid,
	};
}

async function readyDelete({ post }: PostRef, { session, x }: At): Promise<Ready> {
	const where = ownPlace(x, post, session.host);
	const gates = where.collection === POST ? GATES : [];
	const { rkey } = where;
	return { ids: {}, writes: [where, ...gates.map((collection) => ({ collection, rkey }))] };
}

/** One that is there already stays the only one. */
async function readyRepost(post: PostRef, { session, x, io }: At): Promise<Ready> {
	const target = await targetOf(x, post, session.host);
	const [known] = await repostsOf(target, { session, x, io });
	const there = known && (await recordAt(x, known, session.host));
	const subject = refOf(target);
	const value = there?.value ?? { $type: REPOST, subject, createdAt: writeInstant(io.now()) };
	const rkey = there ? known.rkey : nextTid(x.did, io);
	return { ids: { post: target.cid }, writes: [{ collection: REPOST, rkey, record: value }] };
}

async function readyUnrepost(post: PostRef, at: At): Promise<Ready> {
	const target = await targetOf(at.x, post, at.session.host);
	const [first, ...rest] = await repostsOf(target, at);
	if (!first) throw new NetworkProblem('missing', at.session.host);
	return { ids: { post: target.cid }, writes: [first, ...rest] };
}

/** My reposts of a post: as whoever serves timelines knows it, and among the latest of my repository. */
async function repostsOf({ uri, viewer }: Target, { x }: At): Promise<readonly Write[]> {
	const keys = await latestOf(x, { repo: x.did, collection: REPOST }, { uri, cid: '' });
	const seen = recordUri(record(viewer)?.['repost']);
	const known = seen?.did === x.did && seen.collection === REPOST ? [seen.rkey] : [];
	return [...new Set([...known, ...keys])].map((rkey) => ({ collection: REPOST, rkey }));
}
