import type { Account, AccountUri, Instant, ProfileField, RichText } from '../model';
import { ARCHIVED, profileAt } from '../networks';
import { marksIn } from '../text';

/**
 * How a profile names somebody. `verified`: by a link of which a server saw that the page leads back. `domain`: the
 * same, and the page is the front page of a domain. `field`: in a line of its own. `moved`: as where the person went.
 */
export type How = 'verified' | 'domain' | 'field' | 'moved' | 'bio';

/** One name in a profile. `token`: what it is compared by, see `calledBy`. */
export type Naming = { token: string; how: How; at?: Instant };

/** A profile that names more is a list of links: the rest is not looked at. */
const MOST = 60;

const called = (handle: string): string => `@${handle.toLowerCase()}`;
const ofArchive = (handle: string): string => `${ARCHIVED} ${handle.toLowerCase()}`;

/** Everything that an account can be named by: its key, the address of its profile, its whole handle. */
export function calledBy({ key, url, handle, network }: Account): readonly string[] {
	if (network === undefined || network === ARCHIVED) return [key, ofArchive(handle)];
	const whole = handle.includes('.') ? [called(handle)] : [];
	const home = hostOf(key);
	// An account can say that any page is its profile: only one of the host that its key is at is.
	const page = url !== undefined && (home === undefined || home === hostOf(url)) ? [url] : [];
	return [...new Set([plain(key), ...page.map(plain), ...whole])];
}

/** Whom a profile names: nobody is asked, and a display name is nobody's word. */
export function namesIn(account: Account): readonly Naming[] {
	const { bio, fields = [], moved } = account;
	const found: readonly Naming[] = [
		...(moved ? [{ token: plain(moved.account), how: 'moved' as const }] : []),
		...fields.flatMap(inField),
		...(bio ? inText(bio, 'bio') : []),
	];
	const own = new Set(calledBy(account));
	return found.filter(({ token }) => !own.has(token)).slice(0, MOST);
}

function inField({ value, verifiedAt }: ProfileField): readonly Naming[] {
	const alone = value.text.trim().replace(/^@/, '');
	const isHandle = /^[^\s@/]+\.[^\s@/]+$/.test(alone);
	return [
		...inText(value, verifiedAt === undefined ? 'field' : 'verified', verifiedAt),
		...(isHandle ? [{ token: called(alone), how: 'field' as const }] : []),
	];
}

function inText(
	words: RichText,
	how: 'verified' | 'field' | 'bio',
	at?: Instant,
): readonly Naming[] {
	const less = how === 'verified' ? 'field' : how;
	const mentioned = (words.facets ?? []).flatMap((facet) =>
		facet.type === 'mention' && facet.account ? [plain(facet.account)] : [],
	);
	return [
		...linksOf(words).flatMap((link) => ofLink(link, how, at)),
		...[...handlesOf(words.text), ...mentioned].map((token) => ({ token, how: less })),
	];
}

function ofLink(href: string, how: 'verified' | 'field' | 'bio', at?: Instant): Naming[] {
	const when = at === undefined ? {} : { at };
	const found: Naming[] = [{ token: plain(href), how, ...when }];
	const shown = profileAt(href);
	// What leads back is the page there, and not the account that it shows.
	const less = how === 'verified' ? 'field' : how;
	if (shown && 'key' in shown) found.push({ token: shown.key, how: less });
	else if (shown) {
		const { handle, network } = shown;
		const token = network === ARCHIVED ? ofArchive(handle) : called(handle);
		found.push({ token, how: less });
	}
	const front = how === 'verified' ? frontPage(href) : undefined;
	if (front) found.push({ token: called(front), how: 'domain', ...when });
	return found;
}

/** The domain of which an address is the front page and nothing else. */
function frontPage(href: string): string | undefined {
	const { protocol, hostname, port, pathname, search } = new URL(href);
	const isFront = protocol === 'https:' && port === '' && pathname === '/' && search === '';
	return isFront ? hostname.replace(/^www\./, '') : undefined;
}

function linksOf({ text, facets = [] }: RichText): readonly string[] {
	const links = [...facets, ...marksIn(text)].flatMap((mark) =>
		mark.type === 'link' && URL.canParse(mark.href) ? [mark.href] : [],
	);
	return [...new Set(links)];
}

/** Whole handles alone: a short one is somebody on every server. */
function handlesOf(text: string): readonly string[] {
	return marksIn(text).flatMap((mark) =>
		mark.type === 'mention' && mark.handle.includes('.') ? [called(mark.handle)] : [],
	);
}

/** An address as it is compared; a key that is none stays. */
function plain(address: string | AccountUri): string {
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return address;
	const { protocol, host, pathname, search, hash } = new URL(address);
	return `${protocol}//${host}${pathname.replace(/\/+$/, '')}${search}${hash}`;
}

function hostOf(address: string): string | undefined {
	return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).host : undefined;
}
