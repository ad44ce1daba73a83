import type { AccountUri, NetworkId, PostUri, View } from '../model';
import { type Io, type NetworkPart, NetworkProblem } from '../networks';
import { asking, type Me, sessions } from '../sessions';
import { dropLocal, putPosts, readPosts } from '../store';
import { never } from './locks';
import { get } from './read';

type Session = Parameters<Parameters<typeof asking>[1]>[1];

/**
 * Fetches the conversation around a post and stores it: through `by`, or through the accounts of mine that saw it,
 * or by its address through any of its network; a post of an archive is asked for nowhere. A post that is gone vanishes
 * for the account whose server said so; one whose server does not answer is passed over. The error is thrown when no
 * account could.
 */
export async function fetchThread(
	key: PostUri,
	by?: AccountUri,
	signal: AbortSignal = never(),
): Promise<void> {
	const [row] = await readPosts([key]);
	const views = row?.views ?? [];
	const network = (row ?? (await get(key)))?.post.network;
	const accounts = by === undefined ? askable(await sessions(), views, network) : [by];
	const refused: NetworkProblem[] = [];
	for (const account of accounts) {
		const view = views.find((one) => one.by === account);
		const problem = await refusalOf(() => threadThrough(account, key, view, signal), signal);
		if (!problem) return;
		if (problem.kind === 'missing' && view) await dropLocal(account, view.localId);
		refused.push(problem);
	}
	// Who did not answer may have it still.
	const why = refused.find(({ kind }) => kind !== 'missing') ?? refused[0];
	if (why) throw why;
}

/** Why a server did not do it; undefined where it did. What no server said is thrown. */
async function refusalOf(
	work: () => Promise<void>,
	signal: AbortSignal,
): Promise<NetworkProblem | undefined> {
	try {
		await work();
		return undefined;
	} catch (error) {
		if (!(error instanceof NetworkProblem) || signal.aborted) throw error;
		return error;
	}
}

/**
 * Those that saw the post; where none did, the first of its network that may find it: of an archive's posts no server
 * hears. Of what nobody knows anything, the first of each network, which asks for keys of its own alone.
 */
function askable(
	mine: readonly Me[],
	views: readonly View[],
	network: NetworkId | undefined,
): AccountUri[] {
	const active = mine.filter(({ state }) => state === 'active');
	const saw = active.filter(({ account }) => views.some(({ by }) => by === account));
	const firsts = active.filter(
		(me, i) => active.findIndex((one) => one.network === me.network) === i,
	);
	const able = firsts.filter((me) => network === undefined || me.network === network);
	return (saw.length > 0 ? saw : able).map(({ account }) => account);
}

async function threadThrough(
	account: AccountUri,
	key: PostUri,
	view: View | undefined,
	signal: AbortSignal,
): Promise<void> {
	await asking(
		account,
		async (network, session, io) => {
			const localId = view?.localId ?? (await located(network, session, key, io));
			const readAt = io.now();
			const page = await network.thread?.(session, { post: key, localId }, io);
			if (!page) throw new NetworkProblem('missing', session.host);
			io.signal.throwIfAborted();
			await putPosts(page, readAt);
		},
		signal,
	);
}

/** The server's own id of a post that another of my accounts saw. */
export async function located(
	network: NetworkPart,
	session: Session,
	key: PostUri,
	io: Io,
): Promise<string> {
	const localId = await network.locate?.(session, key, io);
	if (localId === undefined) throw new NetworkProblem('missing', session.host);
	return localId;
}
