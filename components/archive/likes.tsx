import type { Cursor } from '../../lib/timeline';
import { Feed } from '../feed/feed';
import { usePages } from '../feed/use-pages';
import { useArchives } from '../shared/archives';
import { Empty } from '../shared/empty';
import { useTexts } from '../shared/texts';
import { readPage } from '../timeline/timeline-page';

/** What the person liked, by the date of the liked post. */
export function Likes() {
	const { t } = useTexts();
	const { all } = useArchives();
	const version = all?.map(({ id }) => id).join();
	const list = usePages<Cursor>(version ?? '', (from) => readPage('likes', from), 'likes');
	const size = all?.reduce((sum, { lists }) => sum + lists.likes.count, 0);
	if (size === 0) return <Empty>{t('noLikes')}</Empty>;
	return (
		<>
			<p class="hint">{t('likesHint')}</p>
			<Feed label={t('likes')} name="likes" list={{ ...list, size }} />
		</>
	);
}
