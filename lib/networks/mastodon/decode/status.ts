import type { Entry, Instant, Post, PostUri, View, Visibility } from '../../../model';
import { htmlToRichText, parseInstant, plainText } from '../../../text';
import { count, flag, type Json, line, localId, present, record, text } from '../../json';
import { keyAddress, pageAddress } from '../../web-address';
import type { ReadAccount } from './account';
import { isOwn, MASTODON } from './border';
import { readCard } from './card';
import { readEmojis } from './emoji';
import { readFiltered } from './filtered';
import type { Gathering, Parent } from './gathering';
import { readLanguage } from './language';
import { readMedia } from './media';
import { type ReadMention, readMentions, readTags } from './mention';
import { readPoll } from './poll';
import { readQuote, readQuoting } from './quote';

export const LONGEST_WARNING = 5000;
/** A quote within a quote is shown as its address. */
const DEEPEST = 2;
/** Clocks of servers differ; what claims to be from later still would stay on top of everything. */
const AHEAD = 5 * 60_000;

/** What names a status, before anything else of it is read. */
type Status = {
	json: Json;
	key: PostUri;
	id: string;
	at: Instant;
	author: ReadAccount;
};

const VISIBILITIES: Readonly<Record<string, Visibility>> = {
	public: 'public',
	unlisted: 'unlisted',
	private: 'followers',
	direct: 'direct',
};

/**
 * Reads a status, or the repost that it is, and keeps all that it brings. Undefined for what makes no sense.
 * https://docs.joinmastodon.org/entities/Status/
 */
export function readEntry(value: unknown, into: Gathering): Omit<Entry, 'timeline'> | undefined {
	const status = readStatus(value, into);
	if (!status) return undefined;
	const { json, key, id, at, author } = status;
	const { by } = into.border;
	if (json['reblog'] === null || json['reblog'] === undefined) {
		if (!keepPost(status, into, 0)) return undefined;
		return { activity: key, post: key, sortAt: at, seen: [{ by, cursorId: id, localId: id }] };
	}
	const original = readStatus(json['reblog'], into);
	if (!original || !keepPost(original, into, 0)) return undefined;
	const reposter = author.account.key;
	return {
		// snac and others give a repost the address of the post.
		activity: key === original.key ? `${key}#reposted-by-${encodeURIComponent(reposter)}` : key,
		post: original.key,
		sortAt: at,
		by: reposter,
		seen: [{ by, cursorId: id, localId: original.id }],
	};
}

/** Reads a status that stands for itself: in a thread, in a notice, as an answer to an action. */
export function readPost(value: unknown, into: Gathering, depth = 0): PostUri | undefined {
	const status = readStatus(value, into);
	return status && keepPost(status, into, depth) ? status.key : undefined;
}

function readStatus(value: unknown, into: Gathering): Status | undefined {
	const json = record(value);
	const key = json && (keyAddress(json['uri']) ?? keyAddress(json['url']));
	const id = localId(json?.['id']);
	const at = parseInstant(json?.['created_at']);
	if (!json || key === undefined || id === undefined || at === undefined) return undefined;
	const author = into.account(json['account'], key);
	if (!author) return undefined;
	return { json, key, id, author, at: Math.min(at, into.border.now + AHEAD) };
}

function keepPost(status: Status, into: Gathering, depth: number): boolean {
	if (depth > DEEPEST) return false;
	const { json, key, id } = status;
	const quote = readQuote(json, into, (quoted) => readPost(quoted, into, depth + 1));
	const mentions = readMentions(json['mentions'], into.border);
	const poll = readPoll(json['poll']);
	const parentId = localId(json['in_reply_to_id']);
	const post = readPostOf(status, into, { quote, mentions, poll: poll?.poll });
	const view: View = {
		by: into.border.by,
		localId: id,
		...present({
			own: isOwn(key, into.border),
			favourited: flag(json['favourited']),
			bookmarked: flag(json['bookmarked']),
			reposted: flag(json['reblogged']),
			muted: flag(json['muted']),
			filtered: readFiltered(json['filtered']),
			quoting: readQuoting(json['quote_approval']),
			parentId: parentId === id ? undefined : parentId,
		}),
		...poll?.view,
	};
	into.post({ post, view }, parentOf(status, mentions));
	return true;
}

type Parts = Pick<Post, 'quote' | 'poll'> & { mentions: readonly ReadMention[] | undefined };
type Known = { [K in keyof Parts]: Parts[K] | undefined };

function readPostOf({ json, key, at, author }: Status, { border }: Gathering, parts: Known): Post {
	const url = pageAddress(json['url']) ?? key;
	const mentions = parts.mentions?.map(({ handle, account }) => ({
		handle,
		...present({ account }),
	}));
	return {
		key,
		network: MASTODON,
		url,
		author: author.account.key,
		createdAt: at,
		content: htmlToRichText(text(json['content']), {
			base: url,
			mentions: parts.mentions ?? [],
			tags: readTags(json['tags']) ?? [],
			dropQuoteInline: parts.quote !== undefined,
		}),
		...present({
			quote: parts.quote,
			poll: parts.poll,
			mentions,
			media: readMedia(json['media_attachments'], border),
			language: readLanguage(json['language']),
			counts: readCounts(json),
			warning: plainText(text(json['spoiler_text']), LONGEST_WARNING) || undefined,
			card: readCard(json['card'], border),
			emojis: readEmojis(json['emojis'], border),
			editedAt: parseInstant(json['edited_at']),
			visibility: readVisibility(json['visibility']),
			sensitive: flag(json['sensitive']),
			app: line(record(json['application'])?.['name'], 100),
		}),
	};
}

/** Public is not written down; what is not known here counts as for followers, never as more. */
function readVisibility(value: unknown): Visibility | undefined {
	const name = text(value);
	const known = Object.hasOwn(VISIBILITIES, name) ? VISIBILITIES[name] : undefined;
	return known === 'public' ? undefined : (known ?? 'followers');
}

function readCounts(json: Json): Post['counts'] {
	const counts = present({
		likes: count(json['favourites_count']),
		reposts: count(json['reblogs_count']),
		replies: count(json['replies_count']),
		quotes: count(json['quotes_count']),
	});
	return Object.keys(counts).length > 0 ? counts : undefined;
}

function parentOf(
	{ json, author }: Status,
	mentions: readonly ReadMention[] | undefined,
): Parent | undefined {
	const account = localId(json['in_reply_to_account_id']);
	if (localId(json['in_reply_to_id']) === undefined && account === undefined) return undefined;
	const isOwn = account !== undefined && account === author.localId;
	const named = mentions?.find(({ localId: id }) => id !== undefined && id === account);
	return { isOwn, ...present({ account, handle: named?.handle, key: named?.account }) };
}
