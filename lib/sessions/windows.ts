import type { Server } from '../model';
import { answerPending, onChange, readPending, takePending } from '../store';
import type { Me } from './asking';
import { PermissionNeeded, SignInRefused } from './problems';
import { beginSignIn, finishSignIn } from './sign-in';
import { surroundings } from './surroundings';

/** A way to show a server's form. */
export type SignInWindow = {
	/** Where the server leads the person back to. */
	redirect: string;
	/**
	 * Shows `url` and resolves to the address that it led back to; undefined when this way shows nothing here. Rejects
	 * with `SignInRefused` when the person closed it.
	 */
	open(url: string, state: string, signal: AbortSignal): Promise<string | undefined>;
};

/**
 * Signs in to a server through the first of `windows` that can be opened. Throws `SignInRefused` or `NetworkProblem`;
 * then nothing waits any more and nothing is stored.
 */
export async function signIn(
	server: Server,
	how: { again: boolean; language: string; handle?: string },
	windows: readonly SignInWindow[],
	signal: AbortSignal,
): Promise<Me> {
	for (const { redirect, open } of windows) {
		const begun = await beginSignIn(server, { ...how, redirect }, signal);
		if (!begun) continue;
		const { url, state } = begun;
		const forget = () => takePending(state, surroundings().now());
		let callback: string | undefined;
		try {
			callback = await open(url, state, signal);
		} catch (error) {
			await forget();
			throw error;
		}
		if (callback !== undefined) return finishSignIn(callback, signal);
		await forget();
	}
	throw new SignInRefused({ key: 'signInImpossible', parameters: { host: server.host } });
}

/** A tab of the browser. `closed` resolves when it is gone. */
export type Tab = { closed: Promise<void>; close(): Promise<void> };

/** Signing in through a tab: `redirect` is a page of ours that hands the answer on through the store. */
export function tabWindow(redirect: string, show: (url: string) => Promise<Tab>): SignInWindow {
	return {
		redirect,
		async open(url, state, signal) {
			const answer = answered(state, signal);
			try {
				const tab = await show(url);
				const closed = tab.closed.then(async () => {
					// The page of ours may have closed it because it was done.
					const callback = (await readPending(state))?.callback;
					if (callback === undefined) throw new SignInRefused({ key: 'signInClosed' });
					return callback;
				});
				const first = await Promise.race([answer.outcome, closed]);
				if (typeof first !== 'string') throw first.problem;
				await tab.close();
				return first;
			} finally {
				answer.stop();
			}
		},
	};
}

/** A tab whose address may be read; `led` resolves to the first one that begins with what was waited for. */
export type WatchedTab = Tab & { led: Promise<string> };

/**
 * Signing in through a tab whose address is read: for servers that lead back to this machine alone, where nobody has
 * to listen. `mayWatch` says whether the browser lets us; without that the sign-in asks for the permission first.
 */
export function watchedWindow(
	redirect: string,
	mayWatch: (pattern: string) => Promise<boolean>,
	show: (url: string, until: string) => Promise<WatchedTab>,
): SignInWindow {
	const { protocol, hostname } = new URL(redirect);
	return {
		redirect,
		async open(url, _state, signal) {
			const pattern = `${protocol}//${hostname}/*`;
			if (!(await mayWatch(pattern))) throw new PermissionNeeded(hostname, pattern, undefined);
			const tab = await show(url, redirect);
			const closed = tab.closed.then(() => {
				throw new SignInRefused({ key: 'signInClosed' });
			});
			const aborted = new Promise<'aborted'>((resolve) => {
				if (signal.aborted) resolve('aborted');
				signal.addEventListener('abort', () => resolve('aborted'), { once: true });
			});
			try {
				const first = await Promise.race([tab.led, closed, aborted]);
				if (first === 'aborted') throw signal.reason;
				return first;
			} finally {
				await tab.close();
			}
		},
	};
}

/**
 * Waits for the answer that a page of ours leaves in the store. A problem is an outcome, too: the page may be left
 * before the tab is there and anybody waits.
 */
function answered(state: string, signal: AbortSignal) {
	let stop = () => {};
	const outcome = new Promise<string | { problem: unknown }>((resolve) => {
		const fail = (problem: unknown) => resolve({ problem });
		const look = async () => {
			const row = await readPending(state);
			if (row?.callback !== undefined) resolve(row.callback);
		};
		const unwatch = onChange(['sessions'], () => {
			look().catch(fail);
		});
		const abort = () => fail(signal.reason);
		signal.addEventListener('abort', abort, { once: true });
		if (signal.aborted) abort();
		stop = () => {
			unwatch();
			signal.removeEventListener('abort', abort);
		};
	});
	return { outcome, stop };
}

/**
 * For the page that a server leads back to: leaves its address for whoever began to sign in. False when nobody did, or
 * not within half an hour: then the address is worth nothing, whoever made it.
 */
export async function handOver(callback: string): Promise<boolean> {
	const state = URL.canParse(callback) ? new URL(callback).searchParams.get('state') : null;
	return state !== null && answerPending(state, callback, surroundings().now());
}
