import type { Instant } from '../model';
import type { NetworkPart } from '../networks';
import { readSettings } from '../store';
import { chosenLocale } from '../texts';

/** What this room needs of the machine. Rooms built on it are tested in surroundings of their own. */
export type Surroundings = {
	/** Those that this process speaks; in a page they come when the first is needed. */
	networks(): Promise<readonly NetworkPart[]>;
	fetch(url: string, init: RequestInit): Promise<Response>;
	socket(url: string, protocols: readonly string[]): WebSocket;
	now(): Instant;
	/** False when this machine knows that it has no network. */
	online(): boolean;
	/** In what the person reads this app (BCP 47). */
	language(): Promise<string>;
	random(bytes: number): Uint8Array<ArrayBuffer>;
	/** Resolves after `ms`; rejects with the signal's reason when it aborts. */
	wait(ms: number, signal: AbortSignal): Promise<void>;
	/** Shared by all tabs and the background. */
	locked<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
};

const platform: Surroundings = {
	networks: async () => [],
	fetch: (url, init) => fetch(url, init),
	socket: (url, protocols) => new WebSocket(url, [...protocols]),
	now: () => Date.now(),
	online: () => navigator.onLine,
	language: async () => chosenLocale((await readSettings()).language),
	random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
	wait,
	locked: (name, signal, work) => navigator.locks.request(name, { signal }, work),
};

let current = platform;

export function surroundings(): Surroundings {
	return current;
}

/** Says which networks this process speaks: once, before anything is asked. */
export function setNetworks(networks: Surroundings['networks']): void {
	platform.networks = networks;
}

/** Replaces parts of them, for a test. Returns how to have the platform back. */
export function surround(parts: Partial<Surroundings>): () => void {
	current = { ...platform, ...parts };
	return () => {
		current = platform;
	};
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const stop = () => {
			clearTimeout(timer);
			reject(signal.reason);
		};
		const timer = setTimeout(() => {
			signal.removeEventListener('abort', stop);
			resolve();
		}, ms);
		if (signal.aborted) stop();
		else signal.addEventListener('abort', stop, { once: true });
	});
}
