// The third door of lib/networks: the adapters themselves. Processes choose what they carry (entrypoints); nobody else
// needs to know any of them.
import { atproto, polling as atprotoPolling } from './atproto';
import { mastodon, polling as mastodonPolling } from './mastodon';
import type { Network, NetworkPart } from './network';

/** Every network there is, in the order in which an address is tried. One line each, here and below. */
export const NETWORKS: readonly Network[] = [mastodon, atproto];

/**
 * What the background carries of each: the build leaves out the rest, where an adapter names it one by one (a spread of
 * an object from another file would be kept whole).
 */
export const POLLING: readonly NetworkPart[] = [mastodonPolling, atprotoPolling];
