import type { Delivery, Instant } from '../model';
import { sessions, surroundings } from '../sessions';
import { deliveriesIn, deliveryOfPost, readDelivery, sweepBlobs } from '../store';
import { advance } from './advance';
import { change } from './change';
import { check } from './check';
import { dueOf, earliest, lanes, overtakes, turn } from './lane';

/**
 * Does all that can be done now, each host by itself and under its own lock: a slow server delays no other. Returns
 * when there is something to do again; undefined when nothing is on its way. May be killed at any await.
 */
export async function drain(signal: AbortSignal): Promise<Instant | undefined> {
	const { locked } = surroundings();
	await resume();
	const hosts = [...(await lanes()).keys()];
	const done = await Promise.allSettled(
		hosts.map((host) => locked(`outbox:${host}`, signal, () => drainLane(host, signal))),
	);
	await sweepBlobs(surroundings().now());
	for (const one of done) if (one.status === 'rejected') throw one.reason;
	return dueNext();
}

/** When something can be done again; what waits for another is looked at with that one. */
async function dueNext(): Promise<Instant | undefined> {
	const rows = [...(await lanes()).values()].flat();
	const before = await Promise.all(rows.map(predecessor));
	return earliest(
		rows.flatMap((one, i) =>
			turn(one, before[i]) === 'go' && !overtakes(one, rows) ? dueOf(one, before[i]) : [],
		),
	);
}

/** What a delivery begins after; of a deletion what made the post. */
async function predecessor({ after, kind, post }: Delivery): Promise<Delivery | undefined> {
	if (after !== undefined) return readDelivery(after);
	return kind === 'delete' && post !== undefined ? deliveryOfPost(post) : undefined;
}

/** What waited for the person to sign in again goes on by itself. */
async function resume(): Promise<void> {
	const waiting = (await deliveriesIn(['needs-you'])).filter(({ needs }) => needs === 'sign-in');
	if (waiting.length === 0) return;
	const active = (await sessions()).filter(({ state }) => state === 'active');
	for (const { id, target, open } of waiting) {
		if (!active.some(({ account }) => account === target)) continue;
		await change(id, open ? 'recheck' : 'resume', { dueAt: surroundings().now() });
	}
}

async function drainLane(host: string, signal: AbortSignal): Promise<void> {
	// What was under way when the lock was free was under way in a worker that is dead.
	for (const one of (await lanes()).get(host) ?? []) {
		if (one.state === 'sending') await change(one.id, 'unknown', {});
	}
	for (;;) {
		signal.throwIfAborted();
		const next = await nextOf((await lanes()).get(host) ?? []);
		if (!next) return;
		await (next.state === 'checking' ? check(next, signal) : advance(next, signal));
	}
}

async function nextOf(rows: readonly Delivery[]): Promise<Delivery | undefined> {
	const now = surroundings().now();
	for (const one of rows) {
		if (one.dueAt > now || overtakes(one, rows)) continue;
		const before = await predecessor(one);
		const what = turn(one, before);
		if (what === 'go' && dueOf(one, before) <= now) return one;
		if (what === 'moot') await change(one.id, 'cancel', {});
	}
	return undefined;
}
