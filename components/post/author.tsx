import type { Account, Post } from '../../lib/model';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

/** Whose words a card shows. */
export type Shown = { name: string; handle?: string };

/** The author of the words: of a repost the one who wrote it, of a liked post often unknown. */
export function shownAuthor(post: Post, account: Account | undefined, unknown: string): Shown {
	if (post.repostOf) {
		const { handle, name } = post.repostOf;
		return { name: name || `@${handle}`, handle };
	}
	if (!account || account.key !== post.author) return { name: unknown };
	const { name, handle } = account;
	return { name: name || `@${handle}`, handle };
}

/** Name and handle, isolated: a name that runs right to left does not turn the line. */
export function Author({ shown, id }: { shown: Shown; id: string }) {
	return (
		<span class="who">
			<b id={id}>
				<bdi>{shown.name}</bdi>
			</b>
			{shown.handle && (
				<a class="handle" href={hrefs.search(`from:${shown.handle}`)}>
					<bdi>@{shown.handle}</bdi>
				</a>
			)}
		</span>
	);
}

/** Says whose timeline a repost stands in. */
export function useReposter(post: Post, account: Account | undefined): string | undefined {
	const { t } = useTexts();
	if (!post.repostOf || !account) return undefined;
	return t('repostedBy', { name: account.name || `@${account.handle}` });
}
