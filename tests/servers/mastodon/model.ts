import type { Media, Notice, Person, Post } from './nouns';
import type { Traits } from './traits';

export type * from './nouns';

export type Follow = {
	at: number;
	id: string;
	reblogs: boolean;
	notify: boolean;
	languages: string[] | null;
};
export type List = {
	id: string;
	owner: string;
	title: string;
	replies: 'followed' | 'list' | 'none';
	exclusive: boolean;
	members: Set<string>;
};
export type Filter = {
	id: string;
	owner: string;
	title: string;
	context: string[];
	action: 'warn' | 'hide' | 'blur';
	expiresAt: number | null;
	keywords: { id: string; keyword: string; wholeWord: boolean }[];
	posts: { id: string; post: string }[];
};
export type Announcement = {
	id: string;
	text: string;
	publishedAt: number;
	updatedAt: number;
	startsAt: number | null;
	endsAt: number | null;
	allDay: boolean;
	read: Set<string>;
	reactions: Map<string, Set<string>>;
};
export type Rule = {
	id: string;
	text: string;
	hint: string;
	translations: Record<string, { text: string; hint: string }>;
};
export type App = {
	id: string;
	clientId: string;
	secret: string;
	name: string;
	website: string | null;
	redirectUris: string[];
	scopes: string[];
};
export type Token = {
	token: string;
	app: App;
	person: string | undefined;
	scopes: string[];
	createdAt: number;
	revoked: boolean;
};
export type Code = {
	code: string;
	app: App;
	person: string;
	redirectUri: string;
	scopes: string[];
	challenge: string | undefined;
	used: boolean;
};
/** A bookmark or favourite: its own id is what pages are counted by. */
export type Mark = { id: string; person: string; post: string };
export type Scheduled = { id: string; owner: string; at: number; draft: Record<string, unknown> };
export type Conversation = {
	id: string;
	owner: string;
	root: string;
	last: string;
	people: string[];
	unread: boolean;
};
export type Report = {
	id: string;
	by: string;
	about: string;
	posts: string[];
	comment: string;
	category: string;
	forward: boolean;
	rules: string[];
};
export type BlockedHost = {
	host: string;
	shown: string;
	severity: 'silence' | 'suspend';
	comment: string | null;
};

/** What happened, for open sockets. */
export type Happening =
	| { kind: 'update' | 'status.update'; post: Post }
	| { kind: 'delete'; post: Post }
	| { kind: 'notification'; notice: Notice }
	| { kind: 'filters_changed'; to: string }
	| { kind: 'conversation'; conversation: Conversation }
	| { kind: 'announcement'; announcement: Announcement }
	| { kind: 'announcement.reaction'; announcement: Announcement; name: string; count: number }
	| { kind: 'revoked'; token: Token };

/** What one in-repo server tells another, in memory and at once. Posts and people are the sender's own. */
export type Activity =
	| { type: 'Create' | 'Update' | 'Delete'; post: Post }
	| { type: 'Announce'; post: Post; of: Post }
	| { type: 'Like' | 'Unlike'; by: Person; post: Post }
	| { type: 'Vote'; by: Person; post: Post; choices: number[] }
	| { type: 'Follow' | 'Unfollow' | 'Accept' | 'Reject'; by: Person; about: Person };

export type World = {
	origin: string;
	host: string;
	traits: Traits;
	title: string;
	now: () => number;
	serial: number;
	people: Map<string, Person>;
	posts: Map<string, Post>;
	/** `a>b` means a follows b; the same form in `asked`, `blocks`, `mutes` and `comments`. */
	follows: Map<string, Follow>;
	asked: Map<string, Follow>;
	blocks: Map<string, { id: string }>;
	mutes: Map<string, { id: string; notices: boolean; until: number | null }>;
	comments: Map<string, string>;
	blockedHosts: Map<string, Set<string>>;
	/** `person tag`. */
	followedTags: Map<string, { id: string }>;
	favourites: Mark[];
	bookmarks: Mark[];
	/** `person post`: muted conversations. */
	quiet: Set<string>;
	media: Map<string, Media>;
	files: Map<string, { type: string; bytes: Uint8Array }>;
	notices: Notice[];
	policies: Map<string, Record<string, string>>;
	/** `person>from`: decisions on a stranger's requests. */
	welcome: Map<string, 'accepted' | 'dismissed'>;
	lists: Map<string, List>;
	filters: Map<string, Filter>;
	markers: Map<string, { last: string; version: number; at: number }>;
	announcements: Announcement[];
	conversations: Conversation[];
	reports: Report[];
	scheduled: Scheduled[];
	apps: App[];
	tokens: Token[];
	codes: Code[];
	rules: Rule[];
	texts: { about: string; privacy: string | null; terms: string | null; description: string };
	languages: string[];
	contact: string | undefined;
	emoji: { shortcode: string; url: string; category: string }[];
	hostBlocks: BlockedHost[];
	peers: Set<World>;
	listeners: Set<(happening: Happening) => void>;
	/** Set by the fault `other-actor-key`: everybody here is somebody else under the same name. */
	impostor: boolean;
	/** How long posting takes between the look at its key and the storing; 0: no time at all. */
	workMs: number;
	/** Tells the connected servers. */
	send: (activity: Activity) => void;
};
