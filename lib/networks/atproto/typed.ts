import { mayContact, reach } from '../address';
import { isDid, isHandle } from './names';

/**
 * What a person typed, read for this network: an account by DID; by handle, where it can be nothing else; a place;
 * or a bare name that may be either (`handle` is then the whole of it).
 */
export type Typed =
	| { account: 'did'; did: string }
	| { account: 'handle'; handle: string }
	| { origin: string; handle?: string; either?: true };

/** Not in a name or an address, but often around one that was pasted. */
const AROUND = /[\s\p{C}]+/gu;
const PROFILE = /^\/profile\/([^/]+)/;

/**
 * Reads `square.example`, `https://square.example/…`, `alice.square.example`, `@alice.square.example`, `at://…` and
 * DIDs. Undefined for what names nothing of this network: `@name@host` is the other one's.
 */
export function readTyped(typed: string): Typed | undefined {
	const text = typed.replace(AROUND, '').replace(/^at:\/\//i, '@');
	if (text === '' || text.length > 2000) return undefined;
	const bare = text.replace(/^@/, '');
	if (isDid(bare)) return { account: 'did', did: bare };
	if (/^did:/i.test(bare)) return undefined;
	if (text.startsWith('@')) {
		const handle = bare.replace(/\/+$/, '').toLowerCase();
		return isHandle(handle) ? { account: 'handle', handle } : undefined;
	}
	if (!/^https?:\/\//i.test(text) && /[@]|^[a-z][a-z+.-]*:\/\//i.test(text)) return undefined;
	return placeOf(text);
}

function placeOf(text: string): Typed | undefined {
	const scheme = /^(https?):\/\//i.exec(text)?.[1]?.toLowerCase();
	const secure = `https://${text.replace(/^https?:\/\//i, '')}`;
	if (!URL.canParse(secure)) return undefined;
	const url = new URL(secure);
	const near = reach(url.hostname) === 'loopback' && scheme !== 'https';
	const place = near ? new URL(secure.replace(/^https/, 'http')) : url;
	if (!mayContact(place, place.origin)) return undefined;
	const named = PROFILE.exec(url.pathname)?.[1] ?? '';
	if (isHandle(named) || isDid(named)) return { origin: place.origin, handle: named };
	const { origin, host } = place;
	return !scheme && isHandle(host) && url.pathname === '/'
		? { origin, handle: host, either: true }
		: { origin };
}
