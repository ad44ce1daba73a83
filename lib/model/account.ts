import type { AccountUri, Instant, NetworkId, RichText } from './basics';

/** A picture that a network draws for `:shortcode:` in names and texts; `still` does not move. */
export type Emoji = { shortcode: string; url: string; still?: string };

/** A line of a profile; `verifiedAt` when its link was seen to lead back here. */
export type ProfileField = { name: string; value: RichText; verifiedAt?: Instant };

/** Anyone's identity, as far as it is known. */
export type Account = {
	key: AccountUri;
	/** Without a leading @; of a network of several servers with its host: `maria@chaos.example`. */
	handle: string;
	/** Plain text; may hold `:shortcode:`. */
	name: string;
	createdAt?: Instant;
	/** Absent for the account of an archive. */
	network?: NetworkId;
	/** Told by the account's own server: nobody knows better. */
	own?: true;
	/** https address of the profile for people. */
	url?: string;
	avatar?: string;
	header?: string;
	bio?: RichText;
	fields?: readonly ProfileField[];
	emojis?: readonly Emoji[];
	counts?: { posts?: number; followers?: number; following?: number };
	/** Followers are let in one by one. */
	locked?: true;
	bot?: true;
	group?: true;
	/** Its server silenced or suspended it. */
	limited?: true;
	suspended?: true;
	/** Asks not to be shown to people who are not signed in, and so not to be kept after a sign-out or in an export. */
	signedInOnly?: true;
	/**
	 * Whether searches may find its posts: `yes` where its owner allowed it or its network knows nothing else, `no` where
	 * they asked for the opposite, `unsaid` where they said neither; absent: its server does not tell.
	 */
	indexing?: 'yes' | 'no' | 'unsaid';
	/** Where the person went. */
	moved?: { account: AccountUri; handle: string };
};
