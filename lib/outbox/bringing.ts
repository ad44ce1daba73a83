import type { Draft, PostUri, StoredPost, TargetKey, Text, Venue } from '../model';
import { sessions } from '../sessions';
import { countOf } from '../text';
import { drafts, newDraft } from './drafts';
import { partsOf } from './parts';
import { keep } from './rewriting';
import { venueOf } from './targets';
import { typedOf } from './typed';

/** As much of a text as is ever looked at for shortening: no server takes more in one post. */
const MOST = 10_000;
/** As much of the description of a picture as stands beside a text that has to be shortened. */
const MOST_ALT = 120;

/**
 * A stored draft that brings a post to another network, or out of an archive: somebody else's as a quotation with its
 * author and address, my own as I wrote it with its address. Pictures stay where they are; what their authors say of
 * them comes along. `refused`: its author or its server does not let it be brought there, and nothing was stored.
 */
export async function bring(
	stored: StoredPost,
	target: TargetKey,
): Promise<{ draft: string } | { refused: Text }> {
	const { post, owner } = stored;
	const { key } = post;
	const isMine =
		owner !== undefined || (await sessions()).some(({ account }) => account === post.author);
	// What an archive of mine holds is there whatever became of it elsewhere.
	const source = owner === undefined ? { brought: key } : {};
	const begun = (await drafts()).find(
		({ brought, targets }) => brought === key && targets.length === 1 && targets[0] === target,
	);
	if (begun) return { draft: begun.id };
	const bare = newDraft({ ...about(stored, isMine), ...source, targets: [target] });
	const venue = await venueOf(bare, target);
	if (!venue) return { refused: { key: 'sessionGone' } };
	const refusal = await refusalOf(bare, venue);
	if (refusal) return { refused: refusal };
	const text = isMine ? ownWords(stored) : quotation(stored, venue);
	return { draft: await keep({ ...about(stored, isMine), ...source, targets: [target], text }) };
}

/** Whether a post could be brought anywhere: others' words out of an archive cannot, nobody knows what became of them. */
export function mayBring({ post, owner, gone }: StoredPost): boolean {
	if (post.repostOf || post.liked) return false;
	return owner === undefined ? gone !== true : post.author === undefined || post.author === owner;
}

function about({ post }: StoredPost, isMine: boolean): Partial<Draft> {
	const { warning, language, sensitive, visibility } = post;
	const isNarrow = visibility === 'followers' || visibility === 'direct';
	const closed = isNarrow || visibility === 'community' || post.maybeCircle === true;
	return {
		origin: 'brought',
		visibility: visibility === 'unlisted' ? 'unlisted' : closed && isMine ? 'followers' : 'public',
		...(warning ? { warning } : {}),
		...(sensitive ? { sensitive } : {}),
		...(language ? { language: { tag: language, by: 'person' } } : {}),
	};
}

/** What its author or somebody's privacy forbids is not even begun. */
async function refusalOf(draft: Draft, venue: Venue): Promise<Text | undefined> {
	// The composer is open before the norms are there: nothing of it brings them along.
	const { judge } = await import('../norms');
	const [content] = partsOf(draft, venue);
	const found = judge(content, venue).find(
		({ verdict, by, norm }) => verdict === 'block' && by === 'author' && norm === 'reposting',
	);
	return found?.reason;
}

function ownWords({ post }: StoredPost): string {
	return [typedOf(post).trim(), addressOf(post)].filter((one) => one !== '').join('\n\n');
}

function addressOf({ url, key }: { url?: string; key: PostUri }): string {
	return url ?? (URL.canParse(key) && new URL(key).protocol === 'https:' ? key : '');
}

/** Somebody else's words, shortened until all fits: what is cut is their text, never who wrote it or where. */
function quotation({ post, author }: StoredPost, { counting, limits }: Venue): string {
	const words = uncalling(typedOf(post).slice(0, MOST).trim());
	const alts = (post.media ?? []).flatMap(({ alt }) => (alt ? [uncalling(alt)] : []));
	const tail = [`— ${author?.handle ?? '?'}`, addressOf(post)].filter(Boolean).join('\n');
	const fits = (text: string) =>
		countOf({ counting, limits }, text, post.warning).overflowAt === undefined;
	const whole = joined(words, alts, tail);
	if (fits(whole)) return whole;
	const short = alts.map((alt) => cut(alt, MOST_ALT));
	return (
		longest(words, (text) => joined(text, short, tail), fits) ??
		longest(words, (text) => joined(text, [], tail), fits) ??
		joined('', [], tail)
	);
}

function joined(words: string, alts: readonly string[], tail: string): string {
	const quoted = words === '' ? [] : [`“${words}”`];
	const pictures = alts.map((alt) => `🖼 ${alt}`);
	return [[...quoted, ...pictures].join('\n'), tail].filter((one) => one !== '').join('\n\n');
}

/** With as many of the words as fit; undefined when it does not fit even without any. */
function longest(
	words: string,
	make: (words: string) => string,
	fits: (text: string) => boolean,
): string | undefined {
	let [low, high] = [0, words.length];
	if (!fits(make(''))) return undefined;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (fits(make(cut(words, middle)))) low = middle;
		else high = middle - 1;
	}
	return make(low === 0 ? '' : cut(words, low));
}

/** The beginning of a text, between words where there are any, and never within a letter. */
function cut(text: string, most: number): string {
	if (text.length <= most) return text;
	const start = text.slice(0, Math.max(0, most - 2));
	const space = start.search(/\s+\S*$/u);
	const kept =
		space > start.length / 2
			? start.slice(0, space)
			: start.replace(/[\p{L}\p{M}\p{S}\p{Surrogate}\u200d]?$/u, '');
	return `${kept.trimEnd()} …`;
}

/**
 * The same words without a name that somebody would be called by where they are brought. What stands in an address
 * calls nobody (https://github.com/mastodon/mastodon, `Account::MENTION_RE`); of several signs the last one does.
 */
function uncalling(text: string): string {
	return text.replace(/(?<![\w/=])[@＠]+(?=\w)/gu, '');
}
