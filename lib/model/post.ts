import type { Account, Emoji } from './account';
import type { AccountUri, Instant, Mentioned, NetworkId, PostUri, RichText } from './basics';
import type { Label } from './label';

export type Medium = {
	type: 'image' | 'video' | 'gif' | 'audio' | 'unknown';
	/** Name of the stored file; absent when the file was not in the archive, and for live posts. */
	file?: string;
	/** Where the network has it. Never contacted for archived posts. */
	remote?: string;
	/** HLS playlist, where a video has no file of its own (RFC 8216). */
	playlist?: string;
	/** A small picture of it, where the network has one. */
	preview?: string;
	/** What to draw until it is there (https://blurha.sh). */
	blurhash?: string;
	/** What to keep in view when it is cut: -1 to 1 from left to right and from bottom to top. */
	focus?: { x: number; y: number };
	width?: number;
	height?: number;
	/** Seconds. */
	duration?: number;
	/** Absent when the author wrote none or the archive does not carry it. Never invented. */
	alt?: string;
};

/** Who could see a post when it was made. */
export type Visibility = 'public' | 'unlisted' | 'followers' | 'direct' | 'community';

/** An earlier wording of an edited post; `content` is absent when that version was not in the archive. */
export type Version = { key: PostUri; createdAt?: Instant; content?: RichText };

/** What a post says in another language: a machine's words, of a service that the reader's server asks. */
export type Translation = {
	content: RichText;
	/** Plain text. */
	warning?: string;
	/** BCP 47: of the post as the service sees it, and of its words. */
	from?: string;
	to: string;
	/** As the server calls the service; plain text. */
	provider?: string;
};

export type Poll = {
	options: readonly { title: string; votes?: number }[];
	closesAt?: Instant;
	closed?: true;
	multiple?: true;
	/** Votes, and people who voted where several answers are allowed. */
	votes: number;
	voters?: number;
};

/** What a linked page says of itself. Plain texts. */
export type Card = {
	/** Empty where there is no address to open it at. */
	url: string;
	title: string;
	description?: string;
	provider?: string;
	author?: string;
	image?: string;
	blurhash?: string;
	type: 'link' | 'photo' | 'video' | 'other';
};

/** A quote that its author or server does not let be seen says so. */
export type QuoteState = 'pending' | 'rejected' | 'revoked' | 'deleted' | 'hidden';

/** Somebody who may answer: `followed` are those whom the author follows; `list` is the name of a list. */
export type AnsweringRule = 'mentioned' | 'followed' | 'followers' | { list: string };

export type Post = {
	key: PostUri;
	network: NetworkId;
	/** https address of the original. */
	url?: string;
	/** Absent for a liked post whose author the archive does not name. */
	author?: AccountUri;
	/** For a liked post of an archive: when it was written, from its id; absent when the id is too old to tell. */
	createdAt?: Instant;
	content: RichText;
	replyTo?: { post?: PostUri; account?: AccountUri; handle?: string };
	/** Mentions that stood before the text of a reply, taken out of it. */
	replyMentions?: readonly Mentioned[];
	/** `post` is empty where only the refusal is known. */
	quote?: { post: PostUri; url: string; handle: string; state?: QuoteState };
	/** Set on a repost: whose post it was; `truncated` when the archive cut its text. */
	repostOf?: Mentioned & { post?: PostUri; truncated?: true };
	media?: readonly Medium[];
	/** BCP 47; absent when the network did not know. */
	language?: string;
	counts?: { likes?: number; reposts?: number; replies?: number; quotes?: number };
	/** What stands before the text and hides it until it is opened; plain text. */
	warning?: string;
	poll?: Poll;
	card?: Card;
	emojis?: readonly Emoji[];
	/** Everybody whom the post addresses, where the network says so. */
	mentions?: readonly Mentioned[];
	editedAt?: Instant;
	/** Oldest first, without the one shown. */
	edits?: readonly Version[];
	/** Who may answer besides its author; empty: nobody. Absent: the network does not say, or everybody. */
	answering?: readonly AnsweringRule[];
	/** Its author lets nobody quote it. */
	unquotable?: true;
	/** It holds something of a kind that is not known here. */
	unshown?: true;
	/** Absent means public. */
	visibility?: Visibility;
	/** Written when Twitter Circle existed and not marked as public anywhere: may have had a small audience. */
	maybeCircle?: true;
	/** A long text joined from its note. */
	long?: true;
	sensitive?: true;
	/** The program it was written with. */
	app?: string;
	/** A post the archive's owner liked, not one they wrote. */
	liked?: true;
};

/** A post as one of my accounts sees it. */
export type View = {
	by: AccountUri;
	/** The server's own id of the post: what an action through this account names. Opaque. */
	localId: string;
	/** That server is the post's own: nobody knows better what it says. */
	own?: true;
	/** It came inside another post or the like: what this account did with it and may do was not told. */
	partial?: true;
	favourited?: true;
	bookmarked?: true;
	reposted?: true;
	/** Notices of this conversation are off. */
	muted?: true;
	/**
	 * The server's own id of the post that it answers: where `replyTo.post` is absent, that is the view with this
	 * `localId` and the same `by`.
	 */
	parentId?: string;
	/** Titles of the filters that match on that server; `hide` when one of them wants the post gone. */
	filtered?: { titles: readonly string[]; hide?: true };
	/** Whether this account may quote it, at once or after being let. Absent: the network does not say. */
	quoting?: 'yes' | 'ask' | 'no';
	/** The author's rules keep this account from answering. */
	mayAnswer?: false;
	/** What the labelers that this account chose say of it, and its author. */
	labels?: readonly Label[];
	/** Indexes of the answers chosen in its poll; empty when the server does not say which, or the poll is mine. */
	voted?: readonly number[];
	/** The server's own id of its poll. */
	pollId?: string;
};

/** What `read` and `get` of lib/timeline hand out: a post and what its place in the store adds. */
export type StoredPost = {
	post: Post;
	/** Key of the account whose archive it is in; absent for a live post. */
	owner?: AccountUri;
	/** Position in time of the entry. */
	sortAt: Instant;
	/** Of a live entry of a timeline: URI of the post or of the newest repost of it. */
	activity?: string;
	/** Replies to it that are stored too, oldest first. */
	replies: readonly PostUri[];
	/** Of a live post: who wrote it, as last seen. */
	author?: Account;
	/** Of a live post: how my accounts see it; never empty. */
	views?: readonly View[];
	/** Who reposted it into this timeline, newest first. */
	repostedBy?: readonly Account[];
	/** In an older import, but not in the newest of its account. */
	gone?: true;
};
