import type { Facet, Style } from '../../model';

/** Somebody whom the server itself names in the post; `handle` without a leading @. */
export type MentionLink = { url: string; handle: string; account?: string };

/** What an `<a>` says about itself, as it stands in the HTML. */
export type Anchor = { href: string; classes: ReadonlySet<string>; rel: ReadonlySet<string> };

/** What is known besides the HTML. */
export type LinkContext = {
	mentions: readonly MentionLink[];
	/** Lower case, without #. */
	tags: ReadonlySet<string>;
	base: string | undefined;
};

type Mark<T> = T extends Facet ? Omit<T, 'start' | 'end'> : never;
export type LinkMark = Mark<Exclude<Facet, { type: Style }>>;

/** Longer ones are not written by people. */
const LONGEST_ADDRESS = 4096;
const CONTROL = /\p{Cc}/u;

/**
 * An absolute http(s) address without user name and password, or undefined. What the URL parser would clean away
 * inside of it (tabs, newlines, other controls) makes it suspect, so it is refused whole.
 */
function webAddress(href: string, base: string | undefined): string | undefined {
	const trimmed = href.trim();
	if (trimmed === '' || trimmed.length > LONGEST_ADDRESS || CONTROL.test(trimmed)) return undefined;
	const from = base !== undefined && /^https?:/i.test(base) ? base : undefined;
	if (!URL.canParse(trimmed, from)) return undefined;
	const url = new URL(trimmed, from);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
	url.username = '';
	url.password = '';
	return url.href;
}

/** The words a link shows and what it is; without a mark it stays text. */
export function readAnchor(
	anchor: Anchor,
	words: string,
	context: LinkContext,
): { words: string; mark?: LinkMark } {
	const href = webAddress(anchor.href, context.base);
	if (href === undefined) return { words };
	const tag = tagOf(anchor, words, context);
	if (tag !== undefined) return { words, mark: { type: 'tag', tag } };
	const mention = mentionOf(anchor, words, href, context);
	if (mention) {
		const { handle, account } = mention;
		return { words, mark: { type: 'mention', handle, ...(account ? { account } : {}) } };
	}
	return { words: shownAddress(words, href), mark: { type: 'link', href } };
}

function tagOf({ classes, rel }: Anchor, words: string, { tags }: LinkContext): string | undefined {
	const tag = words.replace(/^[#＃]/, '');
	if (tag === '' || /\s/.test(tag)) return undefined;
	const known = tag !== words && tags.has(tag.toLowerCase());
	return known || classes.has('hashtag') || rel.has('tag') ? tag : undefined;
}

/** Only where the words name the one the address leads to: what says another name stays a link. */
function mentionOf(
	{ classes }: Anchor,
	words: string,
	href: string,
	{ mentions }: LinkContext,
): MentionLink | undefined {
	const name = words.replace(/^[@＠]/, '').toLowerCase();
	if (!classes.has('mention') && name.length === words.length) return undefined;
	const named = mentions.filter(({ handle }) => isNameOf(name, handle.toLowerCase()));
	const place = placeOf(href);
	const exact = named.find(({ url }) => placeOf(url) === place);
	if (exact) return exact;
	// Some servers name a person by the id and link to the page, or the other way round.
	const host = place.split('/', 1)[0];
	const near = named.filter(({ url }) => placeOf(url).split('/', 1)[0] === host);
	return near.length === 1 ? near[0] : undefined;
}

function isNameOf(name: string, handle: string): boolean {
	const local = handle.split('@', 1)[0] ?? '';
	return name === handle || name === local || (local === handle && name.startsWith(`${local}@`));
}

/** Host and path, by which two spellings of an address are compared. */
function placeOf(address: string): string {
	if (!URL.canParse(address)) return '';
	const { host, pathname, search } = new URL(address);
	return (host + pathname).replace(/\/$/, '') + search;
}

/**
 * An address shows whole and without its scheme, so that it can be read, searched and copied, as in an imported
 * archive; what is too long for a line wraps. One that servers cut ("example.org/lo…") becomes whole again. Words
 * that read as the address of another host are followed by the host they lead to.
 */
function shownAddress(words: string, href: string): string {
	if (/\s/.test(words)) return words;
	const bare = withoutScheme(words);
	const cut = /^(.{3,}?)(?:…|\.\.\.)$/.exec(bare)?.[1]?.toLowerCase();
	if (cut && withoutScheme(href).toLowerCase().startsWith(cut)) return withoutScheme(href);
	const looksLikeOne = /^https?:\/\/|^www\.|^[^\s/@]+\.[^\s/@]+\//i.test(words);
	const address = `https://${bare}`;
	if (!looksLikeOne || !URL.canParse(address)) return words;
	const { host } = new URL(href);
	return withoutWww(new URL(address).host) === withoutWww(host) ? bare : `${words} (${host})`;
}

function withoutScheme(address: string): string {
	return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}

function withoutWww(host: string): string {
	return host.replace(/^www\./, '');
}
