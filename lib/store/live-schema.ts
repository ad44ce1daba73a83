import type {
	Account,
	AccountUri,
	Announcement,
	Charter,
	Correction,
	Delivery,
	DeliveryState,
	Draft,
	Entry,
	Instant,
	NamedSource,
	Notice,
	Post,
	PostUri,
	Reading,
	RefusalList,
	Relationship,
	Rule,
	Server,
	Session,
	Source,
	Standing,
	TargetKey,
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
	/** Everything newer than this was read; what was read may go a few posts farther, see `endsAt`. */
	oldestAt: Instant;
	/** The last post that was read by and large, for the eyes: some that are newer may be missing. */
	endsAt?: Instant;
	/** Cursors of the adapter; `older` is absent when the source has nothing older. */
	newer?: string;
	older?: string;
	/** Above it more may lie than is read; of the newest span of a source alone. */
	above?: true;
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
	/** How far its server says that it was read, as last told or heard: an id of the server's own. */
	marked?: string;
};

export type ServerRow = Server & {
	/** How long it took to answer last, in ms. */
	ms?: number;
	/** What its rules were read as. */
	readings?: readonly Reading[];
	/** It has no list of rules: `rules` are the paragraphs of its terms, which were read then. */
	termsReadAt?: Instant;
};

/** What was found out about a server of itself. Key [host, since]: a row stays while nothing else is found. */
export type CharterRow = Charter & {
	/** When it was first read like this; `readAt` is when it was last. */
	since: Instant;
};

/** The rules of a server as they stood. Key [host, since]: a row stays while they are the same. */
export type RulesRow = {
	host: string;
	since: Instant;
	/** When they were last read like this. */
	readAt: Instant;
	rules: readonly Rule[];
};

/** What may be asked of one server, shared by every tab and the background; and what was asked. */
/**
 * What led to contacts with a host. `account`: work for an account of mine. `sign-in`: signing in or out. `asked`:
 * somebody looked the server up, or read its papers. `probe`: it gave no answer, and was asked once more whether
 * anybody is there. `pictures` and `films`: they were shown.
 */
export type ContactReason = 'account' | 'sign-in' | 'asked' | 'probe' | 'pictures' | 'films';

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
	/** What led to them; absent: they are from before this was written down. */
	why?: readonly ContactReason[];
	/** For which of my accounts, where one of the reasons is an account. */
	accounts?: readonly AccountUri[];
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

/** Bytes of a draft or a delivery, by their sha-256. */
export type BlobRow = { file: string; blob: Blob; at: Instant };
/** Where entries are read from: strictly older than the moment, or at it and before an activity in order. */
export type EntryBound = { sortAt: Instant; activity?: string };

/**
 * Old live posts in a few rows: the entries of one timeline up to `[sortAt, activity]`, the last of them, ascending; and
 * posts of which every entry is in such a segment. What is in one is no row, and the other way round. Key [timeline,
 * sortAt, activity].
 */
export type LiveSegment = {
	timeline: string;
	sortAt: Instant;
	activity: string;
	entries: readonly EntryRow[];
	posts: readonly PostRow[];
	/** What its rows are found by, as numbers: see `marks` in live-segments.ts. */
	marks: readonly number[];
};

/** A live post that the index is not right about: written, or gone, since. Key: its own, or `''` for all others. */
export type DirtyRow = {
	key: PostUri;
	/** Another at each write: what was indexed meanwhile is told from what was not. */
	stamp: number;
	purged?: true;
};

/**
 * Some live posts in order of time with the postings of their terms (`livePostings`: [block, page]) and their keys
 * (`liveKeys`: [block, n]). A post stands in one block alone where it is not dead.
 */
export type LiveBlock = {
	id: number;
	/** What cut the texts: see lib/search. */
	tokenizer: number;
	/** First term of each page. */
	firstTerms: readonly string[];
	/** Of each post, old to new; posts of one moment by key. */
	sortAt: Float64Array;
	/** `keyHash` of each key. */
	hashes: Uint32Array;
	/** Bit n: post n is gone, or its newer wording stands in another block. */
	dead?: Uint32Array;
	deadCount: number;
	/** When the first of those that are gone was taken out: their postings are still there. */
	deadSince?: Instant;
	/** Of its postings. */
	bytes: number;
};

/** A picture of another host that is kept small; its bytes stand in `previewBytes` under the same address. */
export type PreviewRow = { url: string; host: string; type: string; size: number; at: Instant };

/** Whether a host lets programs read its pictures, as last seen. */
export type PictureHostRow = { host: string; allows: boolean; at: Instant };

export interface LiveSchema {
	previews: { key: string; value: PreviewRow };
	previewBytes: { key: string; value: Uint8Array<ArrayBuffer> };
	pictureHosts: { key: string; value: PictureHostRow };
	dirty: { key: PostUri; value: DirtyRow };
	liveBlocks: { key: number; value: LiveBlock };
	livePostings: { key: [number, number]; value: Uint8Array };
	liveKeys: { key: [number, number]; value: PostUri[] };
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
	liveSegments: {
		key: [string, number, string];
		value: LiveSegment;
		indexes: { marks: number };
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
	ruleVersions: { key: [string, number]; value: RulesRow };
	corrections: { key: [string, string]; value: Correction };
	standings: { key: AccountUri; value: Standing };
	/** By the domain of whoever refuses. */
	reach: { key: string; value: RefusalList };
	sessions: { key: AccountUri; value: SessionRow };
	/** App registrations by [network, host, redirect], and sign-ins that wait for their callback. */
	registrations: { key: string; value: unknown };
	pending: { key: string; value: PendingRow };
	budgets: { key: string; value: BudgetRow };
	drafts: { key: string; value: Draft; indexes: { changedAt: number } };
	blobs: { key: string; value: BlobRow };
	deliveries: {
		key: string;
		value: Delivery;
		indexes: {
			state: DeliveryState;
			target: [TargetKey, number];
			draft: string;
			uri: PostUri;
			createdAt: number;
		};
	};
}
