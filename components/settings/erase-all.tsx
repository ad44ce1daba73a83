import { useState } from 'preact/hooks';
import { eraseAll } from '../../lib/archive';
import { useImport } from '../import/import-provider';
import { ChoreView } from '../shared/chore-view';
import { useChores } from '../shared/chores';
import { useTexts } from '../shared/texts';

/** Deletes everything; a word must be typed first. */
export function EraseAll() {
	const { t } = useTexts();
	const { chore, run } = useChores();
	const importing = useImport().job.state === 'running';
	const [typed, setTyped] = useState('');
	const word = t('eraseWord');
	const sure = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
	const erase = (event: SubmitEvent) => {
		event.preventDefault();
		if (!sure) return;
		setTyped('');
		run('erase', eraseAll);
	};
	return (
		<section aria-labelledby="erase">
			<h2 id="erase">{t('erase')}</h2>
			<p>{t('eraseWhat')}</p>
			<form class="erase" onSubmit={erase}>
				<label>
					<span>{t('eraseType', { word })}</span>
					<input
						type="text"
						autocomplete="off"
						autocapitalize="off"
						value={typed}
						onInput={(event) => setTyped(event.currentTarget.value)}
					/>
				</label>
				<button
					type="submit"
					class="button danger"
					disabled={!sure || importing || chore.state === 'running'}
				>
					{t('eraseAll')}
				</button>
			</form>
			{importing && <p class="quiet">{t('waitForImport')}</p>}
			<ChoreView name="erase" label={t('erasing')} />
			{chore.name === 'erase' && chore.state === 'done' && (
				<p class="notice" role="status">
					{t('erased')}
				</p>
			)}
		</section>
	);
}
