import type { PostUri } from '../model';
import { NetworkProblem } from '../networks';
import { asking } from '../sessions';
import { changePost, readPosts } from '../store';
import { never } from './locks';

/**
 * Fetches the earlier wordings of an edited post and stores them with it, through the account whose server is
 * believed of the post. Does nothing for a post that is not stored. Throws
 * `NetworkProblem`: `missing` where the server keeps none.
 */
export async function fetchHistory(key: PostUri, signal: AbortSignal = never()): Promise<void> {
	const [row] = await readPosts([key]);
	const view = row?.views.find(({ by }) => by === row.from) ?? row?.views[0];
	if (!view) return;
	await asking(
		view.by,
		async (network, session, io) => {
			const { localId } = view;
			const edits = await network.history?.(session, { post: key, localId }, io);
			if (!edits) throw new NetworkProblem('missing', session.host);
			io.signal.throwIfAborted();
			await changePost(key, (now) => ({ ...now, post: { ...now.post, edits } }));
		},
		signal,
	);
}
