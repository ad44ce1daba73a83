import type { Delivery } from '../model';

type State = Pick<Delivery, 'state' | 'open'>;

/**
 * Whether something might still be sent, or nobody knows whether it was: restored as it is, it could appear twice. Such
 * a delivery comes back as a draft, and the person looks first.
 */
export function isUnderWay({ state, open }: State): boolean {
	return (
		state === 'queued' ||
		state === 'sending' ||
		state === 'checking' ||
		state === 'needs-you' ||
		(state === 'failed' && open === true)
	);
}
