import type { NetworkPart } from '../network';
import { ATPROTO } from './decode/border';
import { home } from './read/home';
import { markers, notices } from './read/notices';
import { verify } from './verify';

/** What the background needs to see what is new. Preferences are read again by pages: they lie in the session. */
export const polling = {
	id: ATPROTO,
	verify,
	page: home,
	notices,
	markers,
} satisfies NetworkPart;
