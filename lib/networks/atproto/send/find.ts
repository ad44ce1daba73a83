import type { PostUri, Session } from '../../../model';
import type { Io } from '../../io';
import type { Found, Prepared } from '../../sender';
import { type Xrpc, xrpc } from '../xrpc';
import { filled, frozenOf, sameJson } from './frozen';
import { recordAt } from './ref';

/** Reads back what an attempt did. Nobody else's delivery can have its record key: what lies there is its own. */
export function find(
	session: Session,
	prepared: Prepared,
	_claimed: ReadonlySet<PostUri>,
	io: Io,
): Promise<Found> {
	return lookFor(xrpc(session, io), session, prepared);
}

export async function lookFor(x: Xrpc, { host }: Session, prepared: Prepared): Promise<Found> {
	const { writes, swap, blobs } = frozenOf(prepared);
	const done: Found = { post: keyOf(x, prepared) };
	const [first] = writes;
	if (!first.record) {
		// Gates without their post are nobody's; of several reposts none may stay.
		const gone = prepared.work.kind === 'delete' ? [first] : writes;
		for (const write of gone) if (await recordAt(x, write, host)) return 'absent';
		return done;
	}
	const there = await recordAt(x, first, host);
	if (!there) return 'absent';
	return swap === undefined || sameJson(there.value, filled(first.record, blobs)) ? done : 'absent';
}

/** Of what was made: the record's own key; of what is changed or gone, the post that was named. */
export function keyOf(x: Xrpc, prepared: Prepared): PostUri {
	const { work } = prepared;
	const [{ collection, rkey }] = frozenOf(prepared).writes;
	const isNew = work.kind === 'create' || work.kind === 'repost';
	return isNew ? `at://${x.did}/${collection}/${rkey}` : work.post.post;
}
