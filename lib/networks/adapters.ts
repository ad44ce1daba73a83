// The third door of lib/networks: the adapters themselves. Processes choose what they carry (entrypoints); nobody else
// needs to know any of them.
import { atproto } from './atproto';
import { mastodon } from './mastodon';
import type { Network } from './network';
import { x } from './x';

/** Every network there is, in the order in which an address is tried. One line each, here and in polling.ts. */
export const NETWORKS: readonly Network[] = [mastodon, atproto, x];
