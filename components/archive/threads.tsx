import { useMemo } from 'preact/hooks';
import type { Generation } from '../../lib/store';
import { Feed } from '../feed/feed';
import { usePages } from '../feed/use-pages';
import { Empty } from '../shared/empty';
import { useTexts } from '../shared/texts';
import { getAll } from './top-posts';

const PAGE = 25;

/** The first posts of self-threads, the longest ones first. */
export function Threads({ generation }: { generation: Generation }) {
	const { t } = useTexts();
	const { threads } = generation.summary;
	const lengths = useMemo(() => new Map(threads.map(({ key, value }) => [key, value])), [threads]);
	const list = usePages<number>(
		String(generation.id),
		async (from = 0) => {
			const items = await getAll(threads.slice(from, from + PAGE).map(({ key }) => key));
			const next = from + PAGE;
			return { items, ...(next < threads.length ? { next } : {}) };
		},
		'threads',
	);
	if (threads.length === 0) return <Empty>{t('noThreads')}</Empty>;
	return (
		<Feed
			label={t('threads')}
			name="threads"
			list={{ ...list, size: threads.length }}
			extras={({ post }) => ({
				note: t('threadOf', { count: lengths.get(post.key) ?? 0 }),
				inConversation: true,
			})}
		/>
	);
}
