import type { Account } from './account';
import type { AccountUri, Instant, NetworkId, Text } from './basics';
import type { Label } from './label';
import type { Reading } from './rule';

/**
 * How a server counts the length of a post (facts of each software; lib/text counts). `shortLinks`: graphemes, links
 * as `limits.link`, mentions without their host. `codePoints` and `graphemes`: all of it. `weighted`: as Twitter.
 */
export type Counting = 'shortLinks' | 'codePoints' | 'graphemes' | 'weighted';

/** A rule of the house, in the server's own words. */
export type Rule = {
	id: string;
	text: string;
	hint?: string;
	/** The server's own, in other languages (BCP 47; absent in what was read before it was kept). */
	translations?: readonly { text: string; hint?: string; language?: string }[];
	/** Address of where it stands, when that is not where all of the server's rules are. */
	url?: string;
};

/** What somebody whom an account chose to label for it says that it looks at, and what may be reported to it. */
export type Policy = {
	by: AccountUri;
	/** As people call it. */
	name: string;
	rules: readonly Rule[];
	reports: readonly ReportReason[];
};

/** `misleading`: what pretends to be something else. `broken`: what breaks its rules. */
export type ReportReason = 'spam' | 'broken' | 'misleading' | 'sexual' | 'rude' | 'other';

/** What a server can do beyond the required part: asked for as data, never by the name of its software. */
export type Feature =
	| 'lists'
	| 'tags'
	| 'local'
	| 'public'
	| 'bookmarks'
	| 'favourites'
	| 'requests'
	| 'search'
	/** Pictures of its own that stand for `:shortcode:`. */
	| 'emoji'
	| 'filters'
	| 'markers'
	| 'announcements'
	| 'polls'
	| 'quotes'
	| 'edits'
	/** Edits are kept, but most of those who read go on seeing the first wording. */
	| 'unseenEdits'
	/** Authors say who may answer, or quote. */
	| 'answering'
	/** Who wrote a post is told of an answer only where the answer mentions them. */
	| 'mentionsNotify'
	| 'streaming'
	| 'mutes'
	| 'blocks'
	| 'serverBlocks'
	| 'reports'
	| 'services'
	/** It has posts translated that anybody may see. */
	| 'translation';

export type Limits = {
	characters: number;
	/** Most bytes of the text in UTF-8, where that is limited too. */
	bytes?: number;
	/** What a link counts as, where links are counted short. */
	link?: number;
	/** A warning has no place of its own there: it becomes the first line of the text. */
	warningInText?: true;
	/** Whatever appears there, anybody can see. */
	publicOnly?: true;
	media: number;
	/** Longest alt text. */
	alt?: number;
	mediaTypes?: readonly string[];
	/** Bytes. */
	imageBytes?: number;
	videoBytes?: number;
	pollOptions?: number;
	pollOption?: number;
};

/** A host that speaks a network. All texts are plain and the server's own. */
export type Server = {
	/** With its port where that is not the scheme's own: `chaos.example`, `127.0.0.1:4000`. */
	host: string;
	/** `https://chaos.example`; http only on loopback. */
	origin: string;
	network: NetworkId;
	/** `shown`: what a person reads in place of a name that only programs know. */
	software: { name: string; version: string; shown?: string };
	title: string;
	description?: string;
	thumbnail?: string;
	/** Languages of the site and its staff: never what people may post in. */
	languages: readonly string[];
	/** Absent: it has no way to say. */
	rules?: readonly Rule[];
	contact?: { email?: string; account?: Account };
	/** https addresses. */
	links: { about?: string; terms?: string; privacy?: string; status?: string; source?: string };
	registrations?: {
		open: boolean;
		approval: boolean;
		/** Only with a code from somebody. */
		invitation?: true;
		message?: string;
		url?: string;
	};
	/** How to sign in, best first: in its own window, or with what the person types here. Absent: its window. */
	signIn?: readonly SignInWay[];
	/** Why the server's own page for signing in is not used, where it has one. */
	noWindow?: Text;
	/** People active in the last month. */
	activePeople?: number;
	/** It does not talk to servers that it has not listed. */
	closed?: true;
	counting: Counting;
	limits: Limits;
	features: readonly Feature[];
	/** Opaque to everybody but the adapter: endpoints, traits. JSON. */
	traits: unknown;
	readAt: Instant;
};

/** `password`: a password made for one app alone, typed here. */
export type SignInWay = 'window' | 'password';

/**
 * Who serves an account's timeline, where that is not its server alone and the person may choose (Feature
 * `services`). As the network names them: a DID with `#` and the id of the service; labelers by DID.
 */
export type Services = {
	/** Absent: whom the server chose. */
	view?: string;
	/** Where `view` answered when it was looked up: what a person reads in place of its raw name. */
	viewHost?: string;
	/** Besides those that the account itself subscribed to. */
	labelers?: readonly string[];
	/** Origin for reading what is public without an account. */
	publicRead?: string;
};

/** What was seen at sign-in and must stay: a host that answers as somebody else gets nothing. */
export type Pin = {
	/** The server's own id of my account. */
	id: string;
	/** The account's canonical key. */
	account: AccountUri;
	/** SHA-256 of the actor's public key or the like, where the network shows one. */
	key?: string;
	/** The account proves itself wherever it lives: it may sign in again at another host. */
	portable?: true;
};

/** My sign-in to an account. Its secret is opaque outside its adapter, and never leaves the store `sessions`. */
export type Session = {
	account: AccountUri;
	network: NetworkId;
	host: string;
	origin: string;
	/** Full, without the leading @: `alice@chaos.example`. */
	handle: string;
	/** What the person granted. */
	scopes: readonly string[];
	pin: Pin;
	/** `ended`: the server no longer takes it; `stranger`: the host answers as somebody else. */
	state: 'active' | 'ended' | 'stranger';
	signedInAt: Instant;
	/** As last seen. */
	features: readonly Feature[];
	/** Absent: in the server's window. */
	way?: SignInWay;
	/** When the server ends it at the latest, whatever is done; absent where it does not say. */
	endsAt?: Instant;
	/** What the person chose; absent: nothing. */
	services?: Services;
	/** What the account keeps at its network for all its programs, as last read: opaque to everybody but the adapter. */
	preferences?: { readAt: Instant; value: unknown };
	/** What those who label for the account look at, as last read, and what their words were read as. */
	policies?: { readAt: Instant; all: readonly Policy[]; readings: readonly Reading[] };
	secret: unknown;
};

/** What stands between one of my accounts and another account. */
export type Relationship = {
	by: AccountUri;
	account: AccountUri;
	/** The server's own id of that account: what an action names. */
	localId: string;
	following?: true;
	/** Asked to follow and not answered yet. */
	requested?: true;
	followedBy?: true;
	/** Wants to follow me and waits for an answer. */
	requestedBy?: true;
	blocking?: true;
	blockedBy?: true;
	muting?: true;
	mutingNotices?: true;
	/** I blocked its whole server. */
	serverBlocked?: true;
	note?: string;
	/** What the labelers that my account chose say of that one. */
	labels?: readonly Label[];
};
