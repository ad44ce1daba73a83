import type { NetworkProblem } from './problem';

/** Refusals that came from in front of the work, or whose work may be going on. */
const MAY_BE_DONE = [408, 409, 425];

/** What is known of an attempt that failed so (see `Outcome`), if nothing more is known of the server. */
export function stateAfter({ kind, status }: NetworkProblem): 'later' | 'refused' | 'unknown' {
	if (kind === 'busy' && (status === undefined || status === 429)) return 'later';
	// Nothing went out at all.
	if (kind === 'unsafe' || kind === 'ended') return 'refused';
	const answered = status !== undefined && status >= 400 && status < 500;
	return answered && !MAY_BE_DONE.includes(status) ? 'refused' : 'unknown';
}
