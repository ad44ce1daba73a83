import type { Post } from '../../lib/model';
import { get } from '../../lib/timeline';
import { useArchives } from '../shared/archives';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { When } from '../shared/when';
import { shownAuthor } from './author';
import { OutLink, PostText } from './text';

/** The quoted post when it is stored here, else where it can be found. */
export function Quote({ quote }: { quote: NonNullable<Post['quote']> }) {
	const { t } = useTexts();
	const archives = useArchives();
	const { value: stored, ready } = useLoad(quote.post, () => get(quote.post));
	if (!stored) {
		return (
			<p class="quote quote-away">
				<span>{ready ? t('quoteAway', { handle: `@${quote.handle}` }) : t('quote')}</span>{' '}
				<OutLink href={quote.url}>{t('openOriginal')}</OutLink>
			</p>
		);
	}
	const { account } = archives.of(stored.owner) ?? {};
	const author = shownAuthor(stored.post, account, t('unknownAuthor'));
	return (
		<blockquote class="quote">
			<p class="quote-head">
				<b>
					<bdi>{author.name}</bdi>
				</b>{' '}
				<a href={hrefs.post(stored.post.key)}>
					<When at={stored.post.createdAt ?? stored.sortAt} />
				</a>
			</p>
			<PostText content={stored.post.content} language={stored.post.language} />
		</blockquote>
	);
}
