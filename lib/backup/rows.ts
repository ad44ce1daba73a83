import {
	accountShape,
	anyOf,
	attached,
	contentShape,
	count,
	flag,
	instant,
	languageGuess,
	list,
	name,
	numberIn,
	object,
	oneOf,
	optional,
	pollShape,
	postShape,
	readingShape,
	record,
	ruleClass,
	sha256,
	shape,
	sourceShape,
	switched,
	text,
	topics,
	viewShape,
	visibility,
	webAddress,
	words,
} from '../checks';
import type {
	Answer,
	Correction,
	Delivery,
	Draft,
	DraftMedium,
	Entry,
	Filter,
	ForTarget,
	Muffle,
	NamedSource,
	Relationship,
	SaidOfTwo,
	SavedView,
} from '../model';
import type { BroughtPost, Plans } from '../store';

// What a row of each part may be. A file is a stranger's until this has looked at it.

/** An account of mine: no secret, nothing to sign in with. */
export type MyAccount = { account: string; network: string; host: string; handle: string };

export const myAccount = shape<MyAccount>({
	account: name,
	network: name,
	host: name,
	handle: text(1000),
});

export const setting = shape<{ name: string; value: string }>({ name, value: text(100) });

export const muffle = shape<Muffle>({
	// As long as one can be typed (components/muffle).
	text: text(200),
	part: optional(flag),
	until: optional(instant),
});

const strings = list(text(4096), 1000);
const filter = shape<Filter>({
	networks: optional(strings),
	accounts: optional(strings),
	media: optional(flag),
	withoutReplies: optional(flag),
	withoutReposts: optional(flag),
});
export const savedView = shape<SavedView>({
	id: name,
	name: text(1000),
	filter,
	split: optional(oneOf('network', 'account')),
});

export const plans = shape<Plans>({
	reminder: optional(object({ askedAt: instant, at: instant })),
	joining: optional(object({ host: name, title: text(1000), at: instant })),
});

export const correction = shape<Correction>({
	host: name,
	rule: text(4096),
	sentence: text(100_000),
	class: anyOf<Correction['class']>(ruleClass, oneOf('none')),
	readings: list(readingShape, 1000),
	at: instant,
});

const answer = shape<Answer>({
	norm: name,
	target: name,
	how: oneOf('goOn', 'notSaid', 'followed'),
	sentence: optional(text(100_000)),
	at: instant,
});

const fitted = object({
	file: sha256,
	type: text(200),
	size: optional(count),
	width: optional(count),
	height: optional(count),
});

const forTarget = shape<ForTarget>({
	text: optional(words),
	guess: optional(languageGuess),
	warning: optional(words),
	language: optional(text(100)),
	visibility: optional(visibility),
	files: optional(record(fitted, 100)),
	borders: optional(list(count, 1000)),
	flowing: optional(flag),
	numbered: optional(flag),
	restUnlisted: optional(flag),
	places: optional(record(count, 100)),
});

const identity = object({ network: name, handle: text(1000) });

export const draft = shape<Draft>({
	id: name,
	rev: count,
	createdAt: instant,
	changedAt: instant,
	origin: oneOf('typed', 'brought', 'automatic'),
	text: words,
	warning: optional(words),
	sensitive: optional(flag),
	language: optional(object({ tag: text(100), by: oneOf('person', 'guess') })),
	guess: optional(languageGuess),
	visibility,
	media: list(
		shape<DraftMedium>({
			...attached,
			name: text(4096),
			size: count,
			original: optional(sha256),
		}),
		100,
	),
	poll: optional(pollShape),
	people: optional(list(list(identity, 100), 1000)),
	homes: optional(record(text(1000), 1000)),
	replyTo: optional(name),
	quote: optional(name),
	brought: optional(name),
	edits: optional(record(list(name, 1000), 100)),
	elsewhere: optional(list(words, 1000)),
	targets: list(name, 100),
	own: record(forTarget, 100),
	scheduledAt: optional(instant),
	undoSeconds: numberIn(0, 30),
	answers: list(answer, 1000),
	topics: optional(record(list(topics, 1000), 100)),
	enqueuedAt: optional(instant),
});

/** What of a delivery is history: nothing that an adapter prepared, and nothing that was said of it. */
export type Past = Omit<Delivery, 'prepared' | 'problem' | 'verdicts' | 'uploaded'>;

export const past = shape<Past>({
	id: name,
	draft: optional(name),
	target: name,
	name: text(1000),
	host: text(1000),
	kind: oneOf('create', 'edit', 'delete', 'repost', 'unrepost', 'hand-over'),
	state: oneOf(
		...(['queued', 'sending', 'checking', 'sent', 'handed-over'] as const),
		...(['needs-you', 'failed', 'cancelled'] as const),
	),
	needs: optional(oneOf('answer', 'late', 'look', 'hand-over', 'sign-in')),
	content: optional(contentShape),
	origin: oneOf('typed', 'brought', 'automatic', 'several'),
	targets: count,
	answers: list(answer, 1000),
	turn: count,
	thread: object({ at: count, of: count }),
	post: optional(name),
	replyTo: optional(name),
	quote: optional(name),
	brought: optional(name),
	after: optional(name),
	open: optional(flag),
	tries: count,
	firstTryAt: optional(instant),
	lastTryAt: optional(instant),
	absentAt: optional(instant),
	failures: count,
	dueAt: instant,
	undoUntil: optional(instant),
	scheduledAt: optional(instant),
	createdAt: instant,
	changedAt: instant,
	uri: optional(name),
	url: optional(webAddress),
	sentAt: optional(instant),
	deletedAt: optional(instant),
});

/** Somebody whom an account of mine follows, blocks or mutes. */
export type Known = { account: ReturnType<typeof accountShape>; relationship: Relationship };

export const known = shape<Known>({
	account: accountShape,
	relationship: shape<Omit<Relationship, 'labels'>>({
		by: name,
		account: name,
		localId: text(4096),
		following: optional(flag),
		requested: optional(flag),
		followedBy: optional(flag),
		requestedBy: optional(flag),
		blocking: optional(flag),
		blockedBy: optional(flag),
		muting: optional(flag),
		mutingNotices: optional(flag),
		serverBlocked: optional(flag),
		note: optional(text(100_000)),
	}),
});

export const namedList = shape<NamedSource>({ by: name, source: sourceShape, name: text(1000) });

export const said = shape<SaidOfTwo>({ one: name, other: name, same: switched, at: instant });

export const livePost = shape<BroughtPost>({
	post: postShape,
	views: list(viewShape, 100),
	readAt: instant,
});

export const entry = shape<Entry>({
	timeline: name,
	activity: name,
	post: name,
	sortAt: instant,
	by: optional(name),
	seen: list(object({ by: name, cursorId: text(4096), localId: text(4096) }), 100),
});

export const author = accountShape;
