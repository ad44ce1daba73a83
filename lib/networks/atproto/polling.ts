import type { NetworkPart } from '../network';
import { ATPROTO } from './decode/border';
import { markers, notices } from './read/notices';
import { page } from './read/page';
import { verify } from './verify';

/** What the background needs to see what is new. */
export const polling = { id: ATPROTO, verify, page, notices, markers } satisfies NetworkPart;
