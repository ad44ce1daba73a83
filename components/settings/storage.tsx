import { type Generation, mediaRows } from '../../lib/store';
import { useArchives } from '../shared/archives';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

type Usage = { media: number; estimate: StorageEstimate };

async function usage(generations: readonly Generation[]): Promise<Usage> {
	const rows = await Promise.all(generations.map(({ account }) => mediaRows(account.key)));
	const media = rows.flat().reduce((sum, { size }) => sum + size, 0);
	return { media, estimate: await navigator.storage.estimate() };
}

/** How much room is taken, by what. */
export function Storage() {
	const { t, bytes } = useTexts();
	const { all = [] } = useArchives();
	const { value, error, retry } = useLoad(
		all.map(({ account }) => account.key).join(),
		() => usage(all),
		['media', 'generations'],
	);
	const lists = all.flatMap((generation) => Object.values(generation.lists));
	const posts = lists.reduce((sum, list) => sum + list.bytes, 0);
	const index = lists.reduce((sum, list) => sum + list.indexBytes, 0);
	return (
		<section aria-labelledby="storage">
			<h2 id="storage">{t('storage')}</h2>
			<dl class="facts">
				<dt>{t('storagePosts')}</dt>
				<dd>{bytes(posts)}</dd>
				<dt>{t('storageIndex')}</dt>
				<dd>{bytes(index)}</dd>
				<dt>{t('storageMedia')}</dt>
				<dd>{value ? bytes(value.media) : ''}</dd>
				<dt>{t('storageTotal')}</dt>
				<dd>{value ? bytes(posts + index + value.media) : ''}</dd>
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
