import type { PostUri } from '../model';
import { senderOf } from '../networks/send';
import { asking, sessions } from '../sessions';
import { readPosts } from '../store';

/**
 * Asks the server through which a post came whether it is there still: what its author has deleted meanwhile is carried
 * nowhere. False also when no account of mine sees it any more. Throws `NetworkProblem`: then nobody knows.
 */
export async function isStillThere(post: PostUri, signal: AbortSignal): Promise<boolean> {
	const [row] = await readPosts([post]);
	if (!row) return false;
	const active = (await sessions()).filter(({ state }) => state === 'active');
	const seen = row.views.filter(({ by }) => active.some(({ account }) => account === by));
	const view = seen.find(({ own }) => own) ?? seen[0];
	if (!view) return false;
	const { by, localId } = view;
	return asking(
		by,
		async (_network, session, io) =>
			(await senderOf(session.network)?.stands(session, { post, localId }, io)) ?? false,
		signal,
	);
}
