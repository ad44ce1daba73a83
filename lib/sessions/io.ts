import type { Instant } from '../model';
import { type Budget, type Io, NetworkProblem } from '../networks';
import { changeBudget } from '../store';
import { type Because, contacted, noted, reserve } from './allowance';
import { surroundings } from './surroundings';

/** Longer than this nobody waits without being told. */
const PATIENCE_MS = 5000;

const memory = new Map<string, string>();

/** Makes what an adapter may touch, for one piece of work. */
export function makeIo(
	signal: AbortSignal,
	because: Because,
	{ keep, renew }: Partial<Pick<Io, 'keep' | 'renew'>> = {},
): Io {
	const { fetch, socket, now, online, random, language } = surroundings();
	return {
		fetch: (url, init) =>
			fetch(url, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer' }),
		socket,
		now,
		online,
		language,
		random,
		signal,
		budget: sharedBudget(signal, because),
		memory,
		keep: keep ?? (() => Promise.reject(new Error('there is no registration to keep'))),
		renew: renew ?? (() => Promise.reject(new Error('there is no session to renew'))),
	};
}

/** For work without a session: there is nothing to keep. */
export function ioWithoutSession(signal: AbortSignal, reason: 'asked' | 'sign-in' = 'asked'): Io {
	return makeIo(signal, { reason });
}

/** What `network` throws when its caller's signal aborted: the same when that happens while waiting. */
function cancelled(host: string, signal: AbortSignal): NetworkProblem {
	return new NetworkProblem('cancelled', host, { cause: signal.reason });
}

/** Waits until `until`. Rejects with a `cancelled` problem of `host` when the signal aborts. */
export async function pause(until: Instant, host: string, signal: AbortSignal): Promise<void> {
	const { now, wait } = surroundings();
	await wait(Math.max(1, until - now()), signal).catch(() => {
		throw cancelled(host, signal);
	});
}

/**
 * The budget of each server as the store has it, so that all tabs and the background share it. One server's never
 * makes another's wait.
 */
function sharedBudget(signal: AbortSignal, because: Because): Budget {
	const { now, online } = surroundings();
	return {
		async reserve(host, cost) {
			const patience = now() + PATIENCE_MS;
			for (;;) {
				if (signal.aborted) throw cancelled(host, signal);
				const until = await changeBudget(host, (row) =>
					reserve(row, { host, cost, now: now(), because }),
				);
				if (until === undefined) return;
				if (until > patience) throw new NetworkProblem('busy', host, { until });
				await pause(until, host, signal);
			}
		},
		told: (host, answer) =>
			changeBudget(host, (row) => ({
				// Without a network nobody can answer: that is no failure of the server.
				row:
					answer.ok || online()
						? noted(row, { host, answer, now: now(), random: Math.random })
						: (row ?? contacted(row, now(), { host, because })),
				result: undefined,
			})),
	};
}
