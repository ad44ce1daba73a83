import type { DeliveryStep } from '../../lib/messages';
import type { Delivery, Instant } from '../../lib/model';
import { mayDecide } from '../../lib/outbox';
import type { Key } from '../../lib/texts';

type Way = { text: Key; does: DeliveryStep };

/** What can be done about it where no more than a press is needed. */
export function waysOf(delivery: Delivery, now: Instant): readonly Way[] {
	const { state, needs, dueAt, undoUntil, scheduledAt, after } = delivery;
	const cancel: Way = { text: 'wentCancel', does: 'cancel' };
	if (state === 'failed') return [{ text: 'retry', does: 'retry' }];
	if (state === 'queued') {
		const goesBy = Math.max(undoUntil ?? 0, scheduledAt ?? 0);
		// Nothing is tried before its time, nor before the post that it follows.
		const mayTry = dueAt > now && goesBy <= now && after === undefined;
		return mayTry ? [{ text: 'wentNow', does: 'retry' }, cancel] : [cancel];
	}
	if (mayDecide(delivery)) {
		return [
			{ text: 'wentThere', does: 'there' },
			{ text: 'wentAbsent', does: 'absent' },
		];
	}
	if (state !== 'needs-you') return [];
	return needs === 'late' ? [{ text: 'wentSendNow', does: 'send' }, cancel] : [cancel];
}
