import type {
	Account,
	AccountUri,
	Announcement,
	Content,
	Counting,
	Emoji,
	Entry,
	Limits,
	NamedSource,
	NetworkId,
	Notice,
	Policy,
	Post,
	PostUri,
	RefusedServer,
	Relationship,
	Server,
	Session,
	Source,
	Text,
	Translation,
	View,
} from '../model';
import type { Io } from './io';

/**
 * The contract of a network: a small required part, and optional capabilities. Whether a capability is there for a
 * server is told by `server.features`; nobody outside asks which network it is. Adapters keep no state, touch
 * nothing but `io`, and throw `NetworkProblem` alone. Whatever they return is data of ours: no HTML, no address that
 * is not http(s), every key canonical.
 */
export type Network = {
	id: NetworkId;
	/**
	 * Finds the server of what a person typed: a host, an address, `@name@host`, `name@host`, `@alice.square.example`, a
	 * DID. Undefined when what answers there speaks another protocol, and without a request for what names nothing of
	 * this network. `handle` is what was typed before the host, as a hint for the form.
	 */
	discover(typed: string, io: Io): Promise<{ server: Server; handle?: string } | undefined>;
	/** Reads a known server again: rules, limits, features. */
	refresh(server: Pick<Server, 'origin' | 'host'>, io: Io): Promise<Server>;

	/**
	 * First half of signing in. `pending` is stored by the caller until the callback comes; it holds secrets. Undefined
	 * when this server cannot lead back to `how.redirect`: another window may do.
	 */
	begin?(
		server: Server,
		how: SignInStart,
		io: Io,
	): Promise<{ url: string; pending: Pending } | undefined>;
	/**
	 * Second half: the address that the server led the person back to. `server` is where the account turned out to
	 * live, when that is another host than the one that was typed.
	 */
	finish?(
		callback: string,
		pending: Pending,
		io: Io,
	): Promise<{ session: Session; me: Account; server?: Server }>;
	/** Signs in with what the person typed here: a handle and a password made for this app. */
	enter?(
		server: Server,
		how: { handle: string; password: string },
		io: Io,
	): Promise<{ session: Session; me: Account; server?: Server }>;
	/** Makes the server forget the session. */
	end?(session: Session, io: Io): Promise<void>;
	/**
	 * Asks who the session belongs to. Throws `ended` when the server no longer takes it, `stranger` when it answers
	 * as somebody else; then nothing more may be sent there.
	 */
	verify?(session: Session, io: Io): Promise<Account>;

	/**
	 * What the account keeps at the network for all its programs, for `session.preferences`: JSON. Read when signing in
	 * and then once a day.
	 */
	preferences?(session: Session, io: Io): Promise<unknown>;

	page?(session: Session, source: Source, at: Place | undefined, io: Io): Promise<Page>;
	/** Lists, followed tags, and what else the person keeps there by name. */
	sources?(session: Session, io: Io): Promise<readonly NamedSource[]>;
	thread?(session: Session, post: PostRef, io: Io): Promise<Page>;
	person?(session: Session, who: AccountRef, io: Io): Promise<Person>;
	people?(session: Session, list: PeopleList, at: Place | undefined, io: Io): Promise<PeoplePage>;
	notices?(session: Session, at: Place | undefined, io: Io): Promise<NoticePage>;
	announcements?(session: Session, io: Io): Promise<readonly Announcement[]>;
	search?(session: Session, query: string, io: Io): Promise<Found>;
	/** The pictures that the server offers to those who write there. */
	emojis?(session: Session, io: Io): Promise<readonly Emoji[]>;
	/** Earlier wordings of an edited post, oldest first. */
	history?(session: Session, post: PostRef, io: Io): Promise<NonNullable<Post['edits']>>;
	/**
	 * A post in another language (BCP 47), where the server has it translated. Throws `refused` where it does not do so for
	 * this post, or not now.
	 */
	translate?(session: Session, post: PostRef, language: string, io: Io): Promise<Translation>;
	/** The server's own id of a post that another server has; undefined when it cannot be found there. */
	locate?(session: Session, post: PostUri, io: Io): Promise<string | undefined>;
	/** What stays inside the network and makes nothing new appear there: never a post or a repost. */
	react?(session: Session, reaction: Reaction, io: Io): Promise<Reacted>;
	/** How far this account was read, by the server's own ids. */
	markers?(session: Session, io: Io): Promise<Markers>;
	keepMarkers?(session: Session, markers: Markers, io: Io): Promise<void>;
	/**
	 * Looks up a service by its raw name (see `Services` of lib/model): its host, and what it may be chosen for.
	 * Undefined when nobody of that name offers one.
	 */
	service?(name: string, io: Io): Promise<FoundService | undefined>;
	/** What a server publishes of itself: read for its charter, without an account. */
	papers?(server: Server, io: Io): Promise<readonly Paper[]>;
	/** What those who label for the account say that they look at: as rules, in all their languages. */
	policies?(session: Session, io: Io): Promise<readonly Policy[]>;
	/**
	 * Which servers the account's own refuses, asked as that account. Undefined: it does not say, and nobody may take that
	 * for none. A network whose servers refuse none as a whole does not have it.
	 */
	refusals?(session: Session, io: Io): Promise<readonly RefusedServer[] | undefined>;
	/** The network's own window, where the person posts by their own click: where nothing is sent for them. */
	handOver?: HandOver;
	/** Calls back with what happens until `io.signal` aborts; rejects when the line breaks. */
	stream?(session: Session, happened: (event: StreamEvent) => void, io: Io): Promise<void>;
};

/** What one process has of a network: pages have the whole, the background only what polling takes. */
export type NetworkPart = Pick<Network, 'id'> & Partial<Network>;

export type HandOver = {
	/** As people call it; in no language. */
	name: string;
	host: string;
	counting: Counting;
	limits: Limits;
	/** https address of the window with the content in it, as far as it takes any; and what it answers or quotes. */
	url(content: Content, about?: { replyTo?: PostUri; quote?: PostUri }): string;
	/** What of the content the window does not take: files go by the clipboard, the rest is lost. */
	leaves(content: Content): readonly (keyof Content)[];
	/** The post that a link which the person pasted leads to; undefined when it leads to none there. */
	post(link: string): { key: PostUri; url: string } | undefined;
};

export type SignInStart = {
	/** Where the server leads the person back to. */
	redirect: string;
	/** Ask for the password even when the browser is signed in there: for a second account. */
	again: boolean;
	/** BCP 47, for the server's form. */
	language: string;
	/** What was typed of the person's own name: a hint for the server's form. */
	handle?: string;
	/** What an earlier `begin` with this host and redirect gave to `io.keep`: the app is registered once. */
	registration?: unknown;
};

/** What `finish` needs of `begin`: opaque, used once; as IndexedDB can store it. `state` ties the callback to it. */
export type Pending = { network: NetworkId; host: string; state: string; secret: unknown };

/**
 * Where to go on: the opaque cursor that an earlier page gave, in its direction. Either page lies directly beside
 * the one that gave the cursor: a `newer` one has its oldest entry next to it, whatever has come since.
 */
export type Place = { older: string } | { newer: string };

/** A post with what is needed to find it on a server. */
export type PostRef = { post: PostUri; localId?: string };
export type AccountRef = { account: AccountUri; localId?: string } | { handle: string };

export type SeenPost = { post: Post; view: View };

/** Everything that one answer held. `entries` are in the server's order; posts and accounts are each named once. */
export type Page = {
	entries: readonly Omit<Entry, 'timeline'>[];
	posts: readonly SeenPost[];
	accounts: readonly Account[];
	/** Absent at the end of the list. */
	older?: string;
	/**
	 * Where newer ones will be; absent on an empty page. One without entries that gives the cursor it was asked with
	 * says that more has come since than can be read upwards: what is new begins at the top, and leaves a gap.
	 */
	newer?: string;
	/** How many entities made no sense and were left out. */
	refused?: number;
	/** Who was asked first does not answer: this was read elsewhere in their place, and may be less. */
	instead?: Text;
};

/** `others`: whom the answer names besides, such as who labels that one. */
export type Person = { account: Account; relationship: Relationship; others?: readonly Account[] };

/** Lists of people: mine alone but for those of an account. */
export type PeopleList =
	| { kind: 'blocks' | 'mutes' | 'requests' }
	| { kind: 'followers' | 'following'; account: AccountUri };
export type PeoplePage = {
	accounts: readonly Account[];
	relationships: readonly Relationship[];
	older?: string;
};

export type NoticePage = {
	notices: readonly Notice[];
	posts: readonly SeenPost[];
	accounts: readonly Account[];
	/** What stands between me and those who mention me: strangers are told apart by it. */
	relationships?: readonly Relationship[];
	older?: string;
	newer?: string;
};

export type Found = {
	posts: readonly SeenPost[];
	accounts: readonly Account[];
	tags: readonly string[];
};

export type Reaction =
	| { type: 'favourite' | 'bookmark' | 'muteConversation'; post: PostRef; on: boolean }
	| { type: 'vote'; post: PostRef; pollId: string; answers: readonly number[] }
	| { type: 'follow' | 'block' | 'mute'; account: AccountRef; on: boolean }
	| { type: 'blockServer'; host: string; on: boolean }
	| { type: 'answerRequest'; account: AccountRef; accept: boolean }
	| { type: 'report'; account: AccountRef; report: Report }
	| { type: 'readAnnouncement'; id: string };

export type Report = {
	posts: readonly PostRef[];
	comment: string;
	category: 'spam' | 'legal' | 'violation' | 'other';
	/** Ids of the server's rules, for `violation`. */
	rules: readonly string[];
	/** Tell the person's own server too. */
	forward: boolean;
};

export type FoundService = { name: string; host: string; offers: 'view' | 'labels' };

/** A text that a server publishes of itself, as plain text; `url` is where a person can read it. */
export type Paper = {
	kind: 'description' | 'rules' | 'terms' | 'privacy';
	url: string;
	text: string;
};

/** What the server says is so now. */
export type Reacted = { posts?: readonly SeenPost[]; relationship?: Relationship };

/** Cursor ids of the newest that was looked at. Of two ids of one account the longer, else the greater text is newer. */
export type Markers = { home?: string; notices?: string };

export type StreamEvent =
	/** The line is open: what came while it was not has to be fetched. */
	| { type: 'open' }
	| { type: 'page'; source: Source; page: Page }
	| { type: 'changed'; posts: readonly SeenPost[]; accounts: readonly Account[] }
	| { type: 'deleted'; localId: string }
	/** Something about notices, filters or announcements is new: ask for it. */
	| { type: 'look'; at: 'notices' | 'filters' | 'announcements' };
