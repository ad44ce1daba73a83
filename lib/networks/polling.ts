// The fourth door of lib/networks: what a process carries that sees what is new and hands over, and no more. Not in
// adapters.ts: what a whole adapter loads later counts as part of whatever imports it, and a service worker cannot load.
import { polling as atproto } from './atproto/polling';
import { polling as mastodon } from './mastodon/polling';
import type { NetworkPart } from './network';
import { handing as x } from './x';

/**
 * What the background carries of each, in the order of NETWORKS: the build leaves out the rest, where an adapter names
 * it one by one (a spread of an object from another file would be kept whole).
 */
export const POLLING: readonly NetworkPart[] = [mastodon, atproto, x];
