import type { NetworkProblem } from '../networks';
import { changeBudget } from '../store';
import { contacted } from './allowance';
import { PermissionNeeded } from './problems';
import { surroundings } from './surroundings';

/** A little longer than a slow handshake. */
const PROBE_MS = 8000;

/**
 * Finds out why nobody answered. A browser says the same of a server that is down and of one whose answers are closed
 * to web pages; a request whose answer may not be read tells them apart: it succeeds only where somebody answers.
 *
 * Where the answer is a redirect that is closed too, this asks for a permission with which nothing is won but the truth:
 * asked again, the server is said to lead elsewhere. It cannot be told before. A request of the mode `no-cors` has to
 * follow (any other redirect mode is a network error), and in the mode `cors` a redirect without the headers is the same
 * network error as no answer: https://fetch.spec.whatwg.org/#main-fetch, https://fetch.spec.whatwg.org/#http-fetch.
 */
export async function explained(
	problem: NetworkProblem,
	origin: string,
	signal: AbortSignal,
): Promise<NetworkProblem> {
	if (problem.kind !== 'unreachable' || problem instanceof PermissionNeeded || signal.aborted) {
		return problem;
	}
	const { hostname, host, protocol } = new URL(origin);
	if (!(await answers(origin, host, signal))) return problem;
	// Without the port: Firefox knows none in a pattern, and Chromium takes it for all of them.
	return new PermissionNeeded(problem.host, `${protocol}//${hostname}/*`, problem);
}

async function answers(origin: string, host: string, signal: AbortSignal): Promise<boolean> {
	const { fetch, now } = surroundings();
	await changeBudget(host, (row) => ({
		row: contacted(row, now(), { host, because: { reason: 'probe' } }),
		result: undefined,
	}));
	try {
		await fetch(`${origin}/`, {
			method: 'HEAD',
			mode: 'no-cors',
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			cache: 'no-store',
			signal: AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)]),
		});
		return true;
	} catch {
		// Whatever went wrong, nobody answered: that is all that was asked.
		return false;
	}
}
