import { BLUESKY } from './bluesky';
import { MASTODON } from './mastodon';
import type { Navigation, Site } from './site';
import { X } from './x';
import { X_NAVIGATION } from './x-navigation';

/** Websites with one address; everywhere else the person named a server whose web client is Mastodon's. */
const NAMED: Readonly<Record<string, Site>> = { 'x.com': X, 'bsky.app': BLUESKY };

/** Websites whose navigation can have an entry of ours. The manifest lets these alone frame our page (wxt.config.ts). */
const NAVIGATIONS: Readonly<Record<string, Navigation>> = { 'x.com': X_NAVIGATION };

// Marked as pure: what needs none of the lists, as the script in pages of others, carries none.

/** Offered by name. */
export const SUGGESTED: readonly string[] = /* @__PURE__ */ Object.keys(NAMED);

export const WITH_NAVIGATION: readonly string[] = /* @__PURE__ */ Object.keys(NAVIGATIONS);

export function siteAt(host: string): Site {
	return (Object.hasOwn(NAMED, host) ? NAMED[host] : undefined) ?? MASTODON;
}

/** Whether what is typed in the composer of a website is posted from there by an account like this one. */
export function isPostedAt(site: string, of: { host: string; network: string }): boolean {
	return of.host === site || siteAt(site).network === of.network;
}

/** Undefined where no navigation is known. */
export function navigationAt(host: string): Navigation | undefined {
	return Object.hasOwn(NAVIGATIONS, host) ? NAVIGATIONS[host] : undefined;
}
