import type { Delivery, Instant } from '../model';
import { deliveriesIn } from '../store';
import { isOver } from './states';
import { APART_MS } from './timing';

/** States in which something can be done without the person. */
const MOVING = ['queued', 'sending', 'checking'] as const;

/** What is on its way, by host: hosts do not wait for each other. */
export async function lanes(): Promise<ReadonlyMap<string, readonly Delivery[]>> {
	const found = new Map<string, Delivery[]>();
	for (const one of await deliveriesIn(MOVING)) {
		found.set(one.host, [...(found.get(one.host) ?? []), one]);
	}
	for (const rows of found.values()) rows.sort(inOrder);
	return found;
}

/** As they were asked for; a thread from its beginning, its deletion from its end. */
function inOrder(a: Delivery, b: Delivery): number {
	const time = a.createdAt - b.createdAt;
	if (time !== 0) return time;
	const place = a.thread.at - b.thread.at;
	if (place !== 0) return a.kind === 'delete' ? -place : place;
	return a.id < b.id ? -1 : 1;
}

/** What stands before a delivery: `go`; `wait`; or `moot`, when what it was to follow will never be there. */
export function turn(one: Delivery, before: Delivery | undefined): 'go' | 'wait' | 'moot' {
	if (one.after === undefined || !before || before.state === 'sent') return 'go';
	const isGone = isOver(before) || before.state === 'failed';
	return isGone && one.kind === 'delete' ? 'moot' : 'wait';
}

/** Whether an earlier change of the same post is on its way still: the words that were meant last stand last. */
export function overtakes(one: Delivery, rows: readonly Delivery[]): boolean {
	const isEarlier = ({ kind, target, post }: Delivery) =>
		kind === 'edit' && target === one.target && post === one.post;
	return one.kind === 'edit' && rows.some((row) => isEarlier(row) && inOrder(row, one) < 0);
}

/**
 * When a delivery may go. A deletion not while an attempt at its post may still be under way, because nobody heard what
 * became of it: coming after the deletion it would bring the post back.
 */
export function dueOf({ kind, dueAt }: Delivery, before: Delivery | undefined): Instant {
	const { tries = 0, lastTryAt = 0 } = before ?? {};
	return kind === 'delete' && tries > 1 ? Math.max(dueAt, lastTryAt + APART_MS) : dueAt;
}

/** The earliest of what is still to be done; undefined when nothing is. */
export function earliest(times: readonly Instant[]): Instant | undefined {
	const [first, ...rest] = times;
	return first === undefined ? undefined : Math.min(first, ...rest);
}
