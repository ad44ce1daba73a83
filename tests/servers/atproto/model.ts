export type Json = { readonly [name: string]: unknown };

/** A record in somebody's repository. */
export type Stored = {
	uri: string;
	cid: string;
	did: string;
	collection: string;
	rkey: string;
	value: Json;
	/** Epoch ms at which it came. */
	indexedAt: number;
};

/** What a server of repositories took in. `same`: the record was there, to the letter. */
export type Accepted = {
	at: number;
	did: string;
	action: 'create' | 'update' | 'same' | 'delete';
	uri: string;
	cid: string;
};

export type Blob = { cid: string; type: string; bytes: Uint8Array };

export type Person = {
	did: string;
	handle: string;
	email: string;
	/** The main password, for the server's own form. */
	password: string;
	/** Made for one app each: `xxxx-xxxx-xxxx-xxxx`. */
	appPasswords: string[];
	/** Index of its server in `World.homes`. */
	home: number;
	/** Public key in its DID document. */
	key: string;
	createdAt: number;
	/** Of its DID document, besides its server: labelers. */
	services: Json[];
	/** Kept by the person's server. */
	preferences: Json[];
};

/** A server of repositories (PDS). */
export type Home = {
	host: string;
	/** As its people's DID documents name it. */
	origin: string;
	did: string;
	title: string;
	domains: string[];
	links: { privacyPolicy?: string; termsOfService?: string };
	contact?: { email: string };
	inviteCodeRequired: boolean;
	/** did:web document. */
	document: Json;
	/** Paths of its pages for people: HTML. */
	pages: Map<string, string>;
};

/** What one person keeps at a view: nothing of it is in a repository. */
export type Kept = {
	muted: Set<string>;
	mutedThreads: Set<string>;
	/** Address of a post and when it was kept, oldest first. */
	bookmarks: Map<string, number>;
	seenAt: number;
};

/** Who serves timelines (AppView). */
export type View = {
	did: string;
	host: string;
	title: string;
	document: Json;
	/** Switched off: nothing answers there. */
	up: boolean;
	/** DIDs of people whom this one does not carry. */
	hides: Set<string>;
	/** Methods that it does not have. */
	lacks: Set<string>;
	kept: Map<string, Kept>;
};

export type Label = { src: string; uri: string; cid?: string; val: string; cts: string };

export type Grant = {
	did: string;
	home: number;
	way: 'window' | 'password';
	access: string;
	accessEnds: number;
	refresh: string;
	/** When the server ends it at the latest. */
	ends: number;
	/** Refresh tokens that were traded in. */
	used: Set<string>;
	scope: string;
	/** Of OAuth: who it was given to, and thumbprint of the key that it is bound to. */
	clientId?: string;
	jkt?: string;
	revoked: boolean;
};

/** A sign-in by window, from its first request to the code. */
export type SignIn = {
	home: number;
	clientId: string;
	clientName: string;
	redirect: string;
	scope: string;
	state: string;
	challenge: string;
	/** Thumbprint of the key of the first request; the code goes to no other. */
	jkt: string;
	hint: string | undefined;
	ends: number;
	/** Who typed their password, once they did. */
	did?: string;
	code?: string;
	/** What the code was traded for. */
	grant?: Grant;
};

export type Notice = {
	to: string;
	reason: string;
	record: Stored;
	subject?: string;
	at: number;
};

export type World = {
	domain: string;
	now(): number;
	fetch: typeof fetch;
	/** `http://127.0.0.1:<port>` of the first home: what serves media too. */
	origin: string;
	homes: Home[];
	people: Map<string, Person>;
	records: Map<string, Stored>;
	blobs: Map<string, Blob>;
	/** Every write of a client, in order: what a test judges by. */
	accepted: Accepted[];
	views: View[];
	labels: Label[];
	/** Whose labels come without being asked for. */
	usualLabelers: string[];
	grants: Grant[];
	/** Access tokens that another has replaced. */
	oldTokens: Set<string>;
	/** Sign-ins that are going on, by request_uri or code. */
	requests: Map<string, SignIn>;
	notices: Notice[];
	reports: Json[];
	/** Files that posts show, by path. */
	media: Map<string, { type: string; bytes: Uint8Array }>;
	serial: number;
	/** Epoch ms of the latest record. */
	lastAt: number;
	/** True while everybody is somebody else. */
	stranger: boolean;
	/** Sends RateLimit headers, and counts. */
	rates: { on: boolean; limit: number; seconds: number; counts: Map<string, number> };
	/** Of DPoP: `turn` moves on when a test wants another nonce. */
	nonces: { secret: string; turn: number; jtis: Set<string> };
	/** Names under which a home is asked. */
	hostsOf(home: number): readonly string[];
	problems: string[];
};
