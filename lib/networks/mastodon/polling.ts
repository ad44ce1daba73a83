import type { NetworkPart } from '../network';
import { MASTODON } from './decode/border';
import { markers } from './markers';
import { home } from './read/home';
import { notices } from './read/notices';
import { verify } from './verify';

/** What the background needs to see what is new. */
export const polling = { id: MASTODON, verify, page: home, notices, markers } satisfies NetworkPart;
