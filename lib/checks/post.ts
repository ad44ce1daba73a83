import type { AnsweringRule, Card, Medium, Poll, Post, View } from '../model';
import { emoji, focus, mentioned, richText, words } from './account';
import {
	anyOf,
	type Check,
	count,
	flag,
	instant,
	list,
	name,
	numberIn,
	object,
	oneOf,
	optional,
	shape,
	text,
	webAddress,
} from './shape';

const side = numberIn(0, 1_000_000);

/** Names of stored files are names: they lead nowhere. */
const fileName: Check<string> = (value) => {
	const found = name(value);
	return /[/\\]/.test(found) ? text(0)(found) : found;
};

const medium = shape<Medium>({
	type: oneOf('image', 'video', 'gif', 'audio', 'unknown'),
	file: optional(fileName),
	remote: optional(webAddress),
	playlist: optional(webAddress),
	preview: optional(webAddress),
	blurhash: optional(text(1000)),
	focus: optional(focus),
	width: optional(side),
	height: optional(side),
	duration: optional(numberIn(0, 1e9)),
	alt: optional(words),
});

const poll = shape<Poll>({
	options: list(object({ title: words, votes: optional(count) }), 1000),
	closesAt: optional(instant),
	closed: optional(flag),
	multiple: optional(flag),
	votes: count,
	voters: optional(count),
});

const card = shape<Card>({
	url: anyOf(webAddress, text(0)),
	title: words,
	description: optional(words),
	provider: optional(words),
	author: optional(words),
	image: optional(webAddress),
	blurhash: optional(text(1000)),
	type: oneOf('link', 'photo', 'video', 'other'),
});

const answering = anyOf<AnsweringRule>(
	oneOf('mentioned', 'followed', 'followers'),
	object({ list: text(4096) }),
);

/** A post, of a network or of an archive. */
export const postShape = shape<Post>({
	key: name,
	network: name,
	url: optional(webAddress),
	author: optional(name),
	createdAt: optional(instant),
	content: richText,
	replyTo: optional(
		object({ post: optional(name), account: optional(name), handle: optional(text(1000)) }),
	),
	replyMentions: optional(list(mentioned)),
	quote: optional(
		object({
			post: text(4096),
			url: anyOf(webAddress, text(0)),
			handle: text(1000),
			state: optional(oneOf('pending', 'rejected', 'revoked', 'deleted', 'hidden')),
		}),
	),
	repostOf: optional(
		object({
			handle: text(1000),
			name: optional(text(1000)),
			account: optional(name),
			post: optional(name),
			truncated: optional(flag),
		}),
	),
	media: optional(list(medium, 1000)),
	language: optional(text(100)),
	counts: optional(
		object({
			likes: optional(count),
			reposts: optional(count),
			replies: optional(count),
			quotes: optional(count),
		}),
	),
	warning: optional(words),
	poll: optional(poll),
	card: optional(card),
	emojis: optional(list(emoji)),
	mentions: optional(list(mentioned)),
	editedAt: optional(instant),
	edits: optional(
		list(object({ key: name, createdAt: optional(instant), content: optional(richText) })),
	),
	answering: optional(list(answering, 100)),
	unquotable: optional(flag),
	unshown: optional(flag),
	visibility: optional(oneOf('public', 'unlisted', 'followers', 'direct', 'community')),
	maybeCircle: optional(flag),
	long: optional(flag),
	sensitive: optional(flag),
	app: optional(text(1000)),
	liked: optional(flag),
});

const label = shape<NonNullable<View['labels']>[number]>({
	by: name,
	self: optional(flag),
	value: name,
	name: text(10_000),
	description: optional(words),
	of: oneOf('post', 'author'),
	final: optional(oneOf('everybody', 'adult')),
	effect: oneOf('hide', 'blur', 'blurMedia', 'inform'),
});

/** How an account of mine sees a post. That its server is the post's own (`own`) is forgotten: a file cannot know. */
export const viewShape: Check<View> = shape<Omit<View, 'own' | 'mayAnswer'>>({
	by: name,
	localId: name,
	partial: optional(flag),
	favourited: optional(flag),
	bookmarked: optional(flag),
	reposted: optional(flag),
	muted: optional(flag),
	parentId: optional(name),
	filtered: optional(object({ titles: list(text(1000), 1000), hide: optional(flag) })),
	quoting: optional(oneOf('yes', 'ask', 'no')),
	labels: optional(list(label, 1000)),
	voted: optional(list(count, 1000)),
	pollId: optional(name),
});
