import { useEffect, useRef, useState } from 'preact/hooks';
import { eraseAll } from '../../lib/archive';
import { signOutEverywhere } from '../../lib/sessions';
import { useImport } from '../import/import-provider';
import { NotTold } from '../server/not-told';
import { ChoreView } from '../shared/chore-view';
import { useChores } from '../shared/chores';
import { useNavigation } from '../shared/navigation';
import { LoadProblem } from '../shared/problem';
import { useServices } from '../shared/services';
import { useTexts } from '../shared/texts';

/** Signs out everywhere, then deletes everything, whether or not every server could be told; a word must be typed first. */
export function EraseAll() {
	const { t } = useTexts();
	const { chore, run } = useChores();
	const { job, forgetReport } = useImport();
	const importing = job.state === 'running';
	const { forget } = useNavigation();
	const { forgetInBrowser } = useServices();
	const [error, setError] = useState<unknown>();
	const [typed, setTyped] = useState('');
	const [leaving, setLeaving] = useState(false);
	const [notTold, setNotTold] = useState<readonly string[]>([]);
	const word = t('eraseWord');
	const sure = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
	const erase = (event: SubmitEvent) => {
		event.preventDefault();
		if (!sure) return;
		setTyped('');
		forgetReport();
		forget();
		setLeaving(true);
		setNotTold([]);
		setError(undefined);
		// Beside it: a browser that does not answer keeps nothing from being deleted.
		forgetInBrowser().catch(setError);
		localStorage.clear();
		sessionStorage.clear();
		signOutEverywhere()
			.then((left) => setNotTold(left.notTold))
			.catch(reportError)
			.finally(() => {
				setLeaving(false);
				run('erase', eraseAll);
			});
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
					disabled={!sure || leaving || importing || chore.state === 'running'}
				>
					{t('eraseAll')}
				</button>
			</form>
			{importing && <p class="quiet">{t('waitForImport')}</p>}
			{leaving && <p role="status">{t('eraseSigningOut')}</p>}
			<ChoreView name="erase" label={t('erasing')} />
			{!leaving && chore.name === 'erase' && chore.state === 'done' && <Erased />}
			{error !== undefined && <LoadProblem error={error} />}
			<NotTold hosts={notTold} />
		</section>
	);
}

/** Comes into view and takes the focus: the page above it has become much shorter, or longer. */
function Erased() {
	const { t } = useTexts();
	const line = useRef<HTMLParagraphElement>(null);
	useEffect(() => {
		line.current?.focus({ preventScroll: true });
		line.current?.scrollIntoView({ block: 'center' });
	}, []);
	return (
		<p class="notice" role="status" tabIndex={-1} ref={line}>
			{t('erased')}
		</p>
	);
}
