import type { Text } from '../../lib/model';
import { findServer } from '../../lib/sessions';
import { textOf } from '../shared/said';
import type { Services } from '../shared/services';

/** Where a sign-in stands. `permission`: the server is there, but its answers are closed to web pages. */
export type SignInState =
	| { step: 'idle' }
	| { step: 'finding' | 'waiting' | 'permission'; host: string }
	| { step: 'done'; handle: string }
	| { step: 'problem'; text: Text };

type SignInOptions = {
	services: Pick<Services, 'signIn' | 'askForPermission'>;
	/** BCP 47, for the server's form. */
	language: string;
	again(host: string): boolean;
	changed(state: SignInState): void;
};

export type SignInSteps = {
	/** `renew` asks for the password even when the browser is signed in there. */
	start(typed: string, renew?: boolean): void;
	/** Asks the browser for the host; only from a click. Goes on where it stopped. */
	allow(): void;
	stop(): void;
};

/** Finds the server, opens its window, and stores the session. One at a time; a new start ends the one before. */
export function createSignIn({ services, language, again, changed }: SignInOptions): SignInSteps {
	let abort = new AbortController();
	/** Hosts that the browser let us read: where they still give no answer, a permission is not what is missing. */
	const allowed = new Set<string>();
	let waits: { typed: string; renew: boolean; origin: string } | undefined;

	const fail = (error: unknown, typed: string, renew: boolean, host: string): void => {
		const origin = neededHost(error);
		if (origin !== undefined && allowed.has(origin)) {
			changed({ step: 'problem', text: { key: 'networkUnreachable', parameters: { host } } });
			return;
		}
		if (origin !== undefined) {
			waits = { typed, renew, origin };
			changed({ step: 'permission', host: hostOf(error) ?? host });
			return;
		}
		const text = textOf(error);
		if (!text) reportError(error);
		changed({ step: 'problem', text: text ?? { key: 'actionFailed' } });
	};

	const run = async (typed: string, renew: boolean, signal: AbortSignal): Promise<void> => {
		let host = typed.trim();
		try {
			changed({ step: 'finding', host });
			const { server } = await findServer(typed, signal);
			host = server.host;
			changed({ step: 'waiting', host });
			const me = await services.signIn(server, { again: renew || again(host), language }, signal);
			changed({ step: 'done', handle: me.handle });
		} catch (error) {
			if (!signal.aborted) fail(error, typed, renew, host);
		}
	};

	const start = (typed: string, renew = false): void => {
		abort.abort();
		abort = new AbortController();
		waits = undefined;
		void run(typed, renew, abort.signal);
	};
	return {
		start,
		allow() {
			const waiting = waits;
			if (!waiting) return;
			services.askForPermission(waiting.origin).then(
				(granted) => {
					if (granted) {
						allowed.add(waiting.origin);
						start(waiting.typed, waiting.renew);
					} else changed({ step: 'problem', text: { key: 'permissionDenied' } });
				},
				(error: unknown) => fail(error, waiting.typed, waiting.renew, waiting.typed),
			);
		},
		stop() {
			abort.abort();
			changed({ step: 'idle' });
		},
	};
}

/** The origin that an error says the browser must be asked for. */
function neededHost(error: unknown): string | undefined {
	if (!(error instanceof Error) || !('needsPermission' in error)) return undefined;
	return typeof error.needsPermission === 'string' ? error.needsPermission : undefined;
}

/** The host that an error is about, without a scheme. */
function hostOf(error: unknown): string | undefined {
	return error instanceof Error && 'host' in error && typeof error.host === 'string'
		? error.host
		: undefined;
}
