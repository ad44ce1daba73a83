import { type Generation, mediaRows } from '../../lib/store';
import { useArchives } from '../shared/archives';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { roomOf } from './room';

type Usage = { media: number; estimate: StorageEstimate };

async function usage(generations: readonly Generation[]): Promise<Usage> {
	const rows = await Promise.all(generations.map(({ account }) => mediaRows(account.key)));
	const media = rows.flat().reduce((sum, { size }) => sum + size, 0);
	return { media, estimate: await navigator.storage.estimate() };
}

/** How much room is taken, by what. */
export function Storage() {
	const { t, bytes } = useTexts();
	const archives = useArchives();
	const { all } = archives;
	const { value, ready, ...load } = useLoad(
		all?.map(({ account }) => account.key).join() ?? 'unknown',
		() => usage(all ?? []),
		['media', 'generations'],
	);
	const error = archives.error ?? load.error;
	const retry = () => {
		archives.retry();
		load.retry();
	};
	const room = roomOf(all, ready ? value?.media : undefined);
	const said = (part: number | undefined) => {
		if (part !== undefined) return bytes(part);
		return error === undefined ? t('loadingMore') : '';
	};
	return (
		<section aria-labelledby="storage" aria-busy={!room && error === undefined}>
			<h2 id="storage">{t('storage')}</h2>
			<dl class="facts">
				<dt>{t('storagePosts')}</dt>
				<dd>{said(room?.posts)}</dd>
				<dt>{t('storageIndex')}</dt>
				<dd>{said(room?.index)}</dd>
				<dt>{t('storageMedia')}</dt>
				<dd>{said(room?.media)}</dd>
				<dt>{t('storageTotal')}</dt>
				<dd>{said(room?.total)}</dd>
			</dl>
			{value && <Disk {...value.estimate} />}
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
		</section>
	);
}

/** The browser packs what it stores and counts late: its figure may be below or above the sum. */
function Disk({ usage: used, quota }: StorageEstimate) {
	const { t, bytes } = useTexts();
	if (used === undefined || quota === undefined) return null;
	return <p class="quiet">{t('storageQuota', { used: bytes(used), size: bytes(quota) })}</p>;
}
