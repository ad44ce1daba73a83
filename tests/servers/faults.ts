export type FaultName =
	| '429'
	| '503-html'
	/** Nothing at all for `ms` (30 s), then the answer. */
	| 'slow-headers'
	| 'one-byte-a-second'
	/** Half of the body, then the connection is cut. */
	| 'cut-body'
	/** Takes the call in and never answers. */
	| 'silent-drop'
	/** Drops the connection, and does what was asked `ms` (30 s) later. */
	| 'accepts-late'
	/** Posting takes `ms` (1 s) between looking at the idempotency key and storing. */
	| 'slow-work'
	/** Does what was asked and answers 500. */
	| 'error-after'
	/** Does what was asked and never answers. */
	| 'silence-after'
	/** The same host is somebody else: other ids, uris and keys under the same names. */
	| 'other-actor-key'
	| 'bad-json'
	/** A body without an end. */
	| 'huge';

export type Fault = {
	name: FaultName;
	/** A path that begins so, or matches; all if left out. */
	path?: string | RegExp;
	method?: string;
	/** How many calls it hits; all if left out. */
	times?: number;
	ms?: number;
};

export type Faults = {
	set(name: FaultName, options?: Omit<Fault, 'name'>): void;
	/** One of them, or all. */
	clear(name?: FaultName): void;
	/** The fault for a call, counted; for the server itself. */
	take(method: string, path: string): Fault | undefined;
};

export function makeFaults(): Faults {
	let active: Fault[] = [];
	return {
		set(name, options = {}) {
			active = [...active.filter((fault) => fault.name !== name), { name, ...options }];
		},
		clear(name) {
			active = name === undefined ? [] : active.filter((fault) => fault.name !== name);
		},
		take(method, path) {
			const hit = active.find((fault) => matches(fault, method, path));
			if (!hit || hit.times === undefined) return hit;
			hit.times -= 1;
			if (hit.times <= 0) active = active.filter((fault) => fault !== hit);
			return hit;
		},
	};
}

function matches(fault: Fault, method: string, path: string): boolean {
	// A preflight is the browser's; what a test wants to break is the call after it.
	if (method === 'OPTIONS' && fault.name !== 'silent-drop') return false;
	if (fault.name === 'accepts-late' && method === 'GET') return false;
	if (fault.method !== undefined && fault.method !== method) return false;
	if (fault.path === undefined) return true;
	return typeof fault.path === 'string' ? path.startsWith(fault.path) : fault.path.test(path);
}
