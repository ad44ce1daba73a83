import type { AccountUri, Instant, PostUri, RichText } from './basics';

/** Where posts come from, as one of my accounts asks for them. */
export type Source =
	| { kind: 'home' }
	| { kind: 'local' | 'public' | 'bookmarks' | 'favourites' }
	| { kind: 'list'; id: string }
	| { kind: 'tag'; tag: string }
	| { kind: 'author'; account: AccountUri; show: 'posts' | 'replies' | 'media' | 'pinned' };

/** A source with the name that the person gave it: a list, a followed tag. */
export type NamedSource = { by: AccountUri; source: Source; name: string };

/** An activity's place in a timeline: a post, or somebody's repost of it. */
export type Entry = {
	/** `home`, a tag, or one account's or server's own: see `timelineOf` in lib/timeline. */
	timeline: string;
	/** URI of the post or of the repost. */
	activity: string;
	post: PostUri;
	sortAt: Instant;
	/** Who reposted it. */
	by?: AccountUri;
	/** My accounts that saw it: the server's own ids of the activity, for paging, and of the post, for acting. */
	seen: readonly { by: AccountUri; cursorId: string; localId: string }[];
};

/** What a server has to tell one of my accounts. */
export type NoticeKind =
	| 'mention'
	| 'post'
	| 'repost'
	| 'favourite'
	| 'follow'
	| 'followRequest'
	| 'poll'
	| 'edit'
	| 'quote'
	| 'quotedEdit'
	| 'moderationWarning'
	| 'severed'
	| 'other';

export type Notice = {
	/** My account that it is for. */
	by: AccountUri;
	/** One per account and group. */
	id: string;
	kind: NoticeKind;
	at: Instant;
	/** The newest first; the server may name fewer than `count`. */
	people: readonly AccountUri[];
	count: number;
	post?: PostUri;
	/** The server's id to page from. */
	cursorId: string;
	/** Of a moderation warning: what was done, and the moderator's words. */
	warning?: { action: string; text: string; url?: string };
	/** Of severed relationships: why, from where, and how many. */
	severed?: {
		why: 'serverBlocked' | 'iBlockedServer' | 'suspended' | 'other';
		target: string;
		followers: number;
		following: number;
	};
	/** The server's name of a kind that is not known here. */
	name?: string;
};

/** What a server tells everybody. */
export type Announcement = {
	by: AccountUri;
	id: string;
	content: RichText;
	publishedAt: Instant;
	endsAt?: Instant;
	read?: true;
};
