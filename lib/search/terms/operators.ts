import type { Account, Medium, Post } from '../../model';
import { foldName } from './name';

/** Begins the terms of operators. No word, tag or handle holds a control character, so no text can forge one. */
const OPERATOR = '\u0001';

/** What `has:` and `is:` know. */
export const HAS = ['media', 'image', 'video', 'gif', 'audio', 'link', 'poll', 'alt'] as const;
export const IS = [
	'reply',
	'repost',
	'mine',
	'quote',
	'thread',
	'long',
	'edited',
	'liked',
	'circle',
] as const;
type Has = (typeof HAS)[number];
type Is = (typeof IS)[number];

export const OPERATORS = ['from', 'to', 'on', 'lang', 'has', 'is'] as const;
export type Operator = (typeof OPERATORS)[number];
type Add = (operator: Operator, value: string) => void;

/** The term that a post carries when `operator:value` is true of it. */
export function operatorTerm(operator: Operator, value: string): string {
	return `${OPERATOR}${operator}:${foldName(value)}`;
}

/** Calls `add` with what is true of a post. `from:` names the person whose words they are. */
export function addOperators(post: Post, owner: Account, add: Add): void {
	const is = (value: Is) => add('is', value);
	const has = (value: Has) => add('has', value);
	add('on', post.network);
	addPeople(post, owner, add);
	if (post.language) addLanguage(post.language, add);
	for (const medium of post.media ?? []) addMedium(medium, has);
	if (post.content.facets?.some(({ type }) => type === 'link')) has('link');
	if (post.liked) is('liked');
	else is(post.repostOf ? 'repost' : 'mine');
	if (post.replyTo) is('reply');
	if (post.replyTo?.account === owner.key) is('thread');
	if (post.quote) is('quote');
	if (post.long) is('long');
	if (post.edits?.length) is('edited');
	if (post.maybeCircle) is('circle');
}

function addPeople(post: Post, owner: Account, add: Add): void {
	const from = post.repostOf?.handle ?? (post.liked ? undefined : owner.handle);
	if (from) add('from', from);
	if (post.replyTo?.handle) add('to', post.replyTo.handle);
}

/** `pt-BR` is found by lang:pt-br and by lang:pt. */
function addLanguage(language: string, add: Add): void {
	add('lang', language);
	const dash = language.indexOf('-');
	if (dash > 0) add('lang', language.slice(0, dash));
}

function addMedium({ type, alt }: Medium, has: (value: Has) => void): void {
	has('media');
	if (type !== 'unknown') has(type);
	if (alt) has('alt');
}
