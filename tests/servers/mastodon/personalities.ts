import { GOTOSOCIAL, PLEROMA } from './kin-traits';
import { MASTODON, MASTODON_42, SQUARE } from './mastodon-traits';
import { HOLLO, PIXELFED, SNAC } from './small-traits';
import type { Personality, Traits } from './traits';

/** Every program this server can pass for. Source: what each program's own code does, as the facts table it. */
export const PERSONALITIES: Readonly<Record<Personality, Traits>> = {
	'mastodon-4.5': MASTODON,
	'mastodon-4.2': MASTODON_42,
	gotosocial: GOTOSOCIAL,
	pleroma: PLEROMA,
	pixelfed: PIXELFED,
	hollo: HOLLO,
	snac: SNAC,
	square: SQUARE,
};
