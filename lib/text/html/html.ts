import type { RichText } from '../../model';
import type { MentionLink } from './links';
import { HtmlReader } from './reader';

export type { MentionLink } from './links';

export type HtmlOptions = {
	/** Whom the server names in the post: a link becomes a mention only if its words and address fit one. */
	mentions?: readonly MentionLink[];
	/** The post's hashtags as the server lists them, without #; for servers that do not mark the links. */
	tags?: readonly string[];
	/** Where relative addresses start from; without it such links stay text. */
	base?: string;
	/** Leaves out what servers add for readers without quotes ("RE: https://…", class `quote-inline`). */
	dropQuoteInline?: boolean;
	/** Leaves out what a page hides from those who read it. A post's own server may have cut such attributes. */
	dropUnseen?: boolean;
};

/** UTF-16 units of HTML that are read; of what is longer the beginning is shown, and "…". */
const LONGEST = 65_536;

/**
 * The words of a server's HTML and what they lead to. Nothing else survives: no element, attribute, class or
 * address that is not http(s). Works without a DOM and in linear time; never throws on any string.
 *
 * Paragraphs are one empty line apart, items begin with "• " or "1. ", quoted lines with "> ". An address shows
 * whole, without its scheme. Facets are in order of their start, those that lead somewhere do not overlap.
 */
export function htmlToRichText(html: string, options: HtmlOptions = {}): RichText {
	const { mentions = [], tags = [], base, dropQuoteInline = false, dropUnseen = false } = options;
	const links = { mentions, tags: new Set(tags.map((tag) => tag.toLowerCase())), base };
	const reader = new HtmlReader(beginning(html), links, {
		quoteInline: dropQuoteInline,
		unseen: dropUnseen,
	});
	reader.read(html.length > LONGEST);
	return reader.writer.finish();
}

/** The words of a whole page, as those who look at it see them. */
export function pageToText(html: string): string {
	return htmlToRichText(html, { dropUnseen: true }).text;
}

/** The words alone: fields of profiles, descriptions, cards. */
export function htmlToText(html: string): string {
	return htmlToRichText(html).text;
}

function beginning(html: string): string {
	const cut = html.slice(0, LONGEST);
	// Not in the middle of a character: the half would become U+FFFD.
	const part = html.length > LONGEST ? cut.replace(/[\uD800-\uDBFF]$/, '') : cut;
	return part.includes('\r') ? part.replace(/\r\n?/g, '\n') : part;
}
