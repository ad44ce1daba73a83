import type { AccountUri, Instant, NetworkId } from './basics';

/** What of a timeline is shown; nothing set: all of it. */
export type Filter = {
	/** Posts of these networks alone. */
	networks?: readonly NetworkId[];
	/** What came through these accounts of mine, or stands in the archives of these. */
	accounts?: readonly AccountUri[];
	/** Posts with pictures, videos or sounds alone. */
	media?: true;
	/** What only answers others is left out; somebody going on with their own thread is not. */
	withoutReplies?: true;
	withoutReposts?: true;
};

/** A timeline side by side: a column for each network, or for each of my accounts and archives. */
export type Split = 'network' | 'account';

/** A way to look at the merged timeline that the person gave a name. */
export type SavedView = { id: string; name: string; filter: Filter; split?: Split };

/** What the person wants folded away, as they typed it: a word, a "phrase", a #tag, a @person or a domain. */
export type Muffle = {
	text: string;
	/** Inside longer words too. */
	part?: true;
	/** The moment at which it ends; absent: never. */
	until?: Instant;
};
