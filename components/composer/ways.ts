import type { DeliveryStep } from '../../lib/messages';
import type { Delivery, Instant } from '../../lib/model';
import type { Key } from '../../lib/texts';

type Way = { text: Key; does: DeliveryStep };

/** What can be done about it where no more than a press is needed. */
export function waysOf(
	{ state, needs, dueAt, undoUntil, scheduledAt, after }: Delivery,
	now: Instant,
): readonly Way[] {
	const cancel: Way = { text: 'wentCancel', does: 'cancel' };
	if (state === 'failed') return [{ text: 'retry', does: 'retry' }];
	if (state === 'queued') {
		const goesBy = Math.max(undoUntil ?? 0, scheduledAt ?? 0);
		// Nothing is tried before its time, nor before the post that it follows.
		const mayTry = dueAt > now && goesBy <= now && after === undefined;
		return mayTry ? [{ text: 'wentNow', does: 'retry' }, cancel] : [cancel];
	}
	if (state !== 'needs-you') return [];
	switch (needs) {
		case 'late':
			return [{ text: 'wentSendNow', does: 'send' }, cancel];
		case 'look':
			return [
				{ text: 'wentThere', does: 'there' },
				{ text: 'wentAbsent', does: 'absent' },
			];
		default:
			return [cancel];
	}
}
