/** What can differ between the programs that speak the Mastodon API. The table itself is in personalities.ts. */

export type Personality =
	| 'mastodon-4.5'
	| 'mastodon-4.2'
	| 'gotosocial'
	| 'pleroma'
	| 'pixelfed'
	| 'hollo'
	| 'snac'
	| 'square';

/** Groups of routes that some program lacks; a missing one answers 404 as that program does. */
export type Feature =
	| 'instance v2'
	| 'rules'
	| 'extended description'
	| 'privacy policy'
	| 'terms of service'
	| 'domain blocks'
	| 'peers'
	| 'announcements'
	| 'dismiss announcements'
	| 'announcement reactions'
	| 'discovery'
	| 'userinfo'
	| 'host-meta'
	| 'account lookup'
	| 'account notes'
	| 'remove follower'
	| 'person domain blocks'
	| 'reports'
	| 'edit status'
	| 'delete status'
	| 'status history'
	| 'quotes'
	| 'pin'
	| 'media v1 upload'
	| 'media v2'
	| 'delete media'
	| 'polls'
	| 'tag timeline'
	| 'lists'
	| 'followed tags'
	| 'grouped notifications'
	| 'notification policy'
	| 'dismiss notification'
	| 'markers'
	| 'filters v1'
	| 'filters v2'
	| 'search v2'
	| 'conversations'
	| 'preferences'
	| 'bookmarks'
	| 'favourites'
	| 'follow requests'
	| 'mutes'
	| 'blocks'
	| 'trends'
	| 'streaming'
	| 'scheduled';

/** How a program treats `Idempotency-Key` (facts: POST /api/v1/statuses and exactly-once). */
export type Idempotency =
	| { kind: 'ignored' }
	/** The first status again; kept after success, per account. `lock`: a second call in flight answers 503. */
	| { kind: 'first status'; seconds: number; lock: boolean }
	/** Any stored response again, whoever asks: the cache key is the raw header. */
	| { kind: 'any response'; seconds: number }
	/** 400; the key is burnt before the work begins. */
	| { kind: 'refuse'; seconds: number };

export type RateRule = {
	name: string;
	/** What is counted: by token, by signed-in person, by address (also when signed in), or address of strangers. */
	by: 'token' | 'person' | 'address' | 'stranger';
	limit: number;
	seconds: number;
	methods?: readonly string[];
	/** Matches the path; all paths if left out. */
	path?: RegExp;
	/** Only calls that page. */
	paging?: boolean;
};

export type Cors = {
	/** Paths that answer with `access-control-allow-origin: *`. */
	paths: readonly RegExp[];
	methods: string;
	/** `echo`: whatever was asked for is allowed. */
	allowHeaders: 'echo' | string;
	exposeHeaders: string;
	preflight: 200 | 204;
};

export type Traits = {
	name: Personality;
	/** nodeinfo's `software`. */
	software: { name: string; version: string; repository?: string };
	/** `version` of the instance entity. */
	version: string;
	title: string;
	lacks: readonly Feature[];
	/** `api_versions.mastodon`; undefined where there is no such key. */
	apiVersion: number | undefined;
	instanceStyle: 'mastodon' | 'gotosocial' | 'pleroma' | 'pixelfed' | 'hollo' | 'snac';
	notFound: { status: 404; json?: unknown; text?: string };
	limits: {
		counting: 'mastodon' | 'code points' | 'graphemes' | 'none';
		characters: number;
		reservedPerUrl: number;
		media: number;
		/** undefined: the key is not told. */
		description: number | undefined;
		pollOptions: number;
		pollOption: number;
	};
	/** Pixelfed: 403 on a post without media that is no reply. */
	needsMedia: boolean;
	ids: 'snowflake' | 'ulid' | 'flake' | 'uuid' | 'mid';
	idempotency: Idempotency;
	/** Direct posts are not in the list of what somebody posted, for nobody. */
	hidesDirect?: true;
	cors: Cors;
	rates: readonly RateRule[];
	rateHeaders: boolean;
	oauth: {
		pkce: boolean;
		redirectUris: 'string' | 'string or array' | 'string or array of urls';
		scopes: readonly string[];
		/** Whether asked scopes must be known and registered. */
		strictScopes: boolean;
		enforced: boolean;
		pages: 'separate' | 'single';
		fields: { login: string; password: string };
		loginPath: string;
		/** The same application, person and scopes get the same token. */
		reuseToken: boolean;
		/** Signing out deletes the registration, too. */
		revokeDropsApp: boolean;
	};
	/** Whether public timelines, people and statuses can be read without a token. */
	open: {
		timelines: boolean;
		lookup: boolean;
		accounts: boolean;
		statuses: boolean;
		instance: boolean;
	};
	/** Where `acct` of people who live here is a full address. */
	fullAcct: boolean;
	accountUri: boolean;
	federates: boolean;
	/** People who live here are locked until they say otherwise. */
	lockedByDefault: boolean;
	/** Scheduled posts: kept, or posted at once (snac). */
	schedules: boolean;
	/** The sentence of 401. */
	unauthorized: string;
	domainBlocks: 'hidden' | 'listed' | 'token' | 'empty';
	html: 'mastodon' | 'gotosocial' | 'pleroma' | 'pixelfed' | 'hollo' | 'snac';
	registrations: { enabled: boolean; approval: boolean };
	/**
	 * What comes of POST /api/v1/statuses/:id/translate. Undefined: none is set up. `exhausted`: the quota of the service is
	 * used up; `hostile`: the service answers with markup that must not run.
	 */
	translation?: 'offered' | 'exhausted' | 'hostile';
	/** Whether streaming is announced as wss even over http (GoToSocial). */
	streamingScheme: 'same' | 'wss';
};
