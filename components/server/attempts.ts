import type { Text } from '../../lib/model';
import { textOf } from '../shared/said';

/** Work that ends with its signal; whoever starts it shows how it goes. */
type Work = (signal: AbortSignal) => Promise<void>;

type Hopes = {
	/** Asks the browser for what `pattern` matches. */
	askForPermission(pattern: string): Promise<boolean>;
	/** The server is there, but its answers are closed to web pages. */
	closed(host: string): void;
	failed(text: Text, work: Work): void;
};

export type Attempts = {
	/** Ends what was running. `host` is what the server is called where an error does not name one. */
	run(host: string, work: Work): void;
	/** Asks the browser for the host; only from a click. Goes on where it stopped. */
	allow(): void;
	stop(): void;
};

/** Runs one piece of work at a time, and once more when the browser lets us read a server that was closed to us. */
export function createAttempts({ askForPermission, closed, failed }: Hopes): Attempts {
	let abort = new AbortController();
	/** Origins that the browser let us read: where they still give no answer, a permission is not what is missing. */
	const allowed = new Set<string>();
	let waits: { origin: string; host: string; work: Work } | undefined;

	const fail = (error: unknown, host: string, work: Work): void => {
		const origin = neededOrigin(error);
		if (origin !== undefined && !allowed.has(origin)) {
			waits = { origin, host, work };
			closed(hostOf(error) ?? host);
			return;
		}
		const still = { key: 'networkUnreachable', parameters: { host } };
		const text = origin === undefined ? textOf(error) : still;
		if (!text) reportError(error);
		failed(text ?? { key: 'actionFailed' }, work);
	};
	const stop = (): void => {
		abort.abort();
		waits = undefined;
	};
	const run = (host: string, work: Work): void => {
		stop();
		abort = new AbortController();
		const { signal } = abort;
		work(signal).catch((error: unknown) => signal.aborted || fail(error, host, work));
	};
	return {
		run,
		stop,
		allow() {
			if (!waits) return;
			const { origin, host, work } = waits;
			askForPermission(origin).then(
				(granted) => {
					if (granted) {
						allowed.add(origin);
						run(host, work);
					} else failed({ key: 'permissionDenied' }, work);
				},
				(error: unknown) => fail(error, host, work),
			);
		},
	};
}

/** The origin that an error says the browser must be asked for. */
function neededOrigin(error: unknown): string | undefined {
	if (!(error instanceof Error) || !('needsPermission' in error)) return undefined;
	return typeof error.needsPermission === 'string' ? error.needsPermission : undefined;
}

/** The host that an error is about, without a scheme. */
function hostOf(error: unknown): string | undefined {
	return error instanceof Error && 'host' in error && typeof error.host === 'string'
		? error.host
		: undefined;
}
