import type { FromBackground } from '../messages';
import type { Delivery } from '../model';
import { surroundings } from '../sessions';
import { changeSending } from '../store';
import { wordsAt } from './parts';
import { leads, move } from './states';

const DONE: FromBackground = { done: true };
const TOO_LATE: FromBackground = { refused: { key: 'outboxTooLate' } };

/**
 * Makes a draft again of what failed or waits for an answer, for the targets where nothing of it is or may be; elsewhere
 * it stays as it is.
 * Refused when there is no such target. When it was to go is chosen anew.
 */
export async function reopen(draft: string): Promise<FromBackground> {
	const now = surroundings().now();
	let isDraft = false;
	await changeSending(draft, ({ draft: stored, deliveries }) => {
		isDraft = stored !== undefined && stored.enqueuedAt === undefined;
		if (!stored || isDraft) return undefined;
		const { enqueuedAt: _, scheduledAt: __, ...again } = stored;
		const targets = stored.targets.filter((target) => isStopped(deliveries, target));
		if (targets.length === 0) return undefined;
		isDraft = true;
		const went = stored.targets.filter(
			(target) => !targets.includes(target) && isThere(deliveries, target),
		);
		const elsewhere = [
			...(stored.elsewhere ?? []),
			...went.map((target) => wordsAt(stored, target)),
		];
		const rows = deliveries.filter((one) => targets.includes(one.target) && leads(one, 'cancel'));
		return {
			draft: { ...again, targets, changedAt: now, ...(went.length > 0 ? { elsewhere } : {}) },
			deliveries: rows.map((one) => move(one, 'cancel', { changedAt: now })),
		};
	});
	return isDraft ? DONE : TOO_LATE;
}

function isThere(deliveries: readonly Delivery[], target: string): boolean {
	return deliveries.some((one) => one.target === target && one.state !== 'cancelled');
}

/** A thread of which a part is there cannot begin anew. What is asked about may be mended instead of being let go. */
function isStopped(deliveries: readonly Delivery[], target: string): boolean {
	const there = deliveries.filter((one) => one.target === target && one.state !== 'cancelled');
	return (
		there.some(({ state, needs }) => state === 'failed' || needs === 'answer') &&
		there.every((one) => one.open !== true && leads(one, 'cancel') !== undefined)
	);
}
