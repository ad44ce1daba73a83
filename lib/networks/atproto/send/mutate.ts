import type { Session } from '../../../model';
import type { Io } from '../../io';
import { record } from '../../json';
import { stateAfter } from '../../outcome';
import { NetworkProblem } from '../../problem';
import type { Found, Outcome, Prepared } from '../../sender';
import { cidOf } from '../decode/uri';
import { seenOwn } from '../read/own';
import { type Xrpc, xrpc } from '../xrpc';
import { keyOf, lookFor } from './find';
import { type Frozen, filled, frozenOf, type Write } from './frozen';
import { recordAt } from './ref';

const REPO = 'com.atproto.repo';
/** Points that a server takes from its limits: https://docs.bsky.app/docs/advanced-guides/rate-limits */
const COST = { put: 3, delete: 1 } as const;

/** One attempt. The same once more writes the same record under the same key, which is nothing new. */
export async function mutate(session: Session, prepared: Prepared, io: Io): Promise<Outcome> {
	try {
		const x = xrpc(session, io);
		try {
			const cid = await write(x, frozenOf(prepared));
			return sent(session, prepared, { x, io, cid });
		} catch (problem) {
			if (!(problem instanceof NetworkProblem)) throw problem;
			return await settled(session, prepared, { x, io, problem });
		}
	} catch (problem) {
		if (!(problem instanceof NetworkProblem)) throw problem;
		return { state: stateAfter(problem), problem };
	}
}

/** The version that was made, where the answer names it. Left to itself a server validates what it knows the schema of. */
async function write(x: Xrpc, { writes, swap, blobs }: Frozen): Promise<string | undefined> {
	const [first, ...rest] = writes;
	const repo = x.did;
	if (!first.record) {
		for (const { collection, rkey } of writes)
			await x.post(`${REPO}.deleteRecord`, { repo, collection, rkey }, { cost: COST.delete });
		return undefined;
	}
	if (rest.length > 0) {
		const creates = writes.map((one) => createOf(one, blobs));
		await x.post(
			`${REPO}.applyWrites`,
			{ repo, writes: creates },
			{ cost: COST.put * writes.length },
		);
		return undefined;
	}
	const { collection, rkey } = first;
	const input = { repo, collection, rkey, record: filled(first.record, blobs) };
	// A new record never takes the place of one: an attempt that comes late would undo an edit.
	const answer = await x.post(
		`${REPO}.putRecord`,
		{ ...input, swapRecord: swap ?? null },
		{ cost: COST.put },
	);
	return cidOf(record(answer)?.['cid']);
}

function createOf({ collection, rkey, record: value }: Write, blobs: Frozen['blobs']) {
	const $type = `${REPO}.applyWrites#create`;
	return { $type, collection, rkey, value: filled(value, blobs) };
}

function sent(
	session: Session,
	prepared: Prepared,
	{ x, io, cid }: { x: Xrpc; io: Io; cid: string | undefined },
): Outcome {
	const { work } = prepared;
	const { writes, blobs } = frozenOf(prepared);
	const post = keyOf(x, prepared);
	if (cid === undefined || !(work.kind === 'create' || work.kind === 'edit'))
		return { state: 'sent', post };
	const value = filled(writes[0].record, blobs);
	const seen = seenOwn(session, { uri: post, cid, value }, io);
	return { state: 'sent', post, ...(seen ? { seen } : {}) };
}

/**
 * After a refusal: where an earlier attempt had done it, servers say no in their own ways (InvalidSwap; the reference
 * server answers 500 for a key that is taken), and the repository tells.
 */
async function settled(
	session: Session,
	prepared: Prepared,
	{ x, io, problem }: { x: Xrpc; io: Io; problem: NetworkProblem },
): Promise<Outcome> {
	const { status = 0 } = problem;
	const state = stateAfter(problem);
	// Its files were thrown away meanwhile: they are brought again before the next attempt.
	if (problem.kind === 'missing' && prepared.uploaded.length > 0)
		return { state: 'later', problem };
	if (state === 'later' || (status !== 400 && status < 500)) return { state, problem };
	const found = await looked(x, session, prepared);
	if (found === 'changed') {
		const { host } = session;
		const sentence = { key: 'sendChangedElsewhere', parameters: { host } };
		const changed = new NetworkProblem('refused', host, { status, sentence });
		return { state: 'refused', problem: changed };
	}
	return typeof found === 'object'
		? sent(session, prepared, { x, io, cid: undefined })
		: { state, problem };
}

async function looked(
	x: Xrpc,
	session: Session,
	prepared: Prepared,
): Promise<Found | 'changed' | undefined> {
	try {
		const found = await lookFor(x, session, prepared);
		const { writes, swap } = frozenOf(prepared);
		if (found !== 'absent' || swap === undefined) return found;
		const there = await recordAt(x, writes[0], session.host);
		return there && there.cid !== swap ? 'changed' : found;
	} catch (problem) {
		// What failed first is what is known.
		if (problem instanceof NetworkProblem) return undefined;
		throw problem;
	}
}
