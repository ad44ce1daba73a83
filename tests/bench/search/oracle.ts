import type { Account, Post } from '../../../lib/model';

/**
 * What a search has to find, said plainly and with nothing of lib/search: texts are normalised and cut by regular
 * expressions, and every post is looked at. Right for the texts that this folder makes, not for every text.
 */
export type Look = {
	post: Post;
	owner: Account;
	texts: readonly string[][];
	names: readonly string[];
};
export type Condition = (look: Look) => boolean;

const SIGNS = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;
const RUNS =
	/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+|(?:(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])[\p{L}\p{N}])+|\p{Extended_Pictographic}|\p{RI}{2}/gu;

function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]|[\u064b-\u065f]|[\u{1f3fb}-\u{1f3ff}]/gu, '')
		.toLowerCase()
		.replaceAll('ß', 'ss')
		.normalize('NFC');
}

function runsOf(text: string): string[] {
	return plain(text).match(RUNS) ?? [];
}

/** Cuts a post into the texts that words and phrases are looked for in. */
export function lookAt(post: Post, owner: Account): Look {
	const people = [post.repostOf, post.replyTo, post.quote, ...(post.replyMentions ?? [])];
	const handles = people.flatMap((person) => person?.handle ?? []);
	const links = (post.content.facets ?? []).flatMap((facet) =>
		facet.type === 'link' ? facet.href.replace(/^https?:\/\//, '') : [],
	);
	const alts = (post.media ?? []).flatMap(({ alt }) => alt ?? []);
	const texts = [post.content.text, ...alts, ...links, ...handles].map(runsOf);
	const names = plain(post.content.text).match(/(?<![\p{L}\p{N}])[#@$][\p{L}\p{N}_]+/gu) ?? [];
	return { post, owner, texts, names: [...names, ...handles.map((handle) => `@${plain(handle)}`)] };
}

/** A word; `prefix`: the beginning of one. Signs of unspaced scripts stand anywhere in their run. */
export function word(text: string, prefix = false): Condition {
	const wanted = plain(text);
	const fits = SIGNS.test(wanted)
		? (run: string) => run.includes(wanted)
		: (run: string) => (prefix ? run.startsWith(wanted) : run === wanted);
	return ({ texts }) => texts.some((runs) => runs.some(fits));
}

/** Words side by side. */
export function phrase(words: readonly string[]): Condition {
	const wanted = words.map(plain);
	return ({ texts }) =>
		texts.some((runs) => runs.some((_, at) => wanted.every((one, i) => runs[at + i] === one)));
}

export function named(name: string): Condition {
	return ({ names }) => names.includes(plain(name));
}

export const OPERATORS: Readonly<Record<string, Condition>> = {
	'has:media': ({ post }) => (post.media?.length ?? 0) > 0,
	'has:image': ({ post }) => post.media?.some(({ type }) => type === 'image') ?? false,
	'has:video': ({ post }) => post.media?.some(({ type }) => type === 'video') ?? false,
	'has:alt': ({ post }) => post.media?.some(({ alt }) => alt) ?? false,
	'has:link': ({ post }) => post.content.facets?.some(({ type }) => type === 'link') ?? false,
	'has:poll': () => false,
	'is:reply': ({ post }) => post.replyTo !== undefined,
	'is:repost': ({ post }) => post.repostOf !== undefined,
	'is:mine': ({ post }) => !post.repostOf && !post.liked,
	'from:me': ({ post }) => !post.repostOf && !post.liked,
	'is:quote': ({ post }) => post.quote !== undefined,
	'is:long': ({ post }) => post.long === true,
	'is:edited': ({ post }) => (post.edits?.length ?? 0) > 0,
	'is:liked': ({ post }) => post.liked === true,
	'is:circle': ({ post }) => post.maybeCircle === true,
	'is:thread': ({ post, owner }) => post.replyTo?.account === owner.key,
	'on:twitter': ({ post }) => post.network === 'x',
	'on:archive': ({ post }) => post.network === 'x',
	'on:mastodon': ({ post }) => post.network === 'mastodon',
};

export function from(handle: string): Condition {
	return ({ post, owner }) => {
		const author = post.repostOf?.handle ?? (post.liked ? '' : owner.handle);
		return author.toLowerCase() === handle.toLowerCase();
	};
}

export function to(handle: string): Condition {
	return ({ post }) => post.replyTo?.handle?.toLowerCase() === handle.toLowerCase();
}

export function language(code: string): Condition {
	return ({ post }) =>
		post.language?.toLowerCase() === code ||
		post.language?.toLowerCase().startsWith(`${code}-`) === true;
}

export function time(border: 'before' | 'after', at: number): Condition {
	return ({ post }) => {
		const moment = post.createdAt ?? 0;
		return border === 'before' ? moment < at : moment >= at;
	};
}

export function not(condition: Condition): Condition {
	return (look) => !condition(look);
}

export function all(conditions: readonly Condition[]): Condition {
	return (look) => conditions.every((condition) => condition(look));
}
