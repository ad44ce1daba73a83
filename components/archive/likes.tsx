import { type Cursor, read } from '../../lib/timeline';
import { Feed } from '../feed/feed';
import type { Loaded } from '../feed/pages';
import { usePages } from '../feed/use-pages';
import { useArchives } from '../shared/archives';
import { Empty } from '../shared/empty';
import { useTexts } from '../shared/texts';

/** What the person liked, by the date of the liked post. */
export function Likes() {
	const { t } = useTexts();
	const { all } = useArchives();
	const version = all?.map(({ id }) => id).join();
	const list = usePages<Cursor>(version ?? '', readPage, 'likes');
	const size = all?.reduce((sum, { lists }) => sum + lists.likes.count, 0);
	if (size === 0) return <Empty>{t('noLikes')}</Empty>;
	return (
		<>
			<p class="hint">{t('likesHint')}</p>
			<Feed label={t('likes')} name="likes" list={{ ...list, size }} />
		</>
	);
}

const PAGE = 50;

async function readPage(from: Cursor | undefined): Promise<Loaded<Cursor>> {
	const items = await read('likes', from, PAGE);
	const last = items.at(-1);
	if (!last || items.length < PAGE) return { items };
	return { items, next: { sortAt: last.sortAt, key: last.post.key } };
}
