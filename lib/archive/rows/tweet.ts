import type { Account, Instant, Mentioned, Post, RichText, Version } from '../../model';
import { parseInstant, unescapeText } from '../../text';
import { compose, type Mark } from './compose';
import { marksOf, quotedOf } from './entities';
import { type Fields, fields, idString, isObject, list, string, whole } from './fields';
import { LEADING_MENTIONS, type Notes } from './notes';
import { snowflakeInstant } from './snowflake';
import { type MediaNames, mediaOf } from './tweet-media';

export type TweetContext = { owner: Account; media: MediaNames; notes: Notes };

/** A tweet, or why it could not be read. `editIds` holds all versions' ids, oldest first, when there are several. */
export type ReadTweet =
	| { post: Post; id: bigint; editIds?: readonly string[] }
	| { fault: 'id' | 'date' | 'text' | 'shape' };

type RawTweet = Fields<
	| 'id_str'
	| 'id'
	| 'created_at'
	| 'full_text'
	| 'text'
	| 'entities'
	| 'extended_entities'
	| 'favorite_count'
	| 'retweet_count'
	| 'in_reply_to_status_id_str'
	| 'in_reply_to_status_id'
	| 'in_reply_to_user_id_str'
	| 'in_reply_to_user_id'
	| 'in_reply_to_screen_name'
	| 'lang'
	| 'source'
	| 'possibly_sensitive'
	| 'edit_info'
	| 'community_id_str'
	| 'community_id'
	| 'retweeted_status'
>;

/** A post under construction: what the archive does not say stays absent. */
type Draft = { -readonly [K in keyof Post]: Post[K] };

const REPOST = /^RT @(\w+):\s?/;
/** Twitter Circle: its posts stand unmarked among the others (facts: August 2022 to November 2023). */
const CIRCLE_BEGAN = Date.UTC(2022, 7, 1);
const CIRCLE_ENDED = Date.UTC(2023, 11, 1);
const NO_LANGUAGE = /^(?:und|zxx|art|q..)$/;
const OLD_LANGUAGES: Readonly<Record<string, string>> = { in: 'id', iw: 'he', ji: 'yi' };

/** Reads one row of tweets.js, community-tweet.js or a Grailbird month, wrapped in `{tweet: …}` or bare. */
export function readTweet(row: unknown, context: TweetContext): ReadTweet {
	if (!isObject(row)) return { fault: 'shape' };
	const wrapped = fields<'tweet'>(row).tweet;
	const raw = fields<keyof RawTweet>(wrapped ?? row);
	const idText = idString(raw.id_str) ?? idString(raw.id);
	if (!idText) return { fault: isObject(wrapped ?? row) ? 'id' : 'shape' };
	const text = string(raw.full_text) ?? string(raw.text);
	if (text === undefined) return { fault: 'text' };
	const id = BigInt(idText);
	const createdAt = momentOf(raw.created_at, id);
	if (createdAt === undefined) return { fault: 'date' };
	const post: Draft = {
		key: `tw:${idText}`,
		network: 'x',
		url: `https://x.com/${/^\w{1,15}$/.test(context.owner.handle) ? context.owner.handle : 'i'}/status/${idText}`,
		author: context.owner.key,
		createdAt,
		content: { text: '' },
	};
	const media = mediaItems(raw);
	const repost = REPOST.exec(text);
	if (repost) addRepost(post, raw, text, repost, media);
	else addOwn(post, id, raw, text, media, context);
	if (media.length > 0) post.media = mediaOf(media, idText, context.media);
	addPlain(post, raw);
	const editIds = addVersions(post, raw, idText);
	return editIds ? { post, id, editIds } : { post, id };
}

function mediaItems(raw: RawTweet): readonly unknown[] {
	const all = list(fields<'media'>(raw.extended_entities).media);
	return all.length > 0 ? all : list(fields<'media'>(raw.entities).media);
}

/** `created_at` to the second; the milliseconds come from the id when both name the same second. */
function momentOf(createdAt: unknown, id: bigint): Instant | undefined {
	const exact = pastOnly(snowflakeInstant(id));
	const given = parseInstant(createdAt);
	const said = pastOnly(given);
	if (given !== said) return exact;
	if (said === undefined || exact === undefined) return said;
	// The earliest archives say midnight for every post before November 2010 and some after.
	const midnight = said % 86_400_000 === 0 && Math.abs(exact - said) < 86_400_000;
	return midnight || Math.floor(exact / 1000) === Math.floor(said / 1000) ? exact : said;
}

/** Clocks may differ by a day. */
const DAY = 86_400_000;

/**
 * Nobody wrote in the future: such a date would stand above everything for ever. The moment in the id helps; where
 * that is none either, the row has no valid date and is listed as skipped.
 */
function pastOnly(instant: Instant | undefined): Instant | undefined {
	return instant !== undefined && instant > Date.now() + DAY ? undefined : instant;
}

function addRepost(
	post: Draft,
	raw: RawTweet,
	text: string,
	match: RegExpExecArray,
	media: readonly unknown[],
): void {
	const handle = match[1] ?? '';
	const original = fields<keyof RawTweet | 'user'>(raw.retweeted_status);
	const whole = string(original.full_text) ?? string(original.text);
	const source = fields<'source_status_id_str' | 'source_status_id'>(media[0]);
	const of = idString(original.id_str) ?? idString(source.source_status_id_str);
	const known = mentioned(raw.entities, handle);
	post.repostOf = {
		...known,
		...(of ? { post: `tw:${of}` } : {}),
		...(whole === undefined && text.endsWith('…') ? { truncated: true as const } : {}),
	};
	post.content =
		whole === undefined
			? compose(text, match[0].length, marksOf(text, raw.entities, media))
			: compose(
					whole,
					0,
					marksOf(whole, original.entities, list(fields<'media'>(original.entities).media)),
				);
}

function mentioned(entities: unknown, handle: string): Mentioned {
	for (const item of list(fields<'user_mentions'>(entities).user_mentions)) {
		const raw = fields<'screen_name' | 'name' | 'id_str' | 'id'>(item);
		if (string(raw.screen_name)?.toLowerCase() !== handle.toLowerCase()) continue;
		const account = idString(raw.id_str) ?? idString(raw.id);
		const name = string(raw.name);
		return {
			handle: string(raw.screen_name) ?? handle,
			...(name ? { name: unescapeText(name) } : {}),
			...(account ? { account: `tw:${account}` } : {}),
		};
	}
	return { handle };
}

function addOwn(
	post: Draft,
	id: bigint,
	raw: RawTweet,
	text: string,
	media: readonly unknown[],
	context: TweetContext,
): void {
	const replyTo = replyOf(raw);
	const begin = replyTo ? (LEADING_MENTIONS.exec(text)?.[0].length ?? 0) : 0;
	if (replyTo) post.replyTo = replyTo;
	if (begin > 0) post.replyMentions = leading(text.slice(0, begin), raw.entities);
	const long = context.notes.empty
		? undefined
		: context.notes.textFor(
				text,
				snowflakeInstant(id) ?? post.createdAt ?? 0,
				replyTo !== undefined,
			);
	if (long) post.long = true;
	post.content = long ?? short(text, begin, raw, media);
	const quoted = quotedOf(raw.entities);
	if (quoted) post.quote = { post: `tw:${quoted.id}`, url: quoted.url, handle: quoted.handle };
	const community = idString(raw.community_id_str) ?? idString(raw.community_id);
	if (community) post.visibility = 'community';
	else if (!replyTo && isCircleTime(post.createdAt ?? 0)) post.maybeCircle = true;
}

function short(text: string, begin: number, raw: RawTweet, media: readonly unknown[]): RichText {
	const marks: Mark[] = marksOf(text, raw.entities, media);
	return compose(text, begin, marks);
}

function isCircleTime(createdAt: Instant): boolean {
	return createdAt >= CIRCLE_BEGAN && createdAt < CIRCLE_ENDED;
}

function replyOf(raw: RawTweet): Post['replyTo'] {
	const post = idString(raw.in_reply_to_status_id_str) ?? idString(raw.in_reply_to_status_id);
	const account = idString(raw.in_reply_to_user_id_str) ?? idString(raw.in_reply_to_user_id);
	if (!post && !account) return undefined;
	const handle = string(raw.in_reply_to_screen_name) ?? handleOf(raw.entities, account);
	return {
		...(post ? { post: `tw:${post}` } : {}),
		...(account ? { account: `tw:${account}` } : {}),
		...(handle ? { handle } : {}),
	};
}

function handleOf(entities: unknown, account: string | undefined): string | undefined {
	for (const item of list(fields<'user_mentions'>(entities).user_mentions)) {
		const raw = fields<'screen_name' | 'id_str' | 'id'>(item);
		if (account && (idString(raw.id_str) ?? idString(raw.id)) === account)
			return string(raw.screen_name);
	}
	return undefined;
}

function leading(text: string, entities: unknown): Mentioned[] {
	return (text.match(/\w+/g) ?? []).map((handle) => mentioned(entities, handle));
}

function addPlain(post: Draft, raw: RawTweet): void {
	const language = string(raw.lang);
	if (language && !NO_LANGUAGE.test(language)) post.language = OLD_LANGUAGES[language] ?? language;
	const counts: { likes?: number; reposts?: number } = {};
	const likes = whole(raw.favorite_count);
	const reposts = whole(raw.retweet_count);
	if (likes !== undefined) counts.likes = likes;
	if (reposts !== undefined) counts.reposts = reposts;
	if (likes !== undefined || reposts !== undefined) post.counts = counts;
	if (raw.possibly_sensitive === true) post.sensitive = true;
	const app = appOf(raw.source);
	if (app) post.app = app;
}

/** `<a href="…" rel="nofollow">Twitter Web App</a>` */
function appOf(source: unknown): string | undefined {
	if (typeof source !== 'string' || !source.endsWith('</a>')) return undefined;
	const app = source.slice(source.indexOf('>') + 1, -4);
	return app === '' || app.includes('<') ? undefined : unescapeText(app.toWellFormed());
}

/** Earlier versions stand in rows of their own; until those are found they are known by id only. */
function addVersions(post: Draft, raw: RawTweet, id: string): readonly string[] | undefined {
	if (raw.edit_info === undefined) return undefined;
	const info = fields<'initial' | 'edit'>(raw.edit_info);
	const later = fields<'editControlInitial'>(info.edit);
	const control = fields<'editTweetIds'>(info.initial ?? later.editControlInitial);
	const ids = list(control.editTweetIds)
		.map(idString)
		.filter((one) => one !== undefined);
	const at = ids.indexOf(id);
	if (ids.length < 2 || at < 0) return undefined;
	if (at > 0) post.edits = ids.slice(0, at).map((key): Version => ({ key: `tw:${key}` }));
	return ids;
}
