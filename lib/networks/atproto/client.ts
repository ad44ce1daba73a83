import { mayContact, reach } from '../address';
import { clientId } from './settings';

/** What is asked for. The scopes of single methods (`rpc:…`) name the AppView, which the person may replace. */
const SCOPES = ['atproto', 'transition:generic'] as const;

/** Who this program is to a server, and what it asks for. */
export type Client = { id: string; scope: string };

const isNear = (origin: string) => reach(new URL(origin).hostname) === 'loopback';

/** Whether any window could lead back from there: without a hosted document only on this machine. */
export function canOpenWindow(origin: string): boolean {
	return isNear(origin) || clientId() !== undefined;
}

/**
 * Whom to sign in as, so that the server leads back to `redirect`. On this machine that is the loopback client, which
 * needs no document and leads to 127.0.0.1 alone; elsewhere the one whose document the build names, which leads to
 * https. Undefined when neither can. `supported`: scopes that the server names; undefined when it names none.
 * https://atproto.com/specs/oauth#localhost-client-development
 */
export function clientFor(
	origin: string,
	redirect: string,
	supported: readonly string[] | undefined,
): Client | undefined {
	if (!URL.canParse(redirect)) return undefined;
	const wanted = SCOPES.filter((scope) => supported?.includes(scope) ?? true);
	if (!wanted.includes('atproto')) return undefined;
	const scope = wanted.join(' ');
	const back = new URL(redirect);
	if (isNear(origin)) {
		const near = back.protocol === 'http:' && /^(127\.0\.0\.1|\[::1\])$/.test(back.hostname);
		if (!near) return undefined;
		const id = new URL('http://localhost');
		id.searchParams.set('redirect_uri', redirect);
		id.searchParams.set('scope', scope);
		return { id: `http://localhost${id.search}`, scope };
	}
	const id = clientId();
	if (id === undefined || back.protocol !== 'https:' || !mayContact(back, origin)) return undefined;
	return { id, scope };
}
