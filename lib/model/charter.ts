import type { Instant } from './basics';
import type { Rule } from './server';

/** What kind of body runs a server, or a service behind it. */
export type OperatorKind =
	| 'foundation'
	| 'association'
	| 'cooperative'
	| 'nonProfitCompany'
	| 'publicBody'
	| 'company'
	| 'person'
	| 'unknown';

/** Where something stands written, word for word. */
export type Evidence = {
	/** https address of the page. */
	url: string;
	/** The words that say so, at most 300 characters; in their own language. */
	quote: string;
	/** The day on which they were read there: `2026-11-22`. */
	on: string;
	/** The server (or whoever runs it) says so of itself. */
	self?: true;
	/** The words are about the program that the server runs, not about the server. */
	of?: 'software';
};

/** Something that was found out, never without where. */
export type Finding<T> = { value: T; evidence: readonly Evidence[] };

/** Who runs a server, under which law, who pays: each with its evidence, absent where nothing was found. */
export type Charter = {
	host: string;
	operator?: Finding<{ name: string; kind: OperatorKind }>;
	/** Country whose law applies (ISO 3166-1 alpha-2); `seat`: only that whoever runs it is registered there is said. */
	country?: Finding<string> & { seat?: true };
	/** Who pays, in the words of the evidence. */
	funding?: Finding<string>;
	/** BCP 47. */
	languages?: Finding<readonly string[]>;
	rules?: Finding<readonly Rule[]>;
	/** https addresses. `unread`: the server links there, and nobody has read what stands there. */
	terms?: Finding<string> & { unread?: true };
	privacy?: Finding<string> & { unread?: true };
	/** Mail address or https address. */
	contact?: Finding<string>;
	/** `source`: https address of the program's source; `open` false when it is known to be closed. */
	software?: Finding<{ name: string; open: boolean; source?: string }>;
	/** https address of published accounts: what came in and where it went. */
	accounts?: Finding<string>;
	/** How people and their data can leave. */
	wayOut?: Finding<string>;
	/** What becomes of the accounts if it is given up, in the words of the evidence. */
	ifItFails?: Finding<string>;
	readAt: Instant;
};

/** The five questions of the foundation test. */
export type FoundationQuestion = 'body' | 'openSource' | 'accounts' | 'rulesAndLaw' | 'wayOut';

export type FoundationTest = {
	/** `claims`: only the server itself says that a foundation runs it. Absent: it is no foundation, or not known to be. */
	label?: 'foundation' | 'claims';
	answers: readonly {
		question: FoundationQuestion;
		answer: 'met' | 'notMet' | 'unknown';
		/** Empty where the answer is unknown. */
		evidence: readonly Evidence[];
	}[];
};

/** A place that the directory knows by name. What its program lets people do stands in its charter. */
export type Square = {
	host: string;
	title: string;
	charter: Omit<Charter, 'readAt'>;
	/** Where its own sign-up is. */
	join: { url: string; how: 'open' | 'invitation' | 'approval' | 'unknown' };
	/** The day on which a person last looked this entry over: `2026-11-22`. */
	reviewedOn: string;
};

/** Who serves timelines on a network where that is somebody else than the server. */
export type KnownService = {
	/** As the network names it: a DID with `#` and the id of the service. */
	name: string;
	title: string;
	/** Its host as people know it. */
	host: string;
	operator?: NonNullable<Charter['operator']>;
	reviewedOn: string;
};
