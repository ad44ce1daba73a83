import { useEffect, useRef, useState } from 'preact/hooks';
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

/** No page hears how a download ends: long enough to copy the file from disk to disk, even to a slow one. */
const SAVING_MS = 60_000;
const SLOW_BYTES_PER_MS = 5000;

/**
 * The download itself, started by the person: a browser may refuse one that starts minutes after the click. The
 * file holds every post, so it goes once it was saved, or when the page is left without saving it.
 */
function Save({ file }: { file: File }) {
	const { t, bytes } = useTexts();
	const { forget } = useChores();
	const [url, setUrl] = useState<string>();
	const saving = useRef(false);
	useEffect(() => {
		const made = URL.createObjectURL(file);
		setUrl(made);
		return () => {
			if (saving.current) return;
			URL.revokeObjectURL(made);
			forget(file);
		};
	}, [file, forget]);
	const save = () => {
		if (saving.current) return;
		saving.current = true;
		setTimeout(() => forget(file), SAVING_MS + file.size / SLOW_BYTES_PER_MS);
	};
	return (
		<p class="notice" role="status">
			{t('exportReady')}{' '}
			{url && (
				<a href={url} download={file.name} onClick={save}>
					{t('exportSave', { name: file.name, size: bytes(file.size) })}
				</a>
			)}{' '}
			{t('exportKept')}
		</p>
	);
}
