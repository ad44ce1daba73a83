import type { Medium } from '../../lib/model';
import { mayContact } from '../../lib/networks';

/** The host of a playlist that may be played; undefined for any other. */
export function playlistHost(playlist: string | undefined): string | undefined {
	if (playlist === undefined || !URL.canParse(playlist)) return undefined;
	const url = new URL(playlist);
	// The adapter let the address through on the word of its server; what this machine is to itself it still is here.
	return mayContact(url, url.origin) ? url.host : undefined;
}

/** What becomes of an address that a playlist names: fetched, refused, or the person is asked about its host first. */
export type Leading = 'on' | 'nowhere' | { asks: string };

/**
 * Where `url` leads, which the playlist at `playlist` names: on, where that is its own host, a host below it or one of
 * `agreed`; to another host of the internet only when the person says so; never to this machine or its network unless
 * the playlist itself is there.
 */
export function leading(url: string, playlist: string, agreed: ReadonlySet<string>): Leading {
	if (!URL.canParse(url) || !URL.canParse(playlist)) return 'nowhere';
	const [to, home] = [new URL(url), new URL(playlist)];
	if (!mayContact(to, home.origin)) return 'nowhere';
	const own = to.host === home.host || to.hostname.endsWith(`.${home.hostname}`);
	return own || agreed.has(to.host) ? 'on' : { asks: to.host };
}

/** A video that the network hands out in pieces, as a list of them. */
export function isStreamed(medium: Medium): medium is Medium & { playlist: string } {
	return medium.playlist !== undefined && medium.remote === undefined;
}
