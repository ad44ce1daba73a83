import type { FromBackground } from '../messages';
import type { AccountUri, Delivery, DeliveryKind, Instant, PostUri, TargetKey } from '../model';
import { sessions, surroundings } from '../sessions';
import { addDeliveries, changeSending, claimedBy, deliveryOfPost } from '../store';
import { change } from './change';
import { blank } from './freeze';
import { judged } from './judging';
import { leads, move } from './states';

const DONE: FromBackground = { done: true };
const GONE: FromBackground = { refused: { key: 'sessionGone' } };

/** Queues a deletion of each post; of a thread from its end, so that nothing of it stands without its beginning. */
export async function remove(
	posts: readonly { by: AccountUri; post: PostUri }[],
): Promise<FromBackground> {
	const rows: Delivery[] = [];
	for (const { by, post } of [...posts].reverse()) {
		const made = await makeOne(by, 'delete', post);
		if (!made) return GONE;
		if (!(await isUnderWay(by, 'delete', post))) rows.push(made);
	}
	await addDeliveries(rows);
	return DONE;
}

/** Passes a post on as one of my accounts, or takes that back. A refusal of the norms is said at once. */
export async function repost(by: AccountUri, post: PostUri, on: boolean): Promise<FromBackground> {
	const kind = on ? 'repost' : 'unrepost';
	const made = await makeOne(by, kind, post);
	if (!made) return GONE;
	if (await isUnderWay(by, kind, post)) return DONE;
	const { may, verdicts, problem } = await judged(made);
	if (may === 'signed-out') return GONE;
	if (may === 'not' && problem) return { refused: problem };
	if (await overtakes(by, kind, post)) return DONE;
	const one = { ...made, verdicts };
	await addDeliveries([may === 'ask' ? move(one, 'need', { needs: 'answer' }) : one]);
	return DONE;
}

/**
 * What failed before is of no interest any more, and what has not gone need not be taken back afterwards: says whether
 * that was all that there was to do.
 */
async function overtakes(by: TargetKey, kind: DeliveryKind, post: PostUri): Promise<boolean> {
	const before = (await claimedBy(by)).filter(
		(one) => one.post === post && (one.kind === 'repost' || one.kind === 'unrepost'),
	);
	let took = false;
	for (const { id, kind: earlier, state, open } of before) {
		const waits = state === 'queued' || state === 'needs-you';
		if (state !== 'failed' && !(waits && !open && earlier !== kind)) continue;
		if ((await change(id, 'cancel', {})) && waits) took = true;
	}
	return took;
}

/** A second press while the first is on its way changes nothing. */
async function isUnderWay(by: TargetKey, kind: DeliveryKind, post: PostUri): Promise<boolean> {
	const rows = await claimedBy(by);
	return rows.some(
		(one) =>
			one.kind === kind &&
			one.post === post &&
			['queued', 'sending', 'checking', 'needs-you'].includes(one.state),
	);
}

async function makeOne(
	by: AccountUri,
	kind: DeliveryKind,
	post: PostUri,
): Promise<Delivery | undefined> {
	const me = (await sessions()).find(({ account }) => account === by);
	if (!me) return undefined;
	const aim = { target: by, name: me.handle, host: me.host, window: false };
	const now = surroundings().now();
	const maker = await deliveryOfPost(post);
	return {
		...blank({ id: crypto.randomUUID(), kind, aim, now }),
		post,
		...(maker?.target === by && maker.state !== 'sent' ? { after: maker.id } : {}),
	};
}

/**
 * Deletes what a draft made, everywhere: what has not gone is cancelled, what is there is deleted, and what may be on
 * its way is deleted once it is known to be there. All of it is decided and stored at once.
 */
export async function removeDraft(draft: string): Promise<FromBackground> {
	const now = surroundings().now();
	await changeSending(draft, ({ deliveries }) => {
		const rows = deliveries.flatMap((one) => without(one, deliveries, now));
		return rows.length === 0 ? undefined : { deliveries: rows };
	});
	return DONE;
}

/** What is to be written so that nothing is left of a delivery. */
function without(one: Delivery, all: readonly Delivery[], now: Instant): Delivery[] {
	const { id, uri, draft, kind, thread, target, name, host } = one;
	if (kind === 'delete' || one.deletedAt !== undefined) return [];
	// What stands in a window that was opened may be posted: only the person knows.
	if (!one.open && one.state !== 'handed-over' && leads(one, 'cancel')) {
		return [{ ...move(one, 'cancel'), changedAt: now }];
	}
	const isMade = kind === 'create' && (one.open === true || one.state === 'sent');
	const isGoing = all.some(
		(other) =>
			other.kind === 'delete' && (uri === undefined ? other.after === id : other.post === uri),
	);
	if (!isMade || isGoing || draft === undefined) return [];
	const aim = { target, name, host, window: false };
	const made = blank({ id: crypto.randomUUID(), kind: 'delete', aim, now });
	return [{ ...made, draft, thread, ...(uri === undefined ? { after: id } : { post: uri }) }];
}
