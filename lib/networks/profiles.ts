import type { NetworkId } from '../model';
import { isDid, isHandle } from './atproto/names';

/** Whom an address of a profile names: by the handle there, or by the key, which nobody else can have. */
export type ProfileAt = { network: NetworkId } & ({ handle: string } | { key: string });

/** Names at the top of its addresses that are pages of the network's own. */
const OWN_PAGES =
	/^(?:about|compose|download|explore|hashtag|home|i|intent|jobs|login|messages|notifications|privacy|search|settings|share|signup|tos)$/i;

/**
 * Networks whose accounts do not carry the address of their profile, one line each. A handle counts at hosts that are
 * known to show that network alone: at any other host whoever runs it says whom the address means.
 */
const PROFILES: readonly { network: NetworkId; hosts: RegExp; path: RegExp }[] = [
	{
		network: 'atproto',
		hosts: /^(?:bsky\.app|blacksky\.community|deer\.social)$/,
		path: /^\/profile\/(did(?::|%3A)[^/]+|[^/.]+(?:\.[^/.]+)+)$/i,
	},
	{
		network: 'x',
		hosts: /^(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com$/,
		path: /^\/@?(\w{1,15})$/,
	},
];

/** Reads an address as that of somebody's profile; undefined where it is none, or nobody knows whose. */
export function profileAt(href: string): ProfileAt | undefined {
	if (!URL.canParse(href)) return undefined;
	const { hostname, pathname, protocol, port } = new URL(href);
	if (!/^https?:$/.test(protocol) || port !== '') return undefined;
	const known = PROFILES.find(({ hosts }) => hosts.test(hostname));
	const name = known?.path.exec(pathname.replace(/\/+$/, ''))?.[1];
	if (!known || name === undefined || OWN_PAGES.test(name)) return undefined;
	const { network } = known;
	const plain = name.replaceAll(/%3A/gi, ':');
	if (isDid(plain)) return { network, key: plain };
	return plain.includes('.') && !isHandle(plain)
		? undefined
		: { network, handle: plain.toLowerCase() };
}
