import type { Instant, NetworkId, PostUri } from './basics';
import type { Attached, Content, LanguageGuess, TopicFound } from './content';

/**
 * Where a post goes: the key of an account of mine, or `window:<network>` for the network's own window in which the
 * person posts by their own click.
 */
export type TargetKey = string;

/** `brought`: taken from another network, another composer or an archive. `automatic`: one of a batch. */
export type Origin = 'typed' | 'brought' | 'automatic';

/** A file of a draft. `file` is what goes where nothing else is said for a target. */
export type DraftMedium = Attached & {
	/** Of the file as the person chose it: never sent, shown beside it. */
	name: string;
	/** Bytes. */
	size: number;
	/** SHA-256 of the file as the person chose it, where that is another. */
	original?: string;
};

/** What differs for one target; absent: as for all. */
export type ForTarget = {
	text?: string;
	/** What that text reads like. */
	guess?: LanguageGuess;
	warning?: string;
	/** BCP 47. */
	language?: string;
	visibility?: Content['visibility'];
	/** Files made smaller for it, by the `file` of the draft. */
	files?: Readonly<Record<string, Pick<Attached, 'file' | 'type' | 'size' | 'width' | 'height'>>>;
	/** Where the second and further posts of a thread begin in its text: UTF-16 offsets, ascending. */
	borders?: readonly number[];
	/** The borders follow what is typed; moved by hand they stay between the words where they were put. */
	flowing?: true;
	/** "1/3" ends each post of the thread. */
	numbered?: true;
	/** Of a public thread only the first post is in public lists. */
	restUnlisted?: true;
	/** Which post of the thread a file goes with, by the `file` of the draft; absent: the first. */
	places?: Readonly<Record<string, number>>;
};

/** What the person said to a verdict: once per draft, norm and target. */
export type Answer = {
	norm: string;
	target: TargetKey;
	/** `goOn`: yes to an `ask`. `notSaid`: this rule does not say that. `followed`: I have kept this rule. */
	how: 'goOn' | 'notSaid' | 'followed';
	/** The rule's own words, where there was one. */
	sentence?: string;
	at: Instant;
};

/** Somebody on one network; `handle` is full, without the leading @. */
export type Identity = { network: NetworkId; handle: string };

/** What I write, as it was typed. JSON; its files stand in the store under their sha-256. */
export type Draft = {
	id: string;
	/** Grows with each write: two pages cannot overwrite each other. */
	rev: number;
	createdAt: Instant;
	changedAt: Instant;
	origin: Origin;
	text: string;
	warning?: string;
	sensitive?: true;
	/** BCP 47, and who says so; `guess` is shown as one. */
	language?: { tag: string; by: 'person' | 'guess' };
	/** What its text for all reads like, whatever is said of it. */
	guess?: LanguageGuess;
	visibility: Content['visibility'];
	media: readonly DraftMedium[];
	poll?: NonNullable<Content['poll']>;
	/** People whom it names who are somebody on several networks too: each the identities of one person, proven. */
	people?: readonly (readonly Identity[])[];
	/** Bare names that it calls, in small letters, by the host of the one of its places where they are somebody. */
	homes?: Readonly<Record<string, string>>;
	replyTo?: PostUri;
	quote?: PostUri;
	/** The post of another network or of an archive that it brings along in its words. */
	brought?: PostUri;
	/** Posts of mine that it changes, by target, in the order of their thread; absent: it makes new ones. */
	edits?: Readonly<Record<TargetKey, readonly PostUri[]>>;
	/** What it said at places where it went, before it was opened again for the others. */
	elsewhere?: readonly string[];
	/** In the order in which they were chosen. */
	targets: readonly TargetKey[];
	own: Readonly<Record<TargetKey, ForTarget>>;
	scheduledAt?: Instant;
	/** How long sending can be undone: 0, or 5 to 30. */
	undoSeconds: number;
	answers: readonly Answer[];
	/** What each of its posts seemed to be about when it was sent, by target. */
	topics?: Readonly<Record<TargetKey, readonly (readonly TopicFound[])[]>>;
	/** Set while deliveries of it are on their way: it is no draft to go on with until that was undone. */
	enqueuedAt?: Instant;
};

/** What makes something appear, change or disappear. */
export type DeliveryKind = 'create' | 'edit' | 'delete' | 'repost' | 'unrepost' | 'hand-over';
