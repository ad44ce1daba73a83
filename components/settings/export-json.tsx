import { useEffect, useState } from 'preact/hooks';
import { exportJson } from '../../lib/archive';
import { useArchives } from '../shared/archives';
import { ChoreView } from '../shared/chore-view';
import { useChores } from '../shared/chores';
import { useTexts } from '../shared/texts';

/** Everything stored leaves as one JSON file. */
export function ExportJson() {
	const { t } = useTexts();
	const { all = [] } = useArchives();
	const { chore, run } = useChores();
	const file = chore.name === 'export' && chore.state === 'done' ? chore.file : undefined;
	return (
		<section aria-labelledby="export">
			<h2 id="export">{t('export')}</h2>
			<p>{t('exportWhy')}</p>
			{all.length === 0 ? (
				<p class="quiet">{t('exportNothing')}</p>
			) : (
				<button
					type="button"
					class="button"
					disabled={chore.state === 'running'}
					onClick={() => run('export', exportJson)}
				>
					{t('exportAsJson')}
				</button>
			)}
			<ChoreView name="export" label={t('exporting')} stoppable />
			{file && <Save file={file} />}
		</section>
	);
}

/** The download itself, started by the person: a browser may refuse one that starts minutes after the click. */
function Save({ file }: { file: File }) {
	const { t, bytes } = useTexts();
	const [url, setUrl] = useState<string>();
	useEffect(() => {
		const made = URL.createObjectURL(file);
		setUrl(made);
		return () => URL.revokeObjectURL(made);
	}, [file]);
	return (
		<p class="notice" role="status">
			{t('exportReady')}{' '}
			{url && (
				<a href={url} download={file.name}>
					{t('exportSave', { name: file.name, size: bytes(file.size) })}
				</a>
			)}
		</p>
	);
}
