import type { AccountUri, Instant, PostUri } from './basics';

/**
 * How much an account of mine spreads and how much it talks, over 30 days or its last 200 posts, whichever is less
 * (design: enforcement, balance).
 */
export type Balance = {
	readAt: Instant;
	/** Posts of mine that were looked at, and the moment of the oldest. */
	looked: number;
	from: Instant;
	/** Went to several places, or came from elsewhere. */
	broadcasts: number;
	/** Answers to others. */
	replies: number;
	/** When the newest of them was written; absent: there is none. */
	answeredAt?: Instant;
	/** Mentions by people, older than 48 h, that I never answered; oldest first. `by`: whose they are, as far as told. */
	unanswered: readonly { post: PostUri; at: Instant; by?: AccountUri }[];
};

/** A community has warned an account of mine: what is sent there is looked at with care until the person ends it. */
export type Care = {
	since: Instant;
	/** A notice of the server's staff, or the person said so. */
	by: 'server' | 'person';
	/** The rule that it was about, in the server's own words, or what the notice said. */
	sentence?: string;
};

/** Where an account of mine stands in its community. */
export type Standing = {
	account: AccountUri;
	/** Absent: it was never counted, or is being counted for the first time. */
	balance?: Balance;
	care?: Care;
	/** When the person said that it is over: what the staff said before that counts no more. */
	calmSince?: Instant;
};

/**
 * Whether what is sent from one server reaches another. `blocked`: one of them refuses the other; `limited`: only
 * followers get it; `open`: both say whom they refuse, and name neither; `unknown`: one of them does not say.
 */
export type Reach = {
	/** The two hosts. */
	from: string;
	to: string;
	state: 'open' | 'limited' | 'blocked' | 'unknown';
	/** Which of the two says so. */
	by?: 'from' | 'to';
	/** In the words of whoever says so. */
	comment?: string;
	/** When that was read. */
	readAt?: Instant;
	/** Full handles of my other accounts from which it is open. */
	instead?: readonly string[];
};

/** A server that another one refuses. */
export type RefusedServer = {
	/** Letters may be hidden behind `*`. */
	domain: string;
	/** SHA-256 of the whole domain, in hex. */
	digest?: string;
	/** `limited`: whoever is not followed is not seen. */
	state: 'limited' | 'blocked';
	comment?: string;
};

/** Whom a server refuses, as it told one of my accounts. */
export type RefusalList = {
	/** What stands behind the @ of its people. */
	domain: string;
	readAt: Instant;
	/** Absent: it does not say. */
	refused?: readonly RefusedServer[];
};
