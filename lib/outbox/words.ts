import type { Delivery, Need, Text } from '../model';
import { mayDecide } from './states';

/** What is so with a delivery, what is safe, and what to do. What the server said stands beside it (`problem`). */
export function wordsOf(delivery: Delivery, now: number): Text {
	const { state, needs, name, host } = delivery;
	switch (state) {
		case 'queued':
			return queued(delivery, now);
		case 'sending':
			return { key: 'outboxSending', parameters: { name } };
		case 'checking':
			return {
				key: mayDecide(delivery) ? 'outboxCheckingLong' : 'outboxChecking',
				parameters: { host },
			};
		case 'sent':
			return sent(delivery);
		case 'handed-over':
			return { key: 'outboxHandedOver', parameters: { name } };
		case 'needs-you':
			return needing(needs ?? 'answer', delivery);
		case 'failed':
			return { key: 'outboxFailed', parameters: { name } };
		case 'cancelled':
			return { key: 'outboxCancelled', parameters: { name } };
	}
}

function queued(delivery: Delivery, now: number): Text {
	const { name, host, undoUntil, scheduledAt, uploaded, failures, after, kind } = delivery;
	if (undoUntil !== undefined && undoUntil > now) {
		return { key: 'outboxUndo', parameters: { name } };
	}
	if (scheduledAt !== undefined && scheduledAt > now) {
		return { key: 'outboxScheduled', parameters: { name } };
	}
	if (failures > 0) return { key: 'outboxLater', parameters: { host } };
	if (uploaded && uploaded.done < uploaded.of) {
		const { done, of } = uploaded;
		return { key: 'outboxUploading', parameters: { name, done, of } };
	}
	if (after !== undefined && kind === 'create') {
		return { key: 'outboxWaitsForThread', parameters: { name } };
	}
	return { key: 'outboxQueued', parameters: { name } };
}

function sent({ kind, name, deletedAt }: Delivery): Text {
	if (kind === 'delete' || deletedAt !== undefined) {
		return { key: 'outboxDeleted', parameters: { name } };
	}
	if (kind === 'edit') return { key: 'outboxEdited', parameters: { name } };
	if (kind === 'repost') return { key: 'outboxReposted', parameters: { name } };
	if (kind === 'unrepost') return { key: 'outboxUnreposted', parameters: { name } };
	return { key: 'outboxSent', parameters: { name } };
}

function needing(needs: Need, { name, host }: Delivery): Text {
	switch (needs) {
		case 'answer':
			return { key: 'outboxNeedsAnswer', parameters: { name } };
		case 'late':
			return { key: 'outboxNeedsLate', parameters: { name } };
		case 'look':
			return { key: 'outboxNeedsLook', parameters: { host } };
		case 'hand-over':
			return { key: 'outboxNeedsHandOver', parameters: { name } };
		case 'sign-in':
			return { key: 'outboxNeedsSignIn', parameters: { name } };
	}
}
