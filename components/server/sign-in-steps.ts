import type { Server, SignInWay, Text } from '../../lib/model';
import { findServer, type Me } from '../../lib/sessions';
import type { Services } from '../shared/services';
import { createAttempts } from './attempts';

/**
 * Where a sign-in stands. `permission`: the server is there, but its answers are closed to web pages. `instead`: there
 * is another way than the one that is open or failed.
 */
export type SignInState =
	| { step: 'idle' }
	| { step: 'finding' | 'permission'; host: string }
	| { step: 'waiting'; host: string; instead: boolean }
	| PasswordState
	/** `wanted`: whose sign-in was to be renewed, when it is another that signed in. */
	| { step: 'done'; handle: string; wanted?: string }
	| { step: 'problem'; text: Text; instead: boolean };

/** The person is asked for a handle and a password made for this app. */
export type PasswordState = {
	step: 'password';
	host: string;
	/** What is known of the handle; empty for nothing. */
	handle: string;
	working: boolean;
	instead: boolean;
	/** Why the server's own page is not used. */
	why?: Text;
	text?: Text;
};

/** A sign-in of mine that is to be renewed. */
export type Renewal = Pick<Me, 'account' | 'host' | 'handle' | 'way'>;

type SignInOptions = {
	services: Pick<Services, 'signIn' | 'askForPermission'>;
	/** Signs in with what was typed here. */
	enter(
		server: Server,
		how: { handle: string; password: string },
		signal: AbortSignal,
	): Promise<Me>;
	/** BCP 47, for the server's form. */
	language: string;
	again(host: string): boolean;
	changed(state: SignInState): void;
};

export type SignInSteps = {
	/** A renewal asks for the password even when the browser is signed in there. */
	start(typed: string, renewal?: Renewal): void;
	/** Asks for a password made for apps, where the server takes one. */
	usePassword(): void;
	/** Opens the server's own page after all. */
	useWindow(): void;
	enter(handle: string, password: string): void;
	/** Asks the browser for the host; only from a click. Goes on where it stopped. */
	allow(): void;
	stop(): void;
};

type Found = { server: Server; handle: string; renewal: Renewal | undefined };

/** Finds the server, opens its window or asks for a password, and stores the session. A new start ends the one before. */
export function createSignIn(options: SignInOptions): SignInSteps {
	const { services, language, again, changed } = options;
	let found: Found | undefined;
	const can = (way: SignInWay) => found !== undefined && waysOf(found.server).includes(way);
	/** The form whose password is tried. */
	let form: PasswordState | undefined;
	const attempts = createAttempts({
		askForPermission: services.askForPermission,
		closed: (host) => changed({ step: 'permission', host }),
		failed: (text) =>
			changed(form ? { ...form, text } : { step: 'problem', text, instead: can('password') }),
	});
	const done = (me: Me, { renewal }: Found): void => {
		const other = renewal && renewal.account !== me.account ? { wanted: renewal.handle } : {};
		changed({ step: 'done', handle: me.handle, ...other });
	};
	const openWindow = async (at: Found, signal: AbortSignal): Promise<void> => {
		const { server, handle, renewal } = at;
		const { host } = server;
		changed({ step: 'waiting', host, instead: can('password') });
		const how = { again: renewal !== undefined || again(host), language };
		done(await services.signIn(server, handle ? { ...how, handle } : how, signal), at);
	};
	const formOf = ({ server: { host, noWindow }, handle }: Found): PasswordState => {
		const why = noWindow === undefined ? {} : { why: noWindow };
		return { step: 'password', host, handle, working: false, instead: can('window'), ...why };
	};
	return {
		start(typed, renewal) {
			[found, form] = [undefined, undefined];
			attempts.run(typed.trim(), async (signal) => {
				changed({ step: 'finding', host: typed.trim() });
				const { server, handle } = await findServer(typed, signal);
				const at = { server, handle: renewal?.handle ?? handle ?? '', renewal };
				found = at;
				if (wayFor(server, renewal) === 'password') changed(formOf(at));
				else await openWindow(at, signal);
			});
		},
		usePassword() {
			attempts.stop();
			if (found) changed(formOf(found));
		},
		useWindow() {
			const at = found;
			form = undefined;
			if (at) attempts.run(at.server.host, (signal) => openWindow(at, signal));
		},
		enter(handle, password) {
			const at = found;
			if (!at) return;
			const mine = { ...formOf(at), handle };
			form = mine;
			attempts.run(mine.host, async (signal) => {
				changed({ ...mine, working: true });
				done(await options.enter(at.server, { handle, password }, signal), at);
			});
		},
		allow: attempts.allow,
		stop() {
			attempts.stop();
			changed({ step: 'idle' });
		},
	};
}

function waysOf(server: Server): readonly SignInWay[] {
	return server.signIn ?? ['window'];
}

/** As before where a session is renewed, else the server's best. */
function wayFor(server: Server, renewal: Renewal | undefined): SignInWay | undefined {
	const ways = waysOf(server);
	return renewal?.way && ways.includes(renewal.way) ? renewal.way : ways[0];
}
