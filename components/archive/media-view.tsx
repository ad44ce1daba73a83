import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Medium, StoredPost } from '../../lib/model';
import { type Generation, type MediaRow, mediaRows } from '../../lib/store';
import { get } from '../../lib/timeline';
import { useWindowed } from '../feed/use-windowed';
import { PostCard } from '../post/card';
import { Lightbox } from '../post/lightbox';
import { Empty } from '../shared/empty';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { ofPosts, type PostMedium, typeOf } from './media-rows';
import { Thumb } from './thumb';

/** All pictures and videos of an archive, newest first. */
export function MediaView({ generation }: { generation: Generation }) {
	const { t } = useTexts();
	const { account, avatar, header } = generation;
	const { value, error, retry } = useLoad(account.key, () => mediaRows(account.key), ['media']);
	const media = useMemo(() => value && ofPosts(value, [avatar, header]), [value, avatar, header]);
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	if (!media) return null;
	if (media.length === 0) return <Empty>{t('noMedia')}</Empty>;
	return (
		<>
			<p class="hint">{t('mediaCount', { count: media.length })}</p>
			<Grid media={media} />
		</>
	);
}

function Grid({ media }: { media: readonly PostMedium[] }) {
	const box = useRef<HTMLDivElement>(null);
	const [open, setOpen] = useState<number>();
	const columns = useColumns(box);
	const rows = Math.ceil(media.length / columns);
	const width = (box.current?.clientWidth ?? 600) / columns;
	const windowed = useWindowed({
		count: rows,
		estimate: () => width,
		list: box,
		name: `media ${columns}`,
	});
	return (
		<>
			<div ref={box} class="feed">
				{windowed.items.map((index) => (
					<div
						key={index}
						data-index={index}
						class="feed-row media-row"
						style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
					>
						{media.slice(index * columns, (index + 1) * columns).map((one, i) => (
							<Thumb key={one.row.name} row={one.row} open={() => setOpen(index * columns + i)} />
						))}
					</div>
				))}
			</div>
			{open !== undefined && (
				<Lightbox
					items={media.map(({ row }) => ({ medium: toMedium(row), owner: row.account }))}
					start={open}
					close={() => setOpen(undefined)}
					caption={(i) => <Caption postKey={media[i]?.post ?? ''} />}
				/>
			)}
		</>
	);
}

function toMedium({ name, type }: MediaRow): Medium {
	return { type: typeOf(type), file: name };
}

/** The post a picture belongs to, without its pictures. */
function Caption({ postKey }: { postKey: string }) {
	const { value: stored } = useLoad(postKey, () => withoutMedia(postKey));
	return stored ? <PostCard stored={stored} /> : null;
}

async function withoutMedia(key: string): Promise<StoredPost | undefined> {
	const stored = await get(key);
	if (!stored) return undefined;
	const { media: _, ...post } = stored.post;
	return { ...stored, post };
}

/** As many columns as fit with pictures of about 140 px, at least three. */
function useColumns(box: { current: HTMLElement | null }): number {
	const [columns, setColumns] = useState(4);
	useEffect(() => {
		const element = box.current;
		if (!element) return;
		const observer = new ResizeObserver(() =>
			setColumns(Math.max(3, Math.floor(element.clientWidth / 140))),
		);
		observer.observe(element);
		return () => observer.disconnect();
	}, [box]);
	return columns;
}
