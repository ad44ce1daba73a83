import type { Instant, Text } from '../model';

/**
 * `offline`: this machine has no network. `unreachable`: no answer, which a missing permission (CORS) looks like
 * too. `slow`: nothing within the time. `busy`: asked too often, or closed for a while; `until` says when to ask
 * again. `broken`: an answer that is none (HTML, cut off, too big, not JSON). `elsewhere`: it leads to another address, which was not followed. `refused`: the server says no, in
 * `said`. `missing`: what was asked for is not there. `ended`: the session is over. `forbidden`: the session may not
 * do this. `stranger`: the host answers as somebody else. `unsafe`: an address that must not be contacted.
 * `cancelled`: the caller's own signal.
 */
export type ProblemKind =
	| 'offline'
	| 'unreachable'
	| 'slow'
	| 'busy'
	| 'broken'
	| 'elsewhere'
	| 'refused'
	| 'missing'
	| 'ended'
	| 'forbidden'
	| 'stranger'
	| 'unsafe'
	| 'cancelled';

/** Texts by kind; the second quotes what the server said. */
const KEYS: Readonly<Record<ProblemKind, readonly [alone: string, quoting?: string]>> = {
	offline: ['networkOffline'],
	unreachable: ['networkUnreachable'],
	slow: ['networkSlow'],
	busy: ['networkBusy'],
	broken: ['networkBroken'],
	elsewhere: ['networkElsewhere'],
	refused: ['networkRefused', 'networkRefusedSaid'],
	missing: ['networkMissing'],
	ended: ['networkEnded'],
	forbidden: ['networkForbidden', 'networkForbiddenSaid'],
	stranger: ['networkStranger'],
	unsafe: ['networkUnsafe'],
	cancelled: ['networkCancelled'],
};

type Details = {
	/** HTTP status, where there was an answer. */
	status?: number;
	until?: Instant;
	/** The server's own sentence: plain text, at most 300 characters. */
	said?: string;
	/** A sentence that says more than the kind does. */
	sentence?: Text;
	cause?: unknown;
};

/** The one error that leaves an adapter. Holds no token, no body and no address beyond the host. */
export class NetworkProblem extends Error {
	override name = 'NetworkProblem';
	readonly kind: ProblemKind;
	readonly host: string;
	readonly status: number | undefined;
	readonly until: Instant | undefined;
	readonly said: string | undefined;
	readonly sentence: Text | undefined;

	constructor(
		kind: ProblemKind,
		host: string,
		{ status, until, said, sentence, cause }: Details = {},
	) {
		super(`${host}: ${kind}${status === undefined ? '' : ` (${status})`}`, { cause });
		this.kind = kind;
		this.host = host;
		this.status = status;
		this.until = until;
		this.said = said;
		this.sentence = sentence;
	}

	/** What happened, what is safe and what to do, for people. `until` is drawn beside it. */
	get text(): Text {
		if (this.sentence) return this.sentence;
		const [alone, quoting] = KEYS[this.kind];
		const { host, said } = this;
		return said && quoting
			? { key: quoting, parameters: { host, said } }
			: { key: alone, parameters: { host } };
	}
}
