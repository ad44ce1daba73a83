import type { AccountUri, Post, PostUri, Translation, View } from '../model';
import { NetworkProblem } from '../networks';
import { asking, type Me } from '../sessions';
import { readPosts } from '../store';
import { never } from './locks';

/**
 * The account of mine whose server translates a post into what the person reads, if any does: only what anybody may
 * see, and of which the language is known and is none of `read` (BCP 47; regions make no difference).
 */
export function translator(
	post: Post,
	views: readonly View[],
	mine: readonly Me[],
	read: readonly string[],
): AccountUri | undefined {
	const { language, visibility = 'public', content } = post;
	if (language === undefined || content.text.trim() === '') return undefined;
	if (visibility !== 'public' && visibility !== 'unlisted') return undefined;
	if (read.some((one) => primary(one) === primary(language))) return undefined;
	return mine.find(
		({ account, state, features }) =>
			state === 'active' &&
			features.includes('translation') &&
			views.some(({ by }) => by === account),
	)?.account;
}

function primary(tag: string): string {
	return tag.toLowerCase().split('-', 1)[0] ?? tag;
}

/**
 * Has a post translated by an account's server, each time anew; nothing is stored. Throws `NetworkProblem`: `refused`
 * with the server's reason in a sentence, `missing` where it does not translate or the post is not stored any more.
 */
export async function translate(
	key: PostUri,
	by: AccountUri,
	language: string,
	signal: AbortSignal = never(),
): Promise<Translation> {
	const [row] = await readPosts([key]);
	const view = row?.views.find((one) => one.by === by);
	return asking(
		by,
		async (network, session, io) => {
			if (!view || !network.translate) throw new NetworkProblem('missing', session.host);
			const post = { post: key, localId: view.localId };
			return network.translate(session, post, language, io);
		},
		signal,
	);
}
