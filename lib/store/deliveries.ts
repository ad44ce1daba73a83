import type { Delivery, DeliveryState, Draft, Instant, PostUri } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';

/** The last `most` deliveries, newest first. */
export async function readDeliveries(most: number): Promise<Delivery[]> {
	const index = (await database()).transaction('deliveries').store.index('createdAt');
	const found: Delivery[] = [];
	let cursor = await index.openCursor(null, 'prev');
	while (cursor && found.length < most) {
		found.push(cursor.value);
		cursor = await cursor.continue();
	}
	return found;
}

export async function readDelivery(id: string): Promise<Delivery | undefined> {
	return (await database()).get('deliveries', id);
}

export async function deliveriesIn(states: readonly DeliveryState[]): Promise<Delivery[]> {
	const index = (await database()).transaction('deliveries').store.index('state');
	return (await Promise.all(states.map((state) => index.getAll(state)))).flat();
}

export async function deliveriesOf(draft: string): Promise<Delivery[]> {
	return (await database()).getAllFromIndex('deliveries', 'draft', draft);
}

/** The delivery that made a post. */
export async function deliveryOfPost(uri: PostUri): Promise<Delivery | undefined> {
	return (await database()).getFromIndex('deliveries', 'uri', uri);
}

/** Posts that deliveries to a target made: nobody else's attempt can have. */
export async function claimedBy(target: string): Promise<Delivery[]> {
	const range = IDBKeyRange.bound([target], [target, []]);
	return (await database()).getAllFromIndex('deliveries', 'target', range);
}

/** What was asked to go to a target since a moment, oldest first. */
export async function deliveriesSince(target: string, since: Instant): Promise<Delivery[]> {
	const range = IDBKeyRange.bound([target, since], [target, []]);
	return (await database()).getAllFromIndex('deliveries', 'target', range);
}

/** How many deliveries stand in these states. */
export async function countDeliveries(states: readonly DeliveryState[]): Promise<number> {
	const index = (await database()).transaction('deliveries').store.index('state');
	const counts = await Promise.all(states.map((state) => index.count(state)));
	return counts.reduce((sum, count) => sum + count, 0);
}

/** A draft and what is on its way of it. */
export type Sending = { draft: Draft | undefined; deliveries: readonly Delivery[] };

/**
 * Reads, decides and writes a draft and its deliveries in one transaction. `change` is pure: it returns the rows to
 * write (`draft: null` deletes it), or undefined to leave all as it is. Returns whether anything was written.
 */
export async function changeSending(
	draft: string,
	change: (
		before: Sending,
	) => { draft?: Draft | null; deliveries: readonly Delivery[] } | undefined,
): Promise<boolean> {
	const written = await atOnce(['drafts', 'deliveries'], async (tx) => {
		const [drafts, deliveries] = [tx.objectStore('drafts'), tx.objectStore('deliveries')];
		const next = change({
			draft: await drafts.get(draft),
			deliveries: await deliveries.index('draft').getAll(draft),
		});
		if (!next) return false;
		if (next.draft === null) await drafts.delete(draft);
		else if (next.draft) await drafts.put({ ...next.draft, rev: next.draft.rev + 1 });
		for (const one of next.deliveries) await deliveries.put(one);
		return true;
	});
	if (written) {
		announce('deliveries');
		announce('drafts');
	}
	return written;
}

/** Stores new deliveries: all or none. */
export async function addDeliveries(deliveries: readonly Delivery[]): Promise<void> {
	if (deliveries.length === 0) return;
	await atOnce(['deliveries'], async (tx) => {
		for (const one of deliveries) await tx.objectStore('deliveries').add(one);
	});
	announce('deliveries');
}

/**
 * Reads, decides and writes one delivery in one transaction. `change` is pure; what it returns as it was is not
 * written. Undefined when it is not there.
 */
export async function changeDelivery(
	id: string,
	change: (delivery: Delivery) => Delivery,
): Promise<Delivery | undefined> {
	const { next, written } = await atOnce(['deliveries'], async (tx) => {
		const store = tx.objectStore('deliveries');
		const before = await store.get(id);
		const next = before && change(before);
		if (next && next !== before) await store.put(next);
		return { next, written: next !== before };
	});
	if (written) announce('deliveries');
	return next;
}
