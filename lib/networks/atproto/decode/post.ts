import type {
	Account,
	Entry,
	Instant,
	Mentioned,
	Post,
	PostUri,
	RichText,
	View,
} from '../../../model';
import { parseInstant } from '../../../text';
import { count, each, flag, type Json, present, record } from '../../json';
import { ATPROTO } from './border';
import { type Embedded, type Keep, readEmbed } from './embed';
import { readAnswering, readViewer } from './gate';
import type { Gathering } from './gathering';
import { readLabels, selfLabels } from './labels';
import { readText } from './text';
import { authorityOf, cidOf, POST, postUri, recordUri } from './uri';

/** A quote within a quote is shown as away. */
const DEEPEST = 2;
/** Clocks of servers differ; what claims to be from later still would stay on top of everything. */
const AHEAD = 5 * 60_000;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/;

const REPOST = 'app.bsky.feed.defs#reasonRepost';

/** What names a post, before anything else of it is read. */
type Named = { json: Json; key: PostUri; cid: string; at: Instant; author: Account };

/** `app.bsky.feed.defs#feedViewPost`: a place in a feed. Undefined for what makes no sense. */
export function readFeedEntry(
	value: unknown,
	into: Gathering,
): Omit<Entry, 'timeline'> | undefined {
	const json = record(value);
	const entry = readEntry(json?.['post'], into);
	if (!json || !entry) return undefined;
	// What it answers, for its words and the name of their author.
	const parent = record(record(json['reply'])?.['parent']);
	if (parent) readPost(parent, into);
	const reason = record(json['reason']);
	if (reason?.['$type'] !== REPOST) return entry;
	const by = into.account(reason['by']);
	const at = instantOf(reason['indexedAt'], into);
	if (!by || at === undefined) return undefined;
	const activity =
		recordUri(reason['uri'])?.uri ?? `${entry.post}#reposted-by-${encodeURIComponent(by.key)}`;
	const [seen] = entry.seen;
	return {
		...entry,
		activity,
		sortAt: at,
		by: by.key,
		seen: seen ? [{ ...seen, cursorId: activity }] : [],
	};
}

/** A post that stands for itself in a list. */
export function readEntry(value: unknown, into: Gathering): Omit<Entry, 'timeline'> | undefined {
	const named = readNamed(value, into);
	if (!named || !keepPost(named, into, 0)) return undefined;
	const { key, cid, at } = named;
	const seen = [{ by: into.border.by, cursorId: key, localId: cid }];
	return { activity: key, post: key, sortAt: at, seen };
}

/** `app.bsky.feed.defs#postView` of a thread, a notice, an answer. */
export function readPost(value: unknown, into: Gathering, depth = 0): PostUri | undefined {
	const named = readNamed(value, into);
	return named && keepPost(named, into, depth) ? named.key : undefined;
}

function readNamed(value: unknown, into: Gathering): Named | undefined {
	const json = record(value);
	const key = postUri(json?.['uri']);
	const cid = cidOf(json?.['cid']);
	const at = instantOf(json?.['indexedAt'], into);
	if (!json || key === undefined || cid === undefined || at === undefined) return undefined;
	const author = into.account(json['author']);
	// The repository that a post lies in is its author's.
	if (!author || authorityOf(key) !== author.key) return undefined;
	const written = instantOf(record(json['record'])?.['createdAt'], into);
	return { json, key, cid, author, at: Math.min(at, written ?? at) };
}

function instantOf(value: unknown, { border }: Gathering): Instant | undefined {
	const at = parseInstant(value);
	return at === undefined ? undefined : Math.min(at, border.now + AHEAD);
}

function keepPost(named: Named, into: Gathering, depth: number): boolean {
	const { json, cid, author } = named;
	const written = record(json['record']);
	if (depth > DEEPEST || !written || (written['$type'] ?? POST) !== POST) return false;
	const { border } = into;
	const viewer = record(json['viewer']);
	const view: View = {
		by: border.by,
		localId: cid,
		...(author.key === border.by ? { own: true } : {}),
		...(viewer ? readViewer(viewer) : { partial: true }),
	};
	const about = { of: 'post', author: author.key, now: border.now } as const;
	const labels = [
		...readLabels(json['labels'], { ...about, cid }),
		...selfLabels(written['labels'], author.key, border.now),
	];
	const embedded = readEmbed(json['embed'], border, quoted(into, depth));
	into.post({ post: postOf(named, written, embedded), view, labels });
	return true;
}

/** `app.bsky.embed.record#viewRecord` is a view of a post under other names, and tells nothing of what I did with it. */
function quoted(into: Gathering, depth: number): Keep {
	return (view) => {
		const [embed] = Array.isArray(view['embeds']) ? view['embeds'] : [];
		const json = { ...view, record: view['value'], embed, viewer: undefined };
		const post = readPost(json, into, depth + 1);
		const author = post === undefined ? undefined : into.account(view['author']);
		return post === undefined || !author ? undefined : { post, handle: author.handle };
	};
}

function postOf(named: Named, written: Json, embedded: Embedded): Post {
	const { json, key, at, author } = named;
	return {
		...recordPost(written, { key, author: author.key, at }),
		...embedded,
		...present({
			counts: readCounts(json),
			answering: readAnswering(json['threadgate']),
			unquotable: flag(record(json['viewer'])?.['embeddingDisabled']),
		}),
	};
}

/** What the record of a post says by itself. */
export function recordPost(
	written: Json,
	{ key, author, at }: { key: PostUri; author: string; at: Instant },
): Post {
	const content = readText(written['text'], written['facets']);
	const parent = postUri(record(record(written['reply'])?.['parent'])?.['uri']);
	return {
		key,
		network: ATPROTO,
		author,
		createdAt: at,
		content,
		...present({
			replyTo: parent === undefined ? undefined : answered(parent),
			language: each(written['langs'], 3, readLanguage)?.[0],
			mentions: mentionsIn(content),
		}),
	};
}

function answered(parent: PostUri): NonNullable<Post['replyTo']> {
	return { post: parent, ...present({ account: authorityOf(parent) }) };
}

function mentionsIn({ facets = [] }: RichText): readonly Mentioned[] | undefined {
	const named = facets.flatMap((facet) =>
		facet.type === 'mention'
			? [{ handle: facet.handle, ...present({ account: facet.account }) }]
			: [],
	);
	return named.length > 0 ? named : undefined;
}

function readLanguage(value: unknown): string | undefined {
	return typeof value === 'string' && LANGUAGE.test(value) ? value : undefined;
}

function readCounts(json: Json): Post['counts'] {
	const counts = present({
		likes: count(json['likeCount']),
		reposts: count(json['repostCount']),
		replies: count(json['replyCount']),
		quotes: count(json['quoteCount']),
	});
	return Object.keys(counts).length > 0 ? counts : undefined;
}
