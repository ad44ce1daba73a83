import type { AccountUri, PostUri } from '../../lib/model';
import { readAccounts, readPosts } from '../../lib/store';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { useAppHref } from './place';

/** Leads to the composer with an answer to somebody who waits for one; what is being written is kept as a draft. */
export function AnswerLink({ post, by }: { post: PostUri; by: AccountUri }) {
	const { t } = useTexts();
	const app = useAppHref();
	const { value, ready } = useLoad(`waiting ${post}`, () => authorOf(post), ['posts', 'people']);
	if (!ready) return null;
	return (
		<a class="link-button" {...app.compose({ reply: post, by })}>
			{value ? t('remedyAnswer', { handle: `@${value}` }) : t('remedyAnswerSomebody')}
		</a>
	);
}

async function authorOf(key: PostUri): Promise<string | undefined> {
	const [row] = await readPosts([key]);
	const author = row?.post.author;
	return author === undefined ? undefined : (await readAccounts([author])).get(author)?.handle;
}
