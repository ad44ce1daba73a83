import type { AccountUri, Named, PostUri } from '../model';
import { readAccounts, readPosts } from '../store';

/** What is stored of a post that a content names, as the account sees it. */
export async function named(
	post: PostUri | undefined,
	by: AccountUri | undefined,
): Promise<Named | undefined> {
	if (post === undefined) return undefined;
	const [row] = await readPosts([post]);
	if (!row) return { post, unknown: true };
	const { author, visibility, answering } = row.post;
	const handle = author && (await readAccounts([author])).get(author)?.handle;
	const view = row.views.find((one) => one.by === by);
	return {
		post,
		...(handle ? { author: handle } : {}),
		...(author !== undefined && author === by ? { own: true } : {}),
		...(visibility ? { visibility } : {}),
		...(answering ? { answering } : {}),
		...(view?.quoting ? { quoting: view.quoting } : {}),
		...(view?.mayAnswer === false ? { mayAnswer: false } : {}),
	};
}
