/**
 * The nouns of Townsquare. This file imports nothing and runs nothing; every room may know it.
 * Optional fields are absent rather than undefined: what is stored is JSON and stays small.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** Names a network adapter. The model knows none by name. */
export type NetworkId = string;
/** AP `uri`, `at://did/…`, or `tw:<id>`; a liked post of an archive is `twlike:<id>`. */
export type PostUri = string;
/** AP actor URI, DID, or `tw:<accountId>`. */
export type AccountUri = string;

/** Anyone's identity, as far as it is known. */
export type Account = {
	key: AccountUri;
	/** Without a leading @. */
	handle: string;
	name: string;
	createdAt?: Instant;
};

/** Somebody named in a post; archives know a handle more often than an id. */
export type Mentioned = { handle: string; name?: string; account?: AccountUri };

/** A marked stretch of text; start and end are UTF-16 offsets, end exclusive. */
export type Facet = { start: number; end: number } & (
	| { type: 'link'; href: string }
	| { type: 'mention'; handle: string; account?: AccountUri }
	| { type: 'tag'; tag: string }
	| { type: 'cashtag'; tag: string }
	| { type: 'bold' | 'italic' }
);

/** Plain text with facets in order of their start; bold and italic may overlap the others. */
export type RichText = { text: string; facets?: readonly Facet[] };

export type Medium = {
	type: 'image' | 'video' | 'gif';
	/** Name of the stored file; absent when the file was not in the archive. */
	file?: string;
	/** Where the network had it. Never contacted for archived posts. */
	remote?: string;
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
	quote?: { post: PostUri; url: string; handle: string };
	/** Set on a repost: whose post it was; `truncated` when the archive cut its text. */
	repostOf?: Mentioned & { post?: PostUri; truncated?: true };
	media?: readonly Medium[];
	/** BCP 47; absent when the network did not know. */
	language?: string;
	counts?: { likes?: number; reposts?: number };
	/** Oldest first, without the one shown. */
	edits?: readonly Version[];
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

/** What `read` and `get` of lib/timeline hand out: a post and what its place in the store adds. */
export type StoredPost = {
	post: Post;
	/** Key of the account whose archive it is in. */
	owner: AccountUri;
	/** Position in time of the entry. */
	sortAt: Instant;
	/** Replies to it in the same archive, oldest first. */
	replies: readonly PostUri[];
	/** In an older import, but not in the newest of its account. */
	gone?: true;
};

/** A text for people: translated where it is drawn, never before. */
export type Text = { key: string; parameters?: Readonly<Record<string, string | number | Date>> };
