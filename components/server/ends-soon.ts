import type { Instant } from '../../lib/model';
import type { Me } from '../../lib/sessions';

const DAY_MS = 86_400_000;
/** Time enough to sign in again before it is needed. */
const NOTICE_MS = 5 * DAY_MS;
/** Soon enough to say it where one reads. */
export const LAST_MS = 2 * DAY_MS;

/** When the server will end a session, where that is soon enough to be told: a moment that may just have passed. */
export function endsSoon(
	{ state, endsAt }: Pick<Me, 'state' | 'endsAt'>,
	now: Instant,
	before = NOTICE_MS,
): Instant | undefined {
	return state === 'active' && endsAt !== undefined && endsAt - now < before ? endsAt : undefined;
}
