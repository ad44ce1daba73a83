import type { Facet, Instant, Post, RichText } from '../../model';
import { unescapeText } from '../../text';
import { fields, idString, isObject, string } from './fields';
import { snowflakeInstant } from './snowflake';

export type ReadLike = { post: Post; id: bigint; editIds?: never } | { fault: 'id' | 'shape' };

/** March 2006 and November 2010: between them ids counted up and hold no moment. */
const FIRST_TWEET = Date.UTC(2006, 2, 21);
const FIRST_SNOWFLAKE_AT = Date.UTC(2010, 10, 4);
const WORDS =
	/(https?:\/\/[^\s<>"“”…]+)|(?<![\p{L}\p{N}_/])([@＠](\w{1,20}))|(?<![\p{L}\p{N}_&/])([#＃]([\p{L}\p{M}\p{N}_]+))/gu;

/** Reads one row of like.js: the liked post's id and text; author and the day of the like are not in archives. */
export function readLike(row: unknown): ReadLike {
	if (!isObject(row)) return { fault: 'shape' };
	const raw = fields<'tweetId' | 'fullText' | 'expandedUrl'>(fields<'like'>(row).like ?? row);
	const idText = idString(raw.tweetId);
	if (!idText) return { fault: 'id' };
	const id = BigInt(idText);
	const createdAt = snowflakeInstant(id);
	if (createdAt !== undefined && createdAt > Date.now() + 86_400_000) return { fault: 'id' };
	const post: Post = {
		key: `twlike:${idText}`,
		network: 'x',
		// The archive's own address of it may lead anywhere.
		url: `https://x.com/i/web/status/${idText}`,
		...(createdAt === undefined ? {} : { createdAt }),
		content: plainFacets(unescapeText(string(raw.fullText) ?? '')),
		liked: true,
	};
	return { post, id };
}

/** Where a liked post stands in time: by its id; ids from before November 2010 are spread over the years before. */
export function likeSortAt(id: bigint): Instant {
	const exact = snowflakeInstant(id);
	if (exact !== undefined) return exact;
	const share = Number(id) / 29_700_859_247;
	return Math.round(FIRST_TWEET + share * (FIRST_SNOWFLAKE_AT - FIRST_TWEET));
}

/** The archive marks nothing in liked posts: addresses, mentions and tags are found by their looks. */
function plainFacets(text: string): RichText {
	if (!/[@＠#＃]|:\/\//.test(text)) return { text };
	const facets: Facet[] = [];
	for (const match of text.matchAll(WORDS)) {
		const start = match.index;
		const [whole, link, mention, handle, tagged, tag] = match;
		if (link) {
			const href = link.replace(/[.,;:!?'")\]]+$/, '');
			facets.push({ start, end: start + href.length, type: 'link', href });
		} else if (mention && handle) {
			facets.push({ start, end: start + whole.length, type: 'mention', handle });
		} else if (tagged && tag) facets.push({ start, end: start + whole.length, type: 'tag', tag });
	}
	return facets.length > 0 ? { text, facets } : { text };
}
