import type { Medium } from '../../lib/model';

/** The host of a playlist that may be played: encrypted, or on this machine. Undefined for any other. */
export function playlistHost(playlist: string | undefined): string | undefined {
	if (playlist === undefined || !URL.canParse(playlist)) return undefined;
	const { protocol, host } = new URL(playlist);
	return protocol === 'https:' || (protocol === 'http:' && isLoopback(playlist)) ? host : undefined;
}

/**
 * Whether what a playlist names may be fetched: a playlist from elsewhere does not make the browser ask this machine.
 */
export function mayFetch(url: string, playlist: string): boolean {
	return playlistHost(url) !== undefined && (!isLoopback(url) || isLoopback(playlist));
}

function isLoopback(url: string): boolean {
	const { hostname } = new URL(url);
	return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** A video that the network hands out in pieces, as a list of them. */
export function isStreamed(medium: Medium): medium is Medium & { playlist: string } {
	return medium.playlist !== undefined && medium.remote === undefined;
}
