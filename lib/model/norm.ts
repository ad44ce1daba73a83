import type { Instant, NetworkId, PostUri, Text } from './basics';
import type { Answer, DeliveryKind, Origin, TargetKey } from './draft';
import type { AnsweringRule, View, Visibility } from './post';
import type { Correction, Reading } from './rule';
import type { Counting, Feature, Limits, Rule } from './server';
import type { Reach, Standing } from './standing';

/** Something that makes a verdict go away, as data: whoever draws it knows the button. */
export type Remedy =
	| { do: 'writeAlt'; file: string }
	| { do: 'shorten'; by: number }
	| { do: 'split' }
	| { do: 'dropFiles'; files: readonly string[] }
	| { do: 'shrink'; file: string; bytes: number }
	/** To fewer people, never to everybody: that is chosen, not offered. */
	| { do: 'setVisibility'; to: Exclude<Visibility, 'public' | 'community'> }
	/** BCP 47: it is in this language. */
	| { do: 'setLanguage'; to: string }
	/** Empty: in the person's own words. */
	| { do: 'addWarning'; warning: string }
	| { do: 'markSensitive' }
	/** Of a tag, without #: as it is written, and as it is better written. */
	| { do: 'writeTag'; from: string; to: string }
	| { do: 'addTag'; tag: string }
	| { do: 'ownText' }
	| { do: 'leaveOut' }
	| { do: 'dropQuote' }
	| { do: 'dropReply' }
	/** Somebody waits for an answer to this post. */
	| { do: 'answer'; post: PostUri }
	/** Time alone is needed: from this moment on it may go. */
	| { do: 'later'; at: Instant }
	/** The second and further posts of the thread in no public list. */
	| { do: 'threadUnlisted' };

/** What one norm says of a content at a venue. */
export type Verdict = {
	norm: string;
	verdict: 'pass' | 'advise' | 'ask' | 'block' | 'cannot-tell';
	/** Who stops it: a limit of the server, somebody else's refusal, a written rule, a custom. */
	by?: 'limit' | 'author' | 'rule' | 'custom';
	reason: Text;
	/** The words that say so, in the server's own language, and where they stand. */
	source?: { sentence: string; rule?: string; url?: string };
	remedies?: readonly Remedy[];
	/** How the person can go on all the same; absent: by changing the draft alone. */
	override?: Answer['how'];
	/** The person said so before: it stops nothing any more. */
	answered?: true;
	/** It stands above all others, however grave those are. */
	pinned?: true;
	/** The file that it is about. */
	file?: string;
	/** The part of the draft that it stands beside; absent: all of it. */
	about?: 'text' | 'warning' | 'language' | 'media' | 'visibility';
};

/**
 * Whether an author lets posts be found or copied elsewhere. `signed-in`, `no-index`, `no-bridge`: refused, by a label or
 * setting of the account, or by a tag in its profile. `open`: allowed by a setting, or by how the network works.
 */
export type Carrying = 'open' | 'signed-in' | 'no-index' | 'no-bridge';

/** A post that the content answers, quotes or passes on, as the account sees it. */
export type Named = {
	post: PostUri;
	/** Full handle, without @. */
	author?: string;
	/** It is my own. */
	own?: true;
	/** Whether its author lets it be carried to other places; absent: nobody knows. */
	carrying?: Carrying;
	visibility?: Visibility;
	answering?: readonly AnsweringRule[];
	/** Nothing is stored of it. */
	unknown?: true;
} & Pick<View, 'quoting' | 'mayAnswer'>;

/** Somebody who never had to do with me. `unsure`: too little of us is stored to tell. */
export type Stranger = { handle: string; unsure?: true };

/** Where and how a content is about to appear: all that a norm may know besides the content. JSON. */
export type Venue = {
	target: TargetKey;
	/** Full handle, or the name of the window. */
	name: string;
	host: string;
	network?: NetworkId;
	counting: Counting;
	limits: Limits;
	features: readonly Feature[];
	/** Absent: the server has no way to say, or they were never read. */
	rules?: readonly Rule[];
	rulesUrl?: string;
	/** When rules and limits were last read. */
	readAt?: Instant;
	/** How we read them; absent: not yet. */
	readings?: readonly Reading[];
	/** How the person reads them where that is not how we do. */
	corrections?: readonly Correction[];
	/** How my account stands there; without a balance it is still being looked at. */
	standing?: Standing;
	/** When my other posts there went or will go out publicly, newest first; answers left out. From the last week on. */
	recent?: readonly Instant[];
	/** Addresses that my other posts there linked to, in the last month. */
	linked?: readonly string[];
	/** Of each server that the post names somebody of, or answers. */
	reach?: readonly Reach[];
	/** Who is mentioned or answered, as far as that is known, and never had to do with me. */
	strangers?: readonly Stranger[];
	/** The account is marked as automated. */
	bot?: true;
	kind: DeliveryKind;
	/** `several`: one text for several targets. */
	origin: Origin | 'several';
	/** It goes when the person may be away. */
	scheduled?: true;
	/** When it goes; absent: now. */
	goesAt?: Instant;
	/** The content's place in its thread. */
	thread: { at: number; of: number };
	replyTo?: Named;
	quote?: Named;
	/** What is reposted or changed. */
	subject?: Named;
	/** A post of another network, or of an archive, that the content brings here in its words. */
	source?: Named;
	answers: readonly Answer[];
	now: Instant;
};
