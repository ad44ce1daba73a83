import type { AccountUri, PostUri, View } from '../model';
import { type Io, type NetworkPart, NetworkProblem } from '../networks';
import { asking, type Me, sessions } from '../sessions';
import { dropLocal, putPosts, readPosts } from '../store';
import { never } from './locks';

type Session = Parameters<Parameters<typeof asking>[1]>[1];

/**
 * Fetches the conversation around a post and stores it: through `by`, or through the accounts of mine that saw it,
 * or by its address through any. A post that is gone vanishes for the account whose server said so; the error is
 * thrown when no account has it any more.
 */
export async function fetchThread(
	key: PostUri,
	by?: AccountUri,
	signal: AbortSignal = never(),
): Promise<void> {
	const [row] = await readPosts([key]);
	const views = row?.views ?? [];
	const accounts = by === undefined ? askable(await sessions(), views) : [by];
	let gone: unknown;
	for (const account of accounts) {
		const view = views.find((one) => one.by === account);
		try {
			await threadThrough(account, key, view, signal);
			return;
		} catch (error) {
			if (!(error instanceof NetworkProblem) || error.kind !== 'missing') throw error;
			if (view) await dropLocal(account, view.localId);
			gone = error;
		}
	}
	if (gone) throw gone;
}

/** Those that saw the post; where none did, the first that may find it. */
function askable(mine: readonly Me[], views: readonly View[]): AccountUri[] {
	const active = mine.filter(({ state }) => state === 'active').map(({ account }) => account);
	const saw = active.filter((account) => views.some(({ by }) => by === account));
	return saw.length > 0 ? saw : active.slice(0, 1);
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
