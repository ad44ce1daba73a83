import type { Instant } from '../../lib/model';
import type { Me } from '../../lib/sessions';

/** Time enough to sign in again before it is needed. */
const NOTICE_MS = 5 * 86_400_000;

/** When the server will end a session, where that is soon enough to be told: a moment that may just have passed. */
export function endsSoon(
	{ state, endsAt }: Pick<Me, 'state' | 'endsAt'>,
	now: Instant,
): Instant | undefined {
	return state === 'active' && endsAt !== undefined && endsAt - now < NOTICE_MS
		? endsAt
		: undefined;
}
