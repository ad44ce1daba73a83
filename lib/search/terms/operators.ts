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

/** What the post itself does not say: whose words they are, and what is true of it here. */
export type Standing = {
	/** Handles of the person whose words they are. */
	from: readonly string[];
	/** Handles of whom it answers. */
	to: readonly string[];
	/** Besides its network: hosts. */
	on?: readonly string[];
	is: readonly Is[];
};

/** How a post stands in the archive of its owner. */
export function archived(post: Post, owner: Account): Standing {
	const from = post.repostOf?.handle ?? (post.liked ? undefined : owner.handle);
	const thread = post.replyTo?.account === owner.key;
	const kind = post.liked ? 'liked' : post.repostOf ? 'repost' : 'mine';
	return {
		from: from ? [from] : [],
		to: post.replyTo?.handle ? [post.replyTo.handle] : [],
		is: thread ? [kind, 'thread'] : [kind],
	};
}

/** Calls `add` with what is true of a post. */
export function addOperators(post: Post, standing: Standing, add: Add): void {
	add('on', post.network);
	for (const host of standing.on ?? []) add('on', host);
	for (const handle of standing.from) add('from', handle);
	for (const handle of standing.to) add('to', handle);
	for (const value of standing.is) add('is', value);
	if (post.language) addLanguage(post.language, add);
	addParts(post, (value) => add('has', value));
	addKinds(post, (value) => add('is', value));
}

function addParts({ media = [], card, content, poll }: Post, has: (value: Has) => void): void {
	for (const medium of media) addMedium(medium, has);
	if (card || content.facets?.some(({ type }) => type === 'link')) has('link');
	if (poll) has('poll');
}

function addKinds(post: Post, is: (value: Is) => void): void {
	if (post.replyTo) is('reply');
	if (post.quote) is('quote');
	if (post.long) is('long');
	if (post.edits?.length || post.editedAt) is('edited');
	if (post.maybeCircle) is('circle');
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
