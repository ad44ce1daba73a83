import type { Account, Emoji, Facet, Mentioned, RichText } from '../model';
import {
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

const WORDS = 2_000_000;

export const words = text(WORDS);
export const emoji = shape<Emoji>({
	shortcode: name,
	url: webAddress,
	still: optional(webAddress),
});
export const mentioned = shape<Mentioned>({
	handle: text(1000),
	name: optional(text(1000)),
	account: optional(name),
});

const stretch = { start: count, end: count };
const facets: Readonly<Record<Facet['type'], Check<object>>> = {
	link: object({ ...stretch, type: oneOf('link'), href: webAddress }),
	mention: shape<Facet & { type: 'mention' }>({
		...stretch,
		type: oneOf('mention'),
		handle: text(1000),
		account: optional(name),
	}),
	tag: object({ ...stretch, type: oneOf('tag'), tag: text(1000) }),
	cashtag: object({ ...stretch, type: oneOf('cashtag'), tag: text(1000) }),
	bold: object({ ...stretch, type: oneOf('bold') }),
	italic: object({ ...stretch, type: oneOf('italic') }),
	code: object({ ...stretch, type: oneOf('code') }),
	strike: object({ ...stretch, type: oneOf('strike') }),
};
const kindOfFacet = object({
	type: oneOf(...(Object.keys(facets) as Facet['type'][])),
});
const facet: Check<Facet> = (value) => facets[kindOfFacet(value).type](value) as Facet;

export const richText = shape<RichText>({ text: words, facets: optional(list(facet)) });

/** Somebody, as any server told. That their own server told (`own`) is forgotten: nobody else's word can replace that. */
export const accountShape: Check<Account> = shape<Omit<Account, 'own'>>({
	key: name,
	handle: text(1000),
	name: text(10_000),
	createdAt: optional(instant),
	network: optional(name),
	url: optional(webAddress),
	avatar: optional(text(4096)),
	header: optional(text(4096)),
	bio: optional(richText),
	fields: optional(
		list(object({ name: text(10_000), value: richText, verifiedAt: optional(instant) }), 100),
	),
	emojis: optional(list(emoji)),
	counts: optional(
		object({ posts: optional(count), followers: optional(count), following: optional(count) }),
	),
	locked: optional(flag),
	bot: optional(flag),
	group: optional(flag),
	limited: optional(flag),
	suspended: optional(flag),
	signedInOnly: optional(flag),
	indexing: optional(oneOf('yes', 'no', 'unsaid')),
	moved: optional(object({ account: name, handle: text(1000) })),
});

export const focus = object({ x: numberIn(-1, 1), y: numberIn(-1, 1) });
