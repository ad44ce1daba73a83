import type { Instant } from './basics';
import type { Visibility } from './post';

/**
 * What a sentence of a server's rules is about (K0 to K9 of the survey of rules): conduct · where posts come from, and
 * taking part · how much · which language · descriptions of media · warnings · links and tags · who made it · privacy and
 * data · who somebody is. `conduct` also holds what no machine judges or understands.
 */
export type RuleClass =
	| 'conduct'
	| 'cross-posting'
	| 'volume'
	| 'language'
	| 'alt-text'
	| 'warning'
	| 'links'
	| 'attribution'
	| 'privacy'
	| 'identity';

/** What communities want a warning for. */
export type WarningTopic =
	| 'sex'
	| 'violence'
	| 'death'
	| 'illness'
	| 'politics'
	| 'news'
	| 'food'
	| 'alcohol'
	| 'spoilers'
	| 'strong-language'
	| 'eye-contact'
	| 'weapons'
	| 'animals'
	| 'selfies'
	| 'religion';

/** `required` where it must be; `asked` where it is wished for. */
export type RuleLevel = 'required' | 'asked';

/** A sentence as it was read, in the server's own words. `by`: the person may say that it means something else. */
export type Reading = {
	rule: string;
	sentence: string;
	by: 'machine' | 'person';
	/** Posts for these readers are let out. */
	spares?: readonly Visibility[];
} & (
	| {
			class: 'cross-posting';
			/** `participate`: who posts from elsewhere must take part. `followers`: for followers alone. */
			says: 'forbidden' | 'unlisted' | 'followers' | 'marked' | 'participate';
			/** Copying by a program alone; the same text in several networks too; it does not say which. */
			means: 'automatic' | 'any' | 'unsaid';
	  }
	| { class: 'volume'; says: 'pace'; posts?: number; inMs?: number; publicOnly: boolean }
	| { class: 'volume'; says: 'repeats' }
	/** BCP 47 primary tags; empty: every post is to be tagged with its own. */
	| { class: 'language'; languages: readonly string[]; level: RuleLevel }
	| { class: 'alt-text'; level: RuleLevel; publicOnly: boolean }
	| {
			class: 'warning';
			topics: readonly WarningTopic[];
			level: RuleLevel;
			publicOnly: boolean;
			/** Texts longer than so many characters belong behind a warning. */
			longerThan?: number;
			/** Being marked as sensitive is enough. */
			marked?: true;
	  }
	| { class: 'links'; says: 'link-only' | 'camel-case' }
	/** `most`: no more than so many. */
	| { class: 'links'; says: 'many-tags'; most?: number }
	| { class: 'links'; says: 'hosts'; hosts: readonly string[] }
	| { class: 'attribution'; says: 'ai' | 'credit' | 'promotion'; tag?: string }
	| { class: 'privacy'; says: 'messages' | 'data' }
	| { class: 'identity' }
	| { class: 'conduct' }
);

/** The person's own reading of a sentence of one server; `none`: it asks for nothing that is checked. */
export type Correction = {
	host: string;
	/** Its id there, or the norm beside whose verdict the person said so. */
	rule: string;
	sentence: string;
	class: RuleClass | 'none';
	/** What the sentence asks for then. */
	readings: readonly Reading[];
	at: Instant;
};
