import type { AccountUri } from '../model';
import type { StreamEvent } from '../networks';
import { asking, type Me, sessions } from '../sessions';
import { onChange } from '../store';
import { happenings } from './happenings';
import { alone } from './locks';
import { pollOne, tolerate } from './poll';

/** Between two looks at a server that does not stream. */
const POLL_MS = 60_000;
/** Wait before a broken line is opened again, doubled each time up to the time between two looks. */
const FIRST_MS = 1000;
/** A line that held this long was a good one. */
const GOOD_MS = 60_000;

/** What a page tells of itself and tests replace. */
export type LiveOptions = {
	/** Whether anybody looks: a page in the background asks no server that does not stream. */
	visible(): boolean;
	wait(ms: number, signal: AbortSignal): Promise<void>;
	random(): number;
};

/**
 * Keeps every account of mine up to date while a page is open: by its stream, or by asking once a minute. Of all
 * pages one does it for each account, the one that got the lock `stream:<account>`; when it closes the next takes
 * over. Ends with `signal`.
 */
export function live(signal: AbortSignal, options: Partial<LiveOptions> = {}): void {
	const all = { visible: () => true, wait: waiting, random: Math.random, ...options };
	const running = new Map<AccountUri, AbortController>();
	const look = async () => {
		const active = (await sessions()).filter(({ state }) => state === 'active');
		for (const [account, ending] of running) {
			if (active.some((me) => me.account === account)) continue;
			ending.abort();
			running.delete(account);
		}
		for (const me of active) {
			if (signal.aborted || running.has(me.account)) continue;
			const ending = new AbortController();
			running.set(me.account, ending);
			const until = AbortSignal.any([signal, ending.signal]);
			alone(`stream:${me.account}`, until, () => keepUp(me, until, all)).catch((error: unknown) => {
				running.delete(me.account);
				unlessAborted(error, until);
			});
		}
	};
	const stop = onChange(['sessions'], () => look().catch((error) => unlessAborted(error, signal)));
	signal.addEventListener('abort', stop, { once: true });
	look().catch((error: unknown) => unlessAborted(error, signal));
}

/** What nobody expected (the store failed) is reported where the browser reports it, not kept quiet. */
function unlessAborted(error: unknown, signal: AbortSignal): void {
	if (!signal.aborted) reportError(error);
}

async function keepUp(me: Me, signal: AbortSignal, options: LiveOptions): Promise<void> {
	const streams = me.features.includes('streaming');
	for (let failures = 0; !signal.aborted; failures++) {
		const start = Date.now();
		if (streams) await stream(me.account, signal);
		if (Date.now() - start > GOOD_MS) failures = 0;
		if (signal.aborted) return;
		// While the line is broken, and where there is none, the server is asked.
		if (options.visible()) await pollOne(me.account, signal);
		const pause = streams ? Math.min(POLL_MS, FIRST_MS * 2 ** Math.min(failures, 10)) : POLL_MS;
		await options
			.wait(pause * (0.75 + options.random() / 2), signal)
			.catch((error: unknown) => unlessAborted(error, signal));
	}
}

/** Reads a stream until it breaks. */
async function stream(by: AccountUri, signal: AbortSignal): Promise<void> {
	const broken = new AbortController();
	const until = AbortSignal.any([signal, broken.signal]);
	const { happened, settled } = happenings(by, until, (error) => broken.abort(error));
	try {
		await asking(
			by,
			async (network, session, io) => {
				await network.stream?.(session, (event: StreamEvent) => happened(event), io);
			},
			until,
		);
	} catch (error) {
		if (broken.signal.aborted) throw broken.signal.reason;
		tolerate(error, signal);
	} finally {
		await settled();
	}
}

function waiting(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(done, ms);
		function done() {
			clearTimeout(timer);
			signal.removeEventListener('abort', done);
			resolve();
		}
		if (signal.aborted) done();
		else signal.addEventListener('abort', done, { once: true });
	});
}
