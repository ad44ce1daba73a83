import type { NetworkPart } from '../network';
import { MASTODON } from './decode/border';
import { markers } from './markers';
import { notices } from './read/notices';
import { page } from './read/page';
import { verify } from './verify';

/** What the background needs to see what is new. */
export const polling = { id: MASTODON, verify, page, notices, markers } satisfies NetworkPart;
