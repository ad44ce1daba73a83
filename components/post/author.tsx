import type { Account, Emoji, Post, StoredPost } from '../../lib/model';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { Emojified } from './emojified';

/** Whose words a card shows. */
export type Shown = {
	name: string;
	handle?: string;
	emojis?: readonly Emoji[] | undefined;
	/** The page of the person, else a search for what they wrote. */
	href?: string;
	/** Of a live account. */
	avatar?: string | undefined;
};

/** The author of the words: of a repost the one who wrote it, of a liked post often unknown. */
export function shownAuthor(
	{ post, author }: StoredPost,
	account: Account | undefined,
	unknown: string,
): Shown {
	if (author) return shownAccount(author);
	if (post.repostOf) {
		const { handle, name } = post.repostOf;
		return { name: name || `@${handle}`, handle, href: hrefs.search(`from:${handle}`) };
	}
	if (!account || account.key !== post.author) return { name: unknown };
	const { name, handle } = account;
	return { name: name || `@${handle}`, handle, href: hrefs.search(`from:${handle}`) };
}

/** An account of a network as it shows itself. */
export function shownAccount({ key, name, handle, emojis, avatar }: Account): Shown {
	return { name: name || `@${handle}`, handle, emojis, avatar, href: hrefs.person(key) };
}

/** Name and handle, isolated: a name that runs right to left does not turn the line. */
export function Author({ shown, id }: { shown: Shown; id?: string }) {
	return (
		<span class="who">
			<bdi class="name" id={id}>
				<Emojified text={shown.name} emojis={shown.emojis} />
			</bdi>
			{shown.handle && (
				<a class="handle" href={shown.href ?? ''}>
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
