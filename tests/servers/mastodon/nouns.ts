/** What a server holds. Instants are epoch milliseconds; ids are strings whose order is the order of time. */

export type Visibility = 'public' | 'unlisted' | 'private' | 'direct';
export type QuotePolicy = 'public' | 'followers' | 'nobody';

export type Person = {
	id: string;
	/** ActivityPub id. */
	uri: string;
	url: string;
	username: string;
	/** null: lives here. */
	host: string | null;
	name: string;
	bio: string;
	bioHtml: string;
	bot: boolean;
	locked: boolean;
	limited: boolean;
	noindex: boolean;
	createdAt: number;
	fields: { name: string; html: string; verifiedAt: number | null }[];
	avatar: string | undefined;
	header: string | undefined;
	email: string;
	password: string;
	language: string | undefined;
	/** Full address of where this person has moved. */
	movedTo?: string;
};

export type MediaKind = 'image' | 'video' | 'gifv' | 'audio' | 'unknown';
export type Media = {
	id: string;
	owner: string;
	kind: MediaKind;
	type: string;
	/** Absolute. */
	url: string;
	preview: string | null;
	width: number;
	height: number;
	seconds: number | undefined;
	description: string | null;
	focus: { x: number; y: number } | undefined;
	/** Until when it is being processed; 422 from then on if `failed`. */
	readyAt: number;
	failed: boolean;
	attachedTo: string | undefined;
};

export type Poll = {
	id: string;
	options: string[];
	multiple: boolean;
	hideTotals: boolean;
	endsAt: number | null;
	/** By person id: chosen option numbers. */
	votes: Map<string, number[]>;
	/** Votes of people this server does not know one by one. */
	others: number[];
};

export type QuoteState =
	| 'pending'
	| 'accepted'
	| 'rejected'
	| 'revoked'
	| 'deleted'
	| 'unauthorized';
export type Card = {
	url: string;
	title: string;
	description: string;
	image: string | null;
	authorName: string;
	providerName: string;
};
export type Version = {
	at: number;
	html: string;
	text: string;
	spoiler: string;
	sensitive: boolean;
	media: Media[];
};

export type Post = {
	id: string;
	uri: string;
	url: string;
	author: string;
	createdAt: number;
	editedAt: number | null;
	/** As typed. */
	text: string;
	html: string;
	spoiler: string;
	sensitive: boolean;
	visibility: Visibility;
	language: string | null;
	replyTo: string | null;
	/** The post this one only passes on; such a post has no text of its own. */
	boostOf: string | null;
	quote: { of: string | null; state: QuoteState } | null;
	quotePolicy: QuotePolicy;
	media: Media[];
	poll: Poll | null;
	card: Card | null;
	tags: string[];
	/** Person ids. */
	mentions: string[];
	application: { name: string; website: string | null } | null;
	history: Version[];
	pinned: boolean;
	/** Shares of people this server does not know one by one. */
	strangers: { favourites: number; boosts: number };
};

export type NoticeType =
	| 'mention'
	| 'status'
	| 'reblog'
	| 'follow'
	| 'follow_request'
	| 'favourite'
	| 'poll'
	| 'update'
	| 'quote'
	| 'quoted_update'
	| 'severed_relationships'
	| 'moderation_warning'
	| 'admin.sign_up'
	| 'admin.report';

export type WarningAction =
	| 'none'
	| 'disable'
	| 'mark_statuses_as_sensitive'
	| 'delete_statuses'
	| 'sensitive'
	| 'silence'
	| 'suspend';

export type Notice = {
	id: string;
	to: string;
	type: NoticeType;
	at: number;
	from: string;
	post: string | null;
	group: string;
	/** In a stranger's request, not in the list. */
	filtered: boolean;
	warning?: { id: string; action: WarningAction; text: string; posts: string[] | null };
	severed?: {
		id: string;
		type: 'domain_block' | 'user_domain_block' | 'account_suspension';
		target: string;
		followers: number;
		following: number;
		purged: boolean;
	};
};
