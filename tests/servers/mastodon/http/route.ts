import type { IncomingMessage } from 'node:http';
import type { Person, Token, World } from '../model';
import type { Feature } from '../traits';
import type { Shape, Values } from './fields';

/** An answer that is no success. `problem`: the client did what no client may; tests fail on it. */
export class Refusal extends Error {
	readonly status: number;
	readonly problem: boolean;
	readonly json: unknown;

	constructor(
		status: number,
		message: string,
		options: { problem?: boolean; json?: unknown } = {},
	) {
		super(message);
		this.status = status;
		this.problem = options.problem ?? false;
		this.json = options.json ?? { error: message };
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

/**
 * `none`: no token is looked at. `maybe`: open to everybody, seen as the token's person. `open`: like `maybe` where
 * the program lets strangers read (`Traits.open`). `app`: a token of an application will do. `user`: a person's.
 */
export type Auth =
	| 'none'
	| 'maybe'
	| 'open timelines'
	| 'open lookup'
	| 'open accounts'
	| 'open statuses'
	| 'open instance'
	| 'app'
	| 'user';

export type Call<S extends Shape = Shape> = {
	world: World;
	/** The part of the path that `:name` stood for; throws if the route has none. */
	part(name: string): string;
	input: Values<S>;
	url: URL;
	request: IncomingMessage;
	token: Token | undefined;
	/** The token's person, if there is one. */
	viewer: Person | undefined;
	/** The token's person; only for routes that need one. */
	me: Person;
	note(problem: string): void;
};

export type Route = {
	method: string;
	path: string;
	pattern: RegExp;
	auth: Auth;
	/** Any of these. */
	scopes: readonly string[];
	shape: Shape;
	feature: Feature | undefined;
	run(call: Call): Answer | Promise<Answer>;
};

export type Needs<S extends Shape> = {
	auth?: Auth;
	/** `a|b`: either. */
	scope?: string;
	input?: S;
	feature?: Feature;
};

export function route<S extends Shape = Record<never, never>>(
	spec: string,
	needs: Needs<S>,
	run: (call: Call<S>) => Answer | Promise<Answer>,
): Route {
	const [method = '', path = ''] = spec.split(' ');
	const pattern = path
		.replaceAll('.', '\\.')
		.replaceAll(/:([a-z]+)/g, '(?<$1>[^/]+)')
		.replace('*', '(?<rest>.+)');
	return {
		method,
		path,
		pattern: new RegExp(`^${pattern}/?$`),
		auth: needs.auth ?? 'none',
		scopes: needs.scope?.split('|') ?? [],
		shape: needs.input ?? {},
		feature: needs.feature,
		run: run as Route['run'],
	};
}

/** The usual success. */
export const ok = (json: unknown, headers: Record<string, string> = {}): Answer => ({
	json,
	headers,
});

export const recordNotFound = (): Refusal => new Refusal(404, 'Record not found');

export const invalid = (what: string): Refusal => new Refusal(422, `Validation failed: ${what}`);
