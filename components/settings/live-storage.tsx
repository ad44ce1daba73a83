import { useState } from 'preact/hooks';
import { countEntries, countOldEntries, liveBytes } from '../../lib/store';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { Choice } from './appearance';

/** How many posts of networks are kept ready, how many are packed, what they take, and from when on they are. */
export function LiveStorage() {
	const { t, number, bytes } = useTexts();
	const [error, setError] = useState<unknown>();
	const { value, ...load } = useLoad('live storage', counted, ['retention', 'sessions']);
	return (
		<section aria-labelledby="live-storage" aria-busy={!value && load.error === undefined}>
			<h2 id="live-storage">{t('storageLive')}</h2>
			<p>
				{value
					? t('storageLiveCount', {
							ready: number(value.ready),
							packed: number(value.packed),
							size: bytes(value.size),
						})
					: t('loadingMore')}
			</p>
			<Choice name="retention" title="retention" failed={setError} />
			<p class="quiet">{t('retentionNote')}</p>
			{load.error !== undefined && <LoadProblem error={load.error} retry={load.retry} />}
			{error !== undefined && <LoadProblem error={error} />}
		</section>
	);
}

async function counted(): Promise<{ ready: number; packed: number; size: number }> {
	const [ready, packed, size] = await Promise.all([countEntries(), countOldEntries(), liveBytes()]);
	return { ready, packed, size };
}
