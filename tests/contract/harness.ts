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
	/** Canonical key of the person, and their full handle as a session names it. */
	key: string;
	handle: string;
	/** What a person may type of themselves to be led here, and what the server's form is told of it. */
	handles: readonly [{ typed: string; hint: string }, { typed: string; hint: string }];
	/** Other hosts that the network asks about its people: directories, and where their names are told. */
	names: readonly string[];
	/** Where the server may lead a browser back to. */
	redirect: string;
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
	/** The program is registered with each server before it signs in there. */
	registers: boolean;
	/** Names of the fields in which the network's servers send markup; all others are plain text. */
	markup: RegExp;
	start(): Promise<Place>;
};
