import type { Instant, PostUri, Text } from './basics';
import type { Content } from './content';
import type { Answer, DeliveryKind, Origin, TargetKey } from './draft';
import type { Verdict } from './norm';

/**
 * `queued`: certainly not there; waits for its turn, its time, its files or its server. `sending`: an attempt may be
 * on its way. `checking`: what became of it is being read back. `needs-you`: see `needs`. `handed-over`: the person
 * opened the network's window with it. `cancelled`: taken back before it went.
 */
export type DeliveryState =
	| 'queued'
	| 'sending'
	| 'checking'
	| 'sent'
	| 'handed-over'
	| 'needs-you'
	| 'failed'
	| 'cancelled';

/**
 * What only the person can do. `answer`: a verdict asks (see `verdicts`). `late`: its time came while nobody was
 * there. `look`: nobody can tell whether it is there. `hand-over`: open the window. `sign-in`: the session is over.
 */
export type Need = 'answer' | 'late' | 'look' | 'hand-over' | 'sign-in';

/** One way of one content to one target. JSON; everything that sending needs is frozen in it. */
export type Delivery = {
	/** Random; also tells its attempts from every other where the server can be told. */
	id: string;
	/** Absent for what was asked for without a draft: a deletion, a repost. */
	draft?: string;
	target: TargetKey;
	/** Whom to call it by: the full handle, or the name of the window. */
	name: string;
	host: string;
	kind: DeliveryKind;
	state: DeliveryState;
	/** Only with `needs-you`. */
	needs?: Need;
	/** What the server or whoever stopped it said last; what is so now is put in words by `wordsOf` of lib/outbox. */
	problem?: Text;
	/** With `queued`: files that are there, of so many. */
	uploaded?: { done: number; of: number };
	/** Of `create`, `edit` and `hand-over`. */
	content?: Content;
	origin: Origin | 'several';
	/** Number of targets that the draft had. */
	targets: number;
	answers: readonly Answer[];
	verdicts: readonly Verdict[];
	/** Place of its target among those of the draft, from 0. */
	turn: number;
	/** Its place in a thread, from 0. */
	thread: { at: number; of: number };
	/** What is changed, deleted, reposted. */
	post?: PostUri;
	replyTo?: PostUri;
	quote?: PostUri;
	/** The post of another network or of an archive that the content carries: it has to be there still. */
	brought?: PostUri;
	/** Begins when that delivery is sent: its post is what this one answers (`create`), changes or deletes. */
	after?: string;
	/** Opaque to everybody but the adapter. */
	prepared?: unknown;
	/** What became of the last attempt is not known. */
	open?: true;
	/** Attempts that may have reached the server. */
	tries: number;
	firstTryAt?: Instant;
	lastTryAt?: Instant;
	/** When reading back first said that it is not there, since the last attempt. */
	absentAt?: Instant;
	/** What went wrong in a row: the wait grows with it. */
	failures: number;
	/** Nothing is done about it before. */
	dueAt: Instant;
	undoUntil?: Instant;
	scheduledAt?: Instant;
	createdAt: Instant;
	changedAt: Instant;
	/** Of `sent`: the post (of a repost the repost's own key), and its https address. */
	uri?: PostUri;
	url?: string;
	sentAt?: Instant;
	/** A deletion of it has been sent. */
	deletedAt?: Instant;
};
