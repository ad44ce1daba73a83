import type { Post } from '../../lib/model';
import { get } from '../../lib/timeline';
import { useArchives } from '../shared/archives';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { When } from '../shared/when';
import { shownAuthor } from './author';
import { Cover } from './cover';
import { Emojified } from './emojified';
import { OutLink, PostText } from './text';

const REFUSED = {
	pending: 'quotePending',
	rejected: 'quoteRejected',
	revoked: 'quoteRevoked',
	deleted: 'quoteDeleted',
	hidden: 'quoteHidden',
} as const;

/** The quoted post when it is stored here and may be seen, else where it can be found. */
export function Quote({ quote }: { quote: NonNullable<Post['quote']> }) {
	const { t } = useTexts();
	const archives = useArchives();
	const { value, ready } = useLoad(quote.post, () => get(quote.post), ['posts']);
	if (quote.state) return <p class="quote quote-away">{t(REFUSED[quote.state])}</p>;
	if (!value) {
		return (
			<p class="quote quote-away">
				<span>{ready ? t('quoteAway', { handle: `@${quote.handle}` }) : t('quote')}</span>{' '}
				<OutLink href={quote.url}>{t('openOriginal')}</OutLink>
			</p>
		);
	}
	const { account } = archives.of(value.owner) ?? {};
	const author = shownAuthor(value, account, t('unknownAuthor'));
	const { post } = value;
	return (
		<blockquote class="quote">
			<p class="quote-head">
				<b>
					<bdi>
						<Emojified text={author.name} emojis={author.emojis} />
					</bdi>
				</b>{' '}
				<a href={hrefs.post(post.key)}>
					<When at={post.createdAt ?? value.sortAt} />
				</a>
			</p>
			<Cover stored={value} wanted={false}>
				<PostText content={post.content} language={post.language} emojis={post.emojis} />
				{(post.media ?? []).length > 0 && (
					<p class="quiet">{t('quoteMedia', { count: post.media?.length ?? 0 })}</p>
				)}
			</Cover>
		</blockquote>
	);
}
