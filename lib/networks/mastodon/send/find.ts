import type { PostUri, Session } from '../../../model';
import { path } from '../../address';
import { ask } from '../../http';
import type { Io } from '../../io';
import { flag, type Json, record, text } from '../../json';
import type { PostRef } from '../../network';
import { NetworkProblem } from '../../problem';
import type { Found, Prepared, Work } from '../../sender';
import { locate } from '../read/find';
import { secretOf } from '../secret';
import { traitsOf } from '../traits';
import { likely } from './fingerprint';
import { type Own, ownSince } from './own';

/** Clocks of servers differ from ours. */
const SKEW_MS = 5 * 60_000;
/** Or ours stands in another zone: a post of ours is then older to the server than its attempt is to us. */
const ZONES_MS = 14 * 60 * 60_000;

/** Reads back what an attempt did, by what the server itself says of the account's own posts. */
export async function find(
	session: Session,
	prepared: Prepared,
	claimed: ReadonlySet<PostUri>,
	io: Io,
): Promise<Found> {
	const { work } = prepared;
	if (work.kind === 'create') return findNew(session, prepared, claimed, io);
	const { status, json } = await ask(io, {
		session,
		path: path`/api/v1/statuses/${prepared.ids.post ?? ''}`,
		pass: [404, 410],
	});
	const there = status === 200 ? record(json) : undefined;
	const done: Found = { post: work.post.post };
	if (work.kind === 'delete') return there ? 'absent' : done;
	if (!there) return 'cannot tell';
	if (work.kind === 'edit') return findEdit(session, work, prepared, io);
	return findRepost(session, work.kind, prepared, there, io);
}

/** https://docs.joinmastodon.org/methods/statuses/#get: gone, or not for this account any more, are both `404`. */
export async function stands(session: Session, ref: PostRef, io: Io): Promise<boolean> {
	const id = ref.localId ?? (await locate(session, ref.post, io));
	if (id === undefined) return false;
	const where = path`/api/v1/statuses/${id}`;
	const { status, json } = await ask(io, { session, path: where, pass: [404, 410] });
	return status === 200 && record(json) !== undefined;
}

async function findNew(
	session: Session,
	prepared: Prepared,
	claimed: ReadonlySet<PostUri>,
	io: Io,
): Promise<Found> {
	const since = prepared.at - SKEW_MS;
	const { own, whole } = await ownSince(session, since, io);
	const free = own.filter(({ repost, post }) => repost === undefined && !claimed.has(post.key));
	let doubtful =
		!whole ||
		!listed(session, prepared.work) ||
		free.some((one) => one.at < since && isEarly(one, prepared));
	for (const one of free) {
		if (one.at < since) continue;
		const made = await isMade(session, one, prepared, io);
		if (made === 'yes') return { post: one.post.key };
		if (made === 'perhaps') doubtful = true;
	}
	return doubtful ? 'cannot tell' : 'absent';
}

/** Whether it may be what was made all the same: the very words, too early by our clock alone. */
function isEarly({ post, parentId, at }: Own, prepared: Prepared): boolean {
	return at >= prepared.at - ZONES_MS && likely(post, prepared, parentId) === 'yes';
}

/** Whether the list of an account's own posts would hold it. */
function listed(session: Session, work: Work): boolean {
	if (work.kind !== 'create' || work.content.visibility !== 'direct') return true;
	return traitsOf(secretOf(session).software).listsDirect === true;
}

async function isMade(
	session: Session,
	{ post, localId, parentId }: Own,
	prepared: Prepared,
	io: Io,
): Promise<'yes' | 'perhaps' | 'no'> {
	const how = likely(post, prepared, parentId);
	if (how !== 'perhaps' || prepared.work.kind !== 'create') return how;
	const source = await sourceOf(session, localId, io);
	// A program that shows no source may have made other words of it.
	if (source === undefined) return 'perhaps';
	return source.text === prepared.work.content.text ? 'yes' : 'no';
}

async function findRepost(
	session: Session,
	kind: 'repost' | 'unrepost',
	{ work, ids }: Prepared,
	there: Json,
	io: Io,
): Promise<Found> {
	const reposted = flag(there['reblogged']) === true;
	if (work.kind === 'create' || reposted !== (kind === 'repost')) return 'absent';
	if (kind === 'unrepost') return { post: work.post.post };
	const { own } = await ownSince(session, 0, io);
	const found = own.find(({ repost, localId }) => repost !== undefined && localId === ids.post);
	return found?.repost === undefined ? 'cannot tell' : { post: found.repost };
}

async function findEdit(
	session: Session,
	{ content, post }: Extract<Work, { kind: 'edit' }>,
	{ ids }: Prepared,
	io: Io,
): Promise<Found> {
	const source = await sourceOf(session, ids.post ?? '', io);
	if (source === undefined) return 'cannot tell';
	const same = source.text === content.text && source.warning === (content.warning ?? '');
	return same ? { post: post.post } : 'absent';
}

const UNTOLD = new Set(['missing', 'forbidden', 'refused']);

/** What its author typed (https://docs.joinmastodon.org/methods/statuses/#source); undefined where it is not told. */
async function sourceOf(
	session: Session,
	id: string,
	io: Io,
): Promise<{ text: string; warning: string } | undefined> {
	try {
		const { json } = await ask(io, { session, path: path`/api/v1/statuses/${id}/source` });
		const source = record(json);
		if (typeof source?.['text'] !== 'string') return undefined;
		return { text: source['text'], warning: text(source['spoiler_text']) };
	} catch (problem) {
		if (problem instanceof NetworkProblem && UNTOLD.has(problem.kind)) return undefined;
		throw problem;
	}
}
