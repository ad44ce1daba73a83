/** What programs make of words in a text that is written for them; UTF-16 offsets. */
export type Mark = { start: number; end: number } & (
	| { type: 'link'; href: string }
	/** `@name`, `@name@host`, `@name.host`: `handle` is without the @. */
	| { type: 'mention'; handle: string }
	/** Without the #. */
	| { type: 'tag'; tag: string }
);

/** http(s) addresses of hosts that have a name, as twitter-text and Mastodon find them; without scheme there is none. */
const LINK =
	/(?<![\w@＠$#＃])https?:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+(?:xn--[a-z\d-]{2,59}|[a-z]{2,63}|[\u0400-\u04ff]{2,63})(?::\d{1,5})?(?:[/?#][\w\u00c0-\u024f\u0400-\u04ff!*';:=+,.$/%#[\]\-–~|&@()?]*)?/giu;
/** What an address of a post ends with; all else behind it is punctuation of the sentence. */
const LINK_END = /[\w\u00c0-\u024f\u0400-\u04ff=#/+\-&@$~%?]/;
/** Hosts are named by letters of any script: servers write them so in handles, not in punycode. */
const MENTION =
	/(?<![\w=/@＠])@([a-z\d_](?:[\w.-]*\w)?)(?:@([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}])?))?/giu;
const TAG = /(?<=^|[\s([{"'«„“])[#＃]([^\s#＃\u00ad\u2060\u200a-\u200d]{1,256})/gu;
/** https://docs.bsky.app/docs/advanced-guides/post-richtext: 64 graphemes. Longer ones are words. */
const MOST_TAG = 64;

/** Links, mentions and tags, in order; none overlaps another. */
export function marksIn(text: string): readonly Mark[] {
	const links = linksIn(text);
	const others = [...mentionsIn(text), ...tagsIn(text)];
	const apart = others.filter(
		({ start, end }) => !links.some((link) => start < link.end && link.start < end),
	);
	return [...links, ...apart].sort((a, b) => a.start - b.start);
}

export function linksIn(text: string): readonly Extract<Mark, { type: 'link' }>[] {
	// Most texts have none, and the expression is not cheap.
	if (!text.includes('://')) return [];
	return [...text.matchAll(LINK)].map(({ 0: found, index: start }) => {
		const href = found.slice(0, endOf(found));
		return { type: 'link', start, end: start + href.length, href };
	});
}

/** Brackets belong to an address where they open in it. */
function endOf(link: string): number {
	let open = 0;
	let end = 0;
	for (let at = 0; at < link.length; at += 1) {
		const letter = link[at] ?? '';
		if (letter === '(') open += 1;
		else if (letter === ')') {
			if (open === 0) return end;
			open -= 1;
			end = at + 1;
		} else if (LINK_END.test(letter) && letter !== '?') end = at + 1;
	}
	return end;
}

export function mentionsIn(text: string): readonly Extract<Mark, { type: 'mention' }>[] {
	if (!text.includes('@')) return [];
	return [...text.matchAll(MENTION)].map(({ 0: found, 1: name = '', 2: host, index: start }) => ({
		type: 'mention',
		start,
		end: start + found.length,
		handle: host === undefined ? name : `${name}@${host}`,
	}));
}

function tagsIn(text: string): readonly Extract<Mark, { type: 'tag' }>[] {
	if (!/[#＃]/.test(text)) return [];
	return [...text.matchAll(TAG)].flatMap(({ 1: found = '', index: start }) => {
		const tag = found.replace(/\p{P}+$/u, '');
		const named = /[^\d\p{P}]/u.test(tag) && [...tag].length <= MOST_TAG;
		return named ? [{ type: 'tag' as const, start, end: start + 1 + tag.length, tag }] : [];
	});
}
