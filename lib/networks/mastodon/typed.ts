import { mayContact, reach } from '../address';

/** What a person typed, read as a place: `handle` is the name before the host. */
export type Typed = { origin: string; host: string; handle?: string };

/** Not in a name or an address, but often around one that was pasted. */
const AROUND = /[\s\p{C}]+/gu;
const PROFILE = /^\/(?:@|users\/|profile\/|u\/)([^/@]+)/;

/**
 * Reads `chaos.example`, `https://chaos.example/@maria`, `@maria@chaos.example` and `maria@chaos.example`, with
 * blanks, capitals and slashes as people type them. https but on this machine itself, where http is meant unless
 * https was typed. Undefined for what names no host,
 * and for `@alice.square.example`: a name with an @ before it has one behind it here.
 */
export function readTyped(typed: string): Typed | undefined {
	const text = typed.replace(AROUND, '').replace(/^acct:/i, '');
	if (text === '' || text.length > 2000) return undefined;
	const scheme = /^(https?):\/\//i.exec(text)?.[1]?.toLowerCase();
	if (!scheme && /^[a-z][a-z+.-]*:\/\//i.test(text)) return undefined;
	const handle = scheme ? undefined : /^@?([^@/]+)@(.+)$/.exec(text);
	if (!handle && text.startsWith('@')) return undefined;
	const rest = handle?.[2] ?? text.replace(/^https?:\/\//i, '');
	const url = placeOf(rest, scheme);
	if (!url) return undefined;
	const name = handle?.[1] ?? PROFILE.exec(url.pathname)?.[1];
	return {
		origin: url.origin,
		host: url.host,
		...(name === undefined ? {} : { handle: decode(name) }),
	};
}

function placeOf(rest: string, scheme: string | undefined): URL | undefined {
	const secure = `https://${rest.replace(/^\/+/, '')}`;
	if (!URL.canParse(secure)) return undefined;
	const url = new URL(secure);
	if (scheme !== 'https' && reach(url.hostname) === 'loopback') {
		// Parsed again: the other scheme's own port is no part of the host.
		const near = new URL(secure.replace(/^https/, 'http'));
		return mayContact(near, near.origin) ? near : undefined;
	}
	return mayContact(url, url.origin) ? url : undefined;
}

function decode(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		// A name with a stray percent sign is meant as it stands.
		return name;
	}
}
