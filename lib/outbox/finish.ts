import type { Delivery, PostUri } from '../model';
import type { SeenPost } from '../networks';
import { surroundings } from '../sessions';
import {
	changeDelivery,
	changePost,
	changeSending,
	deliveryOfPost,
	dropEntry,
	dropLocal,
	entriesOf,
	putDone,
	readDelivery,
	readPosts,
} from '../store';
import { change } from './change';
import { passed } from './passed';
import { isOver } from './states';

/** The timeline of what I follow. */
const HOME = 'home';

/**
 * Writes down that a delivery did what it should: first in what it changed, then in itself, so that a worker that dies
 * in between finds it not done and does the same again.
 */
export async function finish(delivery: Delivery, post: PostUri, seen?: SeenPost): Promise<void> {
	const { id, kind, draft } = delivery;
	const now = surroundings().now();
	const made = kind === 'create' || kind === 'repost';
	const about = kind === 'repost' ? delivery.post : (seen?.post.key ?? post);
	const done = { by: delivery.target, post: about ?? post, seen };
	await putDone({ ...done, activity: made ? post : undefined }, now);
	if (kind === 'unrepost') await dropReposts(delivery);
	if (kind === 'edit' || kind === 'delete') await changeMaker(delivery, now);
	if (kind === 'repost' || kind === 'unrepost') await passOn(delivery, now);
	const url = seen?.post.url ?? pageOf(post);
	await change(id, 'sent', {
		...(made ? { uri: post } : {}),
		...(url && kind !== 'delete' && kind !== 'unrepost' ? { url } : {}),
		sentAt: now,
		failures: 0,
	});
	await changeDelivery(id, ({ prepared: _, ...rest }) => rest);
	if (draft !== undefined) await dropDone(draft);
}

/** Keys of many networks are the address of the post. */
function pageOf(post: PostUri): string | undefined {
	return /^https?:\/\//.test(post) ? post : undefined;
}

/** A repost that was taken back stands in the timeline no more. */
async function dropReposts({ target, post }: Delivery): Promise<void> {
	const [places = []] = await entriesOf(HOME, post === undefined ? [] : [post]);
	for (const { by, activity } of places) {
		if (by === target) await dropEntry(target, HOME, activity);
	}
}

/** What made the post knows its new words, or that it is gone; so does the timeline. */
async function changeMaker(delivery: Delivery, now: number): Promise<void> {
	const { kind, content, target, after } = delivery;
	const post =
		delivery.post ?? (after === undefined ? undefined : (await readDelivery(after))?.uri);
	if (post === undefined) return;
	const maker = await deliveryOfPost(post);
	if (maker) {
		await changeDelivery(maker.id, (one) => {
			if (kind === 'delete') return { ...one, deletedAt: now };
			return content ? { ...one, content } : one;
		});
	}
	if (kind !== 'delete') return;
	const [row] = await readPosts([post]);
	if (!row) return;
	// Who deleted it is its author: no other account of mine needs to hear it from its own server.
	const mine = row.post.author === target;
	const views = row.views.filter(({ by }) => mine || by === target);
	for (const { by, localId } of views) await dropLocal(by, localId);
}

/** Not every server says how the post stands then. */
async function passOn({ kind, post, target }: Delivery, now: number): Promise<void> {
	if (post === undefined) return;
	await changePost(post, (row) => passed(row, target, kind === 'repost', now));
}

/** A draft of which everything has come to an end is none any more. */
async function dropDone(draft: string): Promise<void> {
	await changeSending(draft, ({ draft: stored, deliveries }) =>
		stored?.enqueuedAt !== undefined && deliveries.every(isOver)
			? { draft: null, deliveries: [] }
			: undefined,
	);
}
