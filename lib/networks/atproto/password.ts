import type { Account, Server, Session, Text } from '../../model';
import { ask } from '../http';
import type { Io } from '../io';
import { record, text } from '../json';
import { NetworkProblem } from '../problem';
import { isDid } from './names';
import { errorOf, refused } from './said';
import { readTokens } from './secret';
import { homeOf, opened } from './self';
import { keptOf } from './server';

/**
 * Signs in with an app password (com.atproto.server.createSession), which is sent once and kept nowhere. The account
 * may turn out to live elsewhere: then `server` is its home, which must take the tokens.
 */
export async function enter(
	server: Server,
	{ handle, password }: { handle: string; password: string },
	io: Io,
): Promise<{ session: Session; me: Account; server?: Server }> {
	const { origin, host } = server;
	const identifier = wholeName(handle, server);
	const answer = await ask(io, {
		origin,
		path: '/xrpc/com.atproto.server.createSession',
		body: { json: { identifier, password } },
		pass: [400, 401],
		secrets: [password],
	});
	const error = errorOf(answer);
	if (error !== undefined) {
		const sentence = sentenceOf(error, host);
		if (sentence) throw new NetworkProblem('refused', host, { status: answer.status, sentence });
		throw refused(answer, host, { secrets: [password] });
	}
	const json = record(answer.json);
	const tokens = json && readTokens(json, io.now());
	const did = text(json?.['did']);
	if (!tokens || !isDid(did)) throw new NetworkProblem('broken', host);
	const home = await homeOf(did, server, io);
	const made = { way: 'password', scopes: [], ...tokens } as const;
	const { session, me } = await opened(home, made, io);
	const elsewhere = home.server.origin !== origin;
	return { session, me, ...(elsewhere ? { server: home.server } : {}) };
}

/** People of one server know their names without the domain of all of them. */
function wholeName(handle: string, server: Server): string {
	const bare = handle.trim().replace(/^@/, '');
	const { domain } = keptOf(server);
	const short = /^[a-z\d-]+$/i.test(bare) && domain !== undefined;
	return short ? `${bare}.${domain}` : bare;
}

function sentenceOf(error: string, host: string): Text | undefined {
	if (error === 'AuthFactorTokenRequired')
		return { key: 'appPasswordNeeded', parameters: { host } };
	return error === 'AuthenticationRequired'
		? { key: 'appPasswordRefused', parameters: { host } }
		: undefined;
}
