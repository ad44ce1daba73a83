import type { Network } from '../../lib/networks';

/** How a server can fail, whatever network it belongs to. */
export type Misbehaviour =
	/** Asked too often (429). */
	| 'too often'
	/** 503 with a page in HTML. */
	| 'maintenance'
	/** Headers that do not come. */
	| 'slow'
	| 'one byte a second'
	/** The connection ends in the middle of the body. */
	| 'cut off'
	/** Takes the question and never answers. */
	| 'silent'
	/** A body without an end. */
	| 'endless'
	/** JSON that stops in the middle. */
	| 'nonsense'
	/** Everybody there is somebody else under the same name. */
	| 'stranger';

export type Seen = { path: string; token: boolean };

/** A server that is running, with a person on it who signs in and reads. */
export type Place = {
	/** `127.0.0.1:4000` */
	host: string;
	origin: string;
	/** The person's name before the host, and their canonical key. */
	name: string;
	key: string;
	/** Walks the server's own pages from the address that `begin` gave, to the address that it leads back to. */
	walk(url: string, deny: boolean): Promise<string>;
	/** Adds posts to the person's home; their keys, oldest first. */
	publish(count: number): string[];
	/** Keys of all that stands in the person's home. */
	home(): string[];
	/** As after a pause long enough for every limit of the server: waiting is the budget's work. */
	rest(): void;
	misbehave(how: Misbehaviour): void;
	/** Every request so far. */
	seen(): readonly Seen[];
	/** What no client may do and this one did. */
	complaints(): readonly string[];
	stop(): Promise<void>;
};

/** Gives one network, on one program, to the contract's tests. */
export type Harness = {
	name: string;
	network: Network;
	/** Names of the fields in which the network's servers send markup; all others are plain text. */
	markup: RegExp;
	start(): Promise<Place>;
};
