import type { Text } from '../model';
import { NetworkProblem } from '../networks';

/** What was typed leads to no server that can be used. `tried` are the networks that nobody there spoke. */
export class ServerUnknown extends Error {
	override name = 'ServerUnknown';
	readonly text: Text;
	readonly tried: readonly string[];

	constructor(text: Text, tried: readonly string[] = []) {
		super(text.key);
		this.text = text;
		this.tried = tried;
	}
}

/** Signing in came to an end without a session. Nothing was stored. */
export class SignInRefused extends Error {
	override name = 'SignInRefused';
	readonly text: Text;

	constructor(text: Text) {
		super(text.key);
		this.text = text;
	}
}

/**
 * The server is there, but its answers are closed to web pages, and so to an extension without a permission for it.
 * `needsPermission` is the match pattern to ask for.
 */
export class PermissionNeeded extends NetworkProblem {
	override name = 'PermissionNeeded';
	readonly needsPermission: string;

	constructor(host: string, pattern: string, cause: unknown) {
		super('unreachable', host, { cause });
		this.needsPermission = pattern;
	}

	override get text(): Text {
		return { key: 'serverNeedsPermission', parameters: { host: this.host } };
	}
}

/** This sign-in of mine is over, or its server has become a stranger: nothing more is sent with it. */
export class SessionOver extends NetworkProblem {
	override name = 'SessionOver';
	readonly handle: string;

	constructor(
		kind: 'ended' | 'stranger',
		session: { handle: string; host: string },
		sentence?: Text,
	) {
		super(kind, session.host, sentence ? { sentence } : {});
		this.handle = session.handle;
	}

	override get text(): Text {
		const { handle, host, sentence } = this;
		if (sentence) return sentence;
		return this.kind === 'stranger'
			? { key: 'sessionStranger', parameters: { handle, host } }
			: { key: 'sessionEnded', parameters: { handle, host } };
	}
}

/** There is no such sign-in (any more). */
export class NotSignedIn extends Error {
	override name = 'NotSignedIn';
	get text(): Text {
		return { key: 'sessionGone' };
	}
}
