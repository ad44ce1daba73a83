import type { Instant } from '../model';

/** All that an adapter may touch. Made by whoever calls it, for one piece of work. */
export type Io = {
	/** As the platform's, but never with cookies. Adapters call it through lib/networks/http.ts alone. */
	fetch(url: string, init: RequestInit): Promise<Response>;
	socket(url: string, protocols: readonly string[]): WebSocket;
	now(): Instant;
	/** False when this machine knows that it has no network (navigator.onLine). */
	online(): boolean;
	/** In what the person reads this app (BCP 47, with the region where it is known): for words of others. */
	language(): Promise<string>;
	/** Cryptographically random bytes. */
	random(bytes: number): Uint8Array<ArrayBuffer>;
	signal: AbortSignal;
	budget: Budget;
	/** In `begin`: keeps the app's registration. Resolves when it is stored. */
	keep(registration: unknown): Promise<void>;
	/**
	 * Replaces the secret of the session at work, alone among all tabs and the background: `make` gets the secret as it
	 * is stored now, which somebody else may just have replaced, and returns the one to store, or the same for none,
	 * with when the session then ends at the latest. Resolves with the secret once it is stored.
	 */
	renew<Secret>(make: (secret: unknown) => Promise<Renewed<Secret>>): Promise<Secret>;
	/** Lasts as long as this page or worker, for all its work: what may be forgotten at any time. */
	memory: Map<string, string>;
};

/** `endsAt` is absent where it stays as it was. */
export type Renewed<Secret> = { secret: Secret; endsAt?: Instant };

/** What all tabs and the background together may ask of one server. Kept in the store. */
export type Budget = {
	/**
	 * Resolves when `host` may be asked (after a short wait if need be) and takes `cost` from what it allows.
	 * Rejects with a `busy` problem that says until when, where that is longer than a person waits.
	 */
	reserve(host: string, cost: number): Promise<void>;
	/** Writes down what an answer told, or that none came. */
	told(host: string, answer: Told): Promise<void>;
};

export type Told = {
	ok: boolean;
	/** Milliseconds until the answer, and bytes of its body. */
	ms: number;
	bytes: number;
	/** From X-RateLimit or RateLimit headers. */
	remaining?: number;
	limit?: number;
	resetAt?: Instant;
	/** From Retry-After, or what a 429 or 503 without it means. */
	retryAt?: Instant;
};
