import type { Counting, Feature } from '../../model';

/**
 * What a program that speaks the API does its own way, as read in its source. Data alone: whoever needs to know asks
 * a field, never for a name.
 */
export type Traits = {
	counting: Counting;
	/**
	 * A second post with one Idempotency-Key: `first` gives the first again; `replay` any stored answer, failures too;
	 * `burnt` a refusal, whether the first worked or not; `ignored` makes a second post.
	 */
	idempotency: 'first' | 'replay' | 'burnt' | 'ignored';
	/** Seconds that the key is kept. */
	keptFor: number;
	/** Never there, whatever the instance document says. */
	lacks: readonly Feature[];
	/** It has no rules to show; an empty list is not one that its people wrote. */
	ruleless?: true;
	/** It knows fine scopes though it lists none: without this the coarse ones are asked for. */
	fineScopes?: true;
	/** `scheduled_at` is not kept: the post appears at once. */
	postsScheduledAtOnce?: true;
	/** An account's list of its own posts holds direct ones too. */
	listsDirect?: true;
	/** A post needs a medium. */
	needsMedia?: true;
	/** Whoever does not show which servers it refuses shows an empty list. */
	hidesByEmpty?: true;
};

const HOUR = 3600;

const MASTODON: Traits = {
	counting: 'shortLinks',
	idempotency: 'first',
	keptFor: HOUR,
	lacks: [],
	fineScopes: true,
	listsDirect: true,
};

const PLEROMA: Traits = {
	counting: 'graphemes',
	idempotency: 'replay',
	keptFor: 6 * HOUR,
	lacks: ['filters', 'quotes'],
	hidesByEmpty: true,
};

/** By nodeinfo's `software.name` in lower case. */
const BY_SOFTWARE: Readonly<Record<string, Traits>> = {
	mastodon: MASTODON,
	hometown: MASTODON,
	fedibird: MASTODON,
	kmyblue: MASTODON,
	gotosocial: {
		counting: 'codePoints',
		idempotency: 'ignored',
		keptFor: 0,
		lacks: ['quotes', 'serverBlocks'],
		fineScopes: true,
	},
	pleroma: PLEROMA,
	akkoma: PLEROMA,
	rebased: PLEROMA,
	soapbox: PLEROMA,
	pixelfed: {
		counting: 'codePoints',
		idempotency: 'burnt',
		keptFor: HOUR,
		lacks: ['lists', 'polls', 'quotes', 'reports', 'streaming', 'filters', 'edits'],
		ruleless: true,
		needsMedia: true,
	},
	hollo: {
		counting: 'codePoints',
		idempotency: 'first',
		keptFor: HOUR,
		lacks: ['streaming', 'reports', 'serverBlocks'],
		ruleless: true,
		fineScopes: true,
	},
	snac: {
		counting: 'codePoints',
		idempotency: 'ignored',
		keptFor: 0,
		lacks: ['streaming', 'reports', 'serverBlocks', 'quotes'],
		ruleless: true,
		postsScheduledAtOnce: true,
	},
};

/** A program that is not known: what holds for most, and where they differ what does the least harm. */
const UNKNOWN: Traits = {
	counting: 'codePoints',
	idempotency: 'ignored',
	keptFor: 0,
	lacks: ['quotes'],
	hidesByEmpty: true,
};

export function traitsOf(software: string): Traits {
	return (Object.hasOwn(BY_SOFTWARE, software) ? BY_SOFTWARE[software] : undefined) ?? UNKNOWN;
}

export const EVERY_FEATURE: readonly Feature[] = [
	'lists',
	'tags',
	'local',
	'public',
	'bookmarks',
	'favourites',
	'requests',
	'search',
	'emoji',
	'filters',
	'markers',
	'announcements',
	'polls',
	'quotes',
	'edits',
	'mentionsNotify',
	'streaming',
	'mutes',
	'blocks',
	'serverBlocks',
	'reports',
	'translation',
];

/** Since which version of Mastodon something is there (https://docs.joinmastodon.org). Older ones lack it. */
export const SINCE: readonly {
	feature: Feature;
	version: readonly [major: number, minor: number];
}[] = [
	{ feature: 'edits', version: [3, 5] },
	{ feature: 'filters', version: [4, 0] },
	{ feature: 'announcements', version: [3, 1] },
	{ feature: 'bookmarks', version: [3, 1] },
	{ feature: 'markers', version: [3, 0] },
];

/** `api_versions.mastodon` from which quotes are there. */
export const QUOTES_SINCE = 7;
