import type { IncomingMessage } from 'node:http';
import type { Grant, Json, Person, World } from '../model';

/** An answer that is no success. `problem`: the client did what no client may; tests fail on it. */
export class Refusal extends Error {
	readonly status: number;
	readonly code: string;
	readonly problem: boolean;
	readonly headers: Record<string, string>;

	constructor(
		status: number,
		code: string,
		message: string,
		options: { problem?: boolean; headers?: Record<string, string> } = {},
	) {
		super(message);
		this.status = status;
		this.code = code;
		this.problem = options.problem ?? false;
		this.headers = options.headers ?? {};
	}
}

export type Answer = {
	status?: number;
	json?: unknown;
	html?: string;
	text?: string;
	bytes?: Uint8Array;
	type?: string;
	headers?: Record<string, string>;
};

/** A request as it came, read to its end. */
export type Incoming = {
	request: IncomingMessage;
	method: string;
	/** Name of the host that was asked, without a port where it is no number. */
	host: string;
	url: URL;
	bytes: Buffer;
};

/** A call of a method of XRPC that was checked: its parameters or body are what it may hold. */
export type Call = {
	world: World;
	incoming: Incoming;
	/** Index of the home that was asked. */
	home: number;
	grant: Grant | undefined;
	viewer: Person | undefined;
	/** The person who asks; only for methods that need one. */
	me(): Person;
	text(name: string): string;
	maybe(name: string): string | undefined;
	number(name: string): number;
	flag(name: string): boolean | undefined;
	list(name: string): string[];
	/** Of a procedure: its JSON body. */
	body: Json;
	note(problem: string): void;
};

export type Params = Readonly<Record<string, Param>>;
export type Param = {
	kind: 'text' | 'number' | 'flag' | 'list';
	needed: boolean;
	usual: number;
	most: number;
};

export type Method<C extends Call = Call> = {
	nsid: string;
	kind: 'query' | 'procedure';
	auth: 'none' | 'maybe' | 'user' | 'refresh';
	params: Params;
	run(call: C): unknown;
};

/**
 * The parameters of a method in short: `actor!` is needed, `limit#50#100` a number with its default and its most,
 * `uris*25` a list with the most it may hold, `includePins?` a boolean, anything else a text.
 */
function params(short: string): Params {
	const words = short.split(' ').filter((word) => word !== '');
	return Object.fromEntries(
		words.map((word) => {
			const [, name = '', mark = '', first = '', second = ''] =
				/^(\w+)([!#*?]?)!?(\d*)#?(\d*)$/.exec(word) ?? [];
			const kind = ({ '#': 'number', '*': 'list', '?': 'flag' } as const)[mark] ?? 'text';
			const most = Number(kind === 'list' ? first : second) || 0;
			return [name, { kind, needed: word.includes('!'), usual: Number(first) || 0, most }];
		}),
	);
}

/** An answer that is no JSON: bytes of a file. */
export class OwnAnswer {
	readonly answer: Answer;

	constructor(answer: Answer) {
		this.answer = answer;
	}
}

/** A method that reads. */
export const query = <C extends Call = Call>(
	nsid: string,
	auth: Method['auth'],
	short: string,
	run: (call: C) => unknown,
): Method<C> => ({ nsid, kind: 'query', auth, params: params(short), run });

/** A method that changes something. */
export const procedure = <C extends Call = Call>(
	nsid: string,
	auth: Method['auth'],
	short: string,
	run: (call: C) => unknown,
): Method<C> => ({ nsid, kind: 'procedure', auth, params: params(short), run });
