import type { Attached, Content, LanguageGuess, NamedSource, Reading, RuleClass } from '../model';
import { focus, words } from './account';
import {
	type Check,
	count,
	flag,
	list,
	name,
	numberIn,
	object,
	oneOf,
	optional,
	shape,
	switched,
	text,
	webAddress,
} from './shape';

export const visibility = oneOf('public', 'unlisted', 'followers', 'direct');
export const languageGuess = shape<LanguageGuess>({ language: text(100), reliable: switched });

/** SHA-256 in hex: the name of a stored file. */
export const sha256: Check<string> = (value) => {
	const found = text(64)(value);
	return /^[\da-f]{64}$/.test(found) ? found : text(0)(found);
};

export const attached = {
	file: sha256,
	type: text(200),
	alt: optional(words),
	focus: optional(focus),
	name: optional(text(4096)),
	size: optional(count),
	width: optional(count),
	height: optional(count),
};

export const pollShape = shape<NonNullable<Content['poll']>>({
	options: list(text(10_000), 100),
	multiple: optional(flag),
	seconds: count,
});

const topic = oneOf(
	...(['sex', 'violence', 'death', 'illness', 'politics', 'news', 'food', 'alcohol'] as const),
	...(['spoilers', 'strong-language', 'eye-contact', 'weapons', 'animals'] as const),
	...(['selfies', 'religion'] as const),
);
/** What a text seemed to be about. */
export const topics = list(object({ topic, name: text(1000) }), 100);

/** What a delivery carried. */
export const contentShape = shape<Content>({
	text: words,
	warning: optional(words),
	sensitive: optional(flag),
	language: optional(text(100)),
	guess: optional(languageGuess),
	topics: optional(topics),
	visibility,
	media: optional(list(shape<Attached>(attached), 100)),
	poll: optional(pollShape),
	answering: optional(list(oneOf('mentioned', 'followed', 'followers'), 10)),
	quoting: optional(oneOf('followers', 'nobody')),
	card: optional(object({ url: webAddress, title: words, description: optional(words) })),
});

const spoken = {
	rule: text(4096),
	sentence: text(100_000),
	by: oneOf('machine', 'person'),
	spares: optional(list(oneOf('public', 'unlisted', 'followers', 'direct', 'community'), 10)),
};
const level = oneOf('required', 'asked');
const strings = list(text(1000), 1000);

type Of<C extends RuleClass> = Extract<Reading, { class: C }>;
type Said<C extends RuleClass, S extends string> = Extract<Of<C>, { says: S }>;

const pace = shape<Said<'volume', 'pace'>>({
	...spoken,
	class: oneOf('volume'),
	says: oneOf('pace'),
	posts: optional(count),
	inMs: optional(numberIn(0, 1e12)),
	publicOnly: switched,
});
const repeats = shape<Said<'volume', 'repeats'>>({
	...spoken,
	class: oneOf('volume'),
	says: oneOf('repeats'),
});
const hosts = shape<Said<'links', 'hosts'>>({
	...spoken,
	class: oneOf('links'),
	says: oneOf('hosts'),
	hosts: strings,
});
const manyTags = shape<Said<'links', 'many-tags'>>({
	...spoken,
	class: oneOf('links'),
	says: oneOf('many-tags'),
	most: optional(count),
});
const links = shape<Exclude<Of<'links'>, { says: 'hosts' | 'many-tags' }>>({
	...spoken,
	class: oneOf('links'),
	says: oneOf('link-only', 'camel-case'),
});
const saidIn = object({ says: text(100) });

const READINGS: { readonly [C in RuleClass]: Check<Of<C>> } = {
	'cross-posting': shape<Of<'cross-posting'>>({
		...spoken,
		class: oneOf('cross-posting'),
		says: oneOf('forbidden', 'unlisted', 'followers', 'marked', 'participate'),
		means: oneOf('automatic', 'any', 'unsaid'),
	}),
	volume: (value) => (saidIn(value).says === 'pace' ? pace(value) : repeats(value)),
	language: shape<Of<'language'>>({
		...spoken,
		class: oneOf('language'),
		languages: strings,
		level,
	}),
	'alt-text': shape<Of<'alt-text'>>({
		...spoken,
		class: oneOf('alt-text'),
		level,
		publicOnly: switched,
	}),
	warning: shape<Of<'warning'>>({
		...spoken,
		class: oneOf('warning'),
		topics: list(topic, 100),
		level,
		publicOnly: switched,
		longerThan: optional(count),
		marked: optional(flag),
	}),
	links(value) {
		const { says } = saidIn(value);
		if (says === 'hosts') return hosts(value);
		return says === 'many-tags' ? manyTags(value) : links(value);
	},
	attribution: shape<Of<'attribution'>>({
		...spoken,
		class: oneOf('attribution'),
		says: oneOf('ai', 'credit', 'promotion'),
		tag: optional(text(1000)),
	}),
	privacy: shape<Of<'privacy'>>({
		...spoken,
		class: oneOf('privacy'),
		says: oneOf('messages', 'data'),
	}),
	identity: shape<Of<'identity'>>({ ...spoken, class: oneOf('identity') }),
	conduct: shape<Of<'conduct'>>({ ...spoken, class: oneOf('conduct') }),
};
export const ruleClass = oneOf(...(Object.keys(READINGS) as RuleClass[]));
const classOf = object({ class: ruleClass });

/** What a sentence of a server's rules was read as. */
export const readingShape: Check<Reading> = (value) => READINGS[classOf(value).class](value);

type Kind = NamedSource['source']['kind'];
const SOURCES: { readonly [K in Kind]: Check<NamedSource['source'] & { kind: K }> } = {
	home: object({ kind: oneOf('home') }),
	local: object({ kind: oneOf('local') }),
	public: object({ kind: oneOf('public') }),
	bookmarks: object({ kind: oneOf('bookmarks') }),
	favourites: object({ kind: oneOf('favourites') }),
	list: object({ kind: oneOf('list'), id: name }),
	tag: object({ kind: oneOf('tag'), tag: name }),
	author: object({
		kind: oneOf('author'),
		account: name,
		show: oneOf('posts', 'replies', 'media', 'pinned'),
	}),
};
const kindOf = object({ kind: oneOf(...(Object.keys(SOURCES) as Kind[])) });

/** Where posts come from. */
export const sourceShape: Check<NamedSource['source']> = (value) =>
	SOURCES[kindOf(value).kind](value);
