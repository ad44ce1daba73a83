import type { StoredPost } from '../../lib/model';
import { useTexts } from '../shared/texts';

type BadgesProps = {
	stored: StoredPost;
	/** Labels that say more stand beside it. */
	covered: boolean;
};

/** What one should know about a post before showing it to others. */
export function Badges({ stored: { post, gone }, covered }: BadgesProps) {
	const { t } = useTexts();
	const badges = [
		post.maybeCircle && { text: t('badgeCircle'), why: t('badgeCircleWhy') },
		post.visibility === 'community' && { text: t('badgeCommunity'), why: t('badgeCommunityWhy') },
		gone && { text: t('badgeGone'), why: t('badgeGoneWhy') },
		post.sensitive &&
			!post.warning &&
			!covered && { text: t('badgeSensitive'), why: t('badgeSensitiveWhy') },
	].filter((badge) => typeof badge === 'object');
	if (badges.length === 0) return null;
	return (
		<ul class="badges">
			{badges.map(({ text, why }) => (
				<li key={text} title={why}>
					{text}
				</li>
			))}
		</ul>
	);
}
