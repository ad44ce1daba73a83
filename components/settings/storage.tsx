import { useState } from 'preact/hooks';
import {
	closedPictureHosts,
	fitPreviews,
	type Generation,
	liveBytes,
	liveIndexBytes,
	mediaRows,
	previewTotals,
} from '../../lib/store';
import { useArchives } from '../shared/archives';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { roomOf } from './room';

type Usage = {
	media: number;
	live: number;
	liveIndex: number;
	previews: { count: number; bytes: number };
	/** Hosts whose pictures are not kept. */
	closed: readonly string[];
	estimate: StorageEstimate;
};

async function usage(generations: readonly Generation[]): Promise<Usage> {
	const rows = await Promise.all(generations.map(({ account }) => mediaRows(account.key)));
	const media = rows.flat().reduce((sum, { size }) => sum + size, 0);
	const [live, liveIndex, previews, closed, estimate] = await Promise.all([
		liveBytes(),
		liveIndexBytes(),
		previewTotals(),
		closedPictureHosts(),
		navigator.storage.estimate(),
	]);
	return { media, live, liveIndex, previews, closed, estimate };
}

/** How much room is taken, by what. */
export function Storage() {
	const { t, bytes } = useTexts();
	const archives = useArchives();
	const { all } = archives;
	const { value, ready, ...load } = useLoad(
		all?.map(({ account }) => account.key).join() ?? 'unknown',
		() => usage(all ?? []),
		['media', 'generations', 'search', 'retention', 'sessions'],
	);
	const error = archives.error ?? load.error;
	const retry = () => {
		archives.retry();
		load.retry();
	};
	const room = roomOf(all, ready ? value : undefined);
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
				<dt>{t('storageLive')}</dt>
				<dd>{said(room?.live)}</dd>
				<dt>{t('storageIndex')}</dt>
				<dd>{said(room?.index)}</dd>
				<dt>{t('storageMedia')}</dt>
				<dd>{said(room?.media)}</dd>
				<dt>{t('storagePreviews')}</dt>
				<dd>{said(room?.previews)}</dd>
				<dt>{t('storageTotal')}</dt>
				<dd>{said(room?.total)}</dd>
			</dl>
			{room !== undefined && room.previews > 0 && <Free />}
			{value && <Disk {...value.estimate} />}
			{value && value.closed.length > 0 && (
				<p class="quiet">{t('previewsClosed', { hosts: value.closed.join(', ') })}</p>
			)}
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
		</section>
	);
}

/** What can go without a loss: it comes again when it is looked at. The rest is freed where it is set, or deleted. */
function Free() {
	const { t } = useTexts();
	const [error, setError] = useState<unknown>();
	return (
		<>
			<p>
				<button type="button" class="button" onClick={() => fitPreviews(0).catch(setError)}>
					{t('storageFree')}
				</button>
			</p>
			<p class="quiet">{t('storageFreeNote')}</p>
			{error !== undefined && <LoadProblem error={error} />}
		</>
	);
}

/** The browser packs what it stores and counts late: its figure may be below or above the sum. */
function Disk({ usage: used, quota }: StorageEstimate) {
	const { t, bytes } = useTexts();
	if (used === undefined || quota === undefined) return null;
	return <p class="quiet">{t('storageQuota', { used: bytes(used), size: bytes(quota) })}</p>;
}
