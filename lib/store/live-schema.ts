import type {
	Account,
	AccountUri,
	Announcement,
	Charter,
	Entry,
	Instant,
	NamedSource,
	Notice,
	Post,
	PostUri,
	Relationship,
	Server,
	Session,
	Source,
	Text,
	View,
} from '../model';

/** A live post: one row, however many of my accounts see it and in however many timelines it stands. */
export type PostRow = {
	key: PostUri;
	post: Post;
	/** One per account of mine that saw it. */
	views: readonly View[];
	/** The one of them whose server `post` is believed; absent when that account does not see it any more. */
	from?: AccountUri;
	/** When a server last gave it. */
	readAt: Instant;
	/** `<account of mine> <the server's own id>` of each view: what a server names when it says that a post is gone. */
	locals: readonly string[];
	/** The same of the post that it answers, while only that much of it is known. */
	waits?: readonly string[];
};

/** Key [timeline, activity]; index `time` [timeline, sortAt, activity], index `post`, index `locals`. */
export type EntryRow = Entry & {
	/** `<account of mine> <the server's own id>` of the activity and of the post, for each that saw it. */
	locals: readonly string[];
};

/**
 * A stretch of a source that was read without a gap, newest to oldest. Key [by, timeline, id]. Two of one source
 * with something unread between them are two rows; they become one when the gap is read.
 */
export type SpanRow = {
	by: AccountUri;
	timeline: string;
	id: number;
	newestAt: Instant;
	oldestAt: Instant;
	/** Cursors of the adapter; `older` is absent when the source has nothing older. */
	newer?: string;
	older?: string;
	/** Cursor ids of the newest entries, newest first: a page that holds one of them has met this span. */
	top: readonly string[];
};

/** One source of one account as it stands. Key [by, timeline]. */
export type SourceRow = {
	by: AccountUri;
	timeline: string;
	source: Source;
	/** Last time it answered. */
	answeredAt?: Instant;
	/** Since it last answered: how often it failed, and what happened last. */
	failure?: { count: number; at: Instant; text: Text; until?: Instant };
	/** More than a fifth of a page's pairs were inverted: it is not in order of time. */
	unordered?: true;
};

export type ServerRow = Server & {
	/** How long it took to answer last, in ms. */
	ms?: number;
};

/** What was found out about a server of itself. Key [host, since]: a row stays while nothing else is found. */
export type CharterRow = Charter & {
	/** When it was first read like this; `readAt` is when it was last. */
	since: Instant;
};

/** What may be asked of one server, shared by every tab and the background; and what was asked. */
export type BudgetRow = {
	host: string;
	limit?: number;
	remaining?: number;
	resetAt?: Instant;
	/** Nothing is asked before. */
	retryAt?: Instant;
	/** The server itself said so. */
	told?: true;
	/** Answers that failed in a row: the backoff grows with them. */
	failures: number;
	/** Contacts so far, for the page that lists them. */
	contacts: number;
	bytes: number;
	firstAt: Instant;
	lastAt: Instant;
	/** Milliseconds of the last answers, newest first, at most 20. */
	times: readonly number[];
};

/** A sign-in that waits for its callback. Key: state. */
export type PendingRow = {
	state: string;
	at: Instant;
	network: string;
	host: string;
	secret: unknown;
	/** The address that the server led back to, from the moment that a page of ours was opened by it. */
	callback?: string;
};

/** My sign-in, and when its server was last seen to be who it was. */
export type SessionRow = Session & { verifiedAt?: Instant };

/** `fresh`: nobody has looked at it yet; an index counts them. */
export type NoticeRow = Notice & { fresh?: 1 };

/** How far notices of an account were fetched. Key: account. */
export type NoticeState = {
	by: AccountUri;
	newer?: string;
	older?: string;
	answeredAt?: Instant;
	failure?: SourceRow['failure'];
};

export interface LiveSchema {
	posts: {
		key: PostUri;
		value: PostRow;
		indexes: { replyTo: string; author: string; locals: string; waits: string };
	};
	entries: {
		key: [string, string];
		value: EntryRow;
		indexes: { time: [string, number, string]; post: PostUri; locals: string };
	};
	spans: { key: [AccountUri, string, number]; value: SpanRow; indexes: { timeline: string } };
	sources: { key: [AccountUri, string]; value: SourceRow; indexes: { timeline: string } };
	/** Lists and followed tags by account: what the menus show, offline too. */
	named: { key: AccountUri; value: readonly NamedSource[] };
	notices: {
		key: [AccountUri, string];
		value: NoticeRow;
		indexes: { at: number; by: AccountUri; fresh: number };
	};
	noticeStates: { key: AccountUri; value: NoticeState };
	announcements: { key: [AccountUri, string]; value: Announcement };
	accounts: { key: AccountUri; value: Account; indexes: { handle: string } };
	relationships: {
		key: [AccountUri, AccountUri];
		value: Relationship;
		indexes: { account: AccountUri };
	};
	servers: { key: string; value: ServerRow };
	charters: { key: [string, number]; value: CharterRow };
	sessions: { key: AccountUri; value: SessionRow };
	/** App registrations by [network, host, redirect], and sign-ins that wait for their callback. */
	registrations: { key: string; value: unknown };
	pending: { key: string; value: PendingRow };
	budgets: { key: string; value: BudgetRow };
}
