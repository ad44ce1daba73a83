import type { AccountUri, PostUri, Session } from '../../../model';
import { ask } from '../../http';
import type { Io } from '../../io';
import { list, localId, record } from '../../json';
import type { AccountRef, PostRef } from '../../network';
import { NetworkProblem } from '../../problem';
import { keyAddress } from '../../web-address';
import type { ReadAccount } from '../decode/account';
import { Gathering } from '../decode/gathering';
import { readPost } from '../decode/status';
import { borderOf } from '../secret';

const PASS = { pass: [400, 404, 410, 422] };
const MOST = 20;

/** An account with the server's own id of it. Throws `missing` when the server does not know it. */
export async function findAccount(
	session: Session,
	who: AccountRef,
	io: Io,
): Promise<ReadAccount & { localId: string }> {
	const found =
		'handle' in who
			? await byHandle(session, who.handle, io)
			: await byAddress(session, who.account, io);
	if (found?.localId === undefined) throw new NetworkProblem('missing', session.host);
	return { ...found, localId: found.localId };
}

/** The server's own id of an account: as it is known, mine from the pin, or asked for. */
export async function accountId(session: Session, who: AccountRef, io: Io): Promise<string> {
	if ('account' in who && who.localId !== undefined) return who.localId;
	const own = 'account' in who ? who.account === session.account : who.handle === session.handle;
	return own ? session.pin.id : (await findAccount(session, who, io)).localId;
}

/** The server's own id of a post. Throws `missing` when it cannot be found there. */
export async function postId(
	session: Session,
	{ post, localId: known }: PostRef,
	io: Io,
): Promise<string> {
	const id = known ?? (await locate(session, post, io));
	if (id === undefined) throw new NetworkProblem('missing', session.host);
	return id;
}

/** The server's own id of a post that another server has; it fetches the post if need be. */
export async function locate(session: Session, post: PostUri, io: Io): Promise<string | undefined> {
	const { statuses } = await resolve(session, post, 'statuses', io);
	for (const status of list(statuses, MOST)) {
		const into = new Gathering(borderOf(session, io));
		const key = readPost(status, into);
		const seen = into.all().posts.find((one) => one.post.key === key);
		if (seen && (key === post || seen.post.url === post)) return seen.view.localId;
	}
	return undefined;
}

async function byHandle(
	session: Session,
	handle: string,
	io: Io,
): Promise<ReadAccount | undefined> {
	const acct = handle.replace(/^@/, '').toLowerCase();
	const own = acct.endsWith(`@${borderOf(session, io).domain}`);
	const query = { acct: own ? (acct.split('@', 1)[0] ?? acct) : acct };
	const answer = await ask(io, { session, path: '/api/v1/accounts/lookup', query, ...PASS });
	const into = new Gathering(borderOf(session, io));
	const known = answer.status === 200 ? into.account(answer.json) : undefined;
	if (known?.account.handle.toLowerCase() === acct) return known;
	const { accounts } = await resolve(session, `@${acct}`, 'accounts', io);
	return first(accounts, into, ({ account }) => account.handle.toLowerCase() === acct);
}

async function byAddress(
	session: Session,
	key: AccountUri,
	io: Io,
): Promise<ReadAccount | undefined> {
	const into = new Gathering(borderOf(session, io));
	const { accounts } = await resolve(session, key, 'accounts', io);
	const fits = ({ account }: ReadAccount) => account.key === key || account.url === key;
	const found = first(accounts, into, fits);
	if (found) return found;
	// Some servers find nobody by the address of an actor that names them.
	const name = /\/(?:users\/|@)([^/@]+)$/.exec(keyAddress(key) ?? '')?.[1];
	if (name === undefined) return undefined;
	const named = await byHandle(session, `${name}@${new URL(key).host}`, io);
	return named && fits(named) ? named : undefined;
}

async function resolve(session: Session, q: string, type: 'accounts' | 'statuses', io: Io) {
	// Keys of other networks and of archives are nothing that a server could find, and none of its business.
	if (!q.startsWith('@') && !/^https?:/.test(q)) return {};
	const query = { q, type, resolve: true, limit: 5 };
	const answer = await ask(io, { session, path: '/api/v2/search', query, ...PASS });
	const json = answer.status === 200 ? record(answer.json) : undefined;
	return { accounts: json?.['accounts'], statuses: json?.['statuses'] };
}

function first(
	values: unknown,
	into: Gathering,
	fits: (read: ReadAccount) => boolean,
): ReadAccount | undefined {
	for (const value of list(values, MOST)) {
		const read = localId(record(value)?.['id']) === undefined ? undefined : into.account(value);
		if (read && fits(read)) return read;
	}
	return undefined;
}
