import { useEffect, useRef, useState } from 'preact/hooks';
import {
	BadBackup,
	type OpenBackup,
	openBackup,
	type Restored,
	restoreBackup,
} from '../../lib/backup';
import { ProblemBox } from '../shared/problem';
import { useServices } from '../shared/services';
import { useTexts } from '../shared/texts';
import { BackupFound, BackupRestored } from './backup-found';

type State =
	| { step: 'idle' }
	| { step: 'looking' | 'restoring'; share: number }
	| { step: 'found'; backup: OpenBackup }
	| { step: 'done'; restored: Restored }
	| { step: 'problem'; during: 'looking' | 'restoring'; error: unknown };

/** Chooses a backup, shows what is in it, and brings it back. */
export function BackupRestore() {
	const { t } = useTexts();
	const { archiveWorkers } = useServices();
	const [state, setState] = useState<State>({ step: 'idle' });
	const abort = useRef<AbortController>(null);
	useEffect(() => () => abort.current?.abort(), []);
	const work = async (
		step: 'looking' | 'restoring',
		doIt: (signal: AbortSignal, onProgress: (share: number) => void) => Promise<State>,
	) => {
		const ending = new AbortController();
		abort.current = ending;
		setState({ step, share: 0 });
		try {
			setState(await doIt(ending.signal, (share) => setState({ step, share })));
		} catch (error) {
			if (ending.signal.aborted) return setState({ step: 'idle' });
			if (!(error instanceof BadBackup)) reportError(error);
			setState({ step: 'problem', during: step, error });
		}
	};
	const look = (file: File) =>
		work('looking', async (signal, onProgress) => ({
			step: 'found',
			backup: await openBackup(file, signal, onProgress),
		}));
	const restore = (backup: OpenBackup) =>
		work('restoring', async (signal, onProgress) => {
			const now = Date.now();
			const restored = await restoreBackup(backup, { archiveWorkers, now, signal, onProgress });
			return { step: 'done', restored };
		});
	const busy = state.step === 'looking' || state.step === 'restoring';
	return (
		<>
			<h3 id="restore">{t('restore')}</h3>
			<p class="quiet">{t('restoreWhy')}</p>
			<Pick disabled={busy} choose={(file) => void look(file)} />
			{(state.step === 'looking' || state.step === 'restoring') && (
				<Working {...state} stop={() => abort.current?.abort()} />
			)}
			{state.step === 'found' && (
				<BackupFound backup={state.backup} restore={() => void restore(state.backup)} />
			)}
			{state.step === 'done' && <BackupRestored restored={state.restored} />}
			{state.step === 'problem' && <Problem during={state.during} error={state.error} />}
		</>
	);
}

function Pick({ disabled, choose }: { disabled: boolean; choose(file: File): void }) {
	const { t } = useTexts();
	return (
		<div class="picker">
			<input
				id="restore-file"
				type="file"
				accept=".zip,application/zip"
				disabled={disabled}
				onChange={(event) => {
					const file = event.currentTarget.files?.[0];
					if (file) choose(file);
					// The same file can be chosen again after an error.
					event.currentTarget.value = '';
				}}
			/>
			<label class="button" for="restore-file">
				{t('restorePick')}
			</label>
		</div>
	);
}

type WorkingProps = { step: 'looking' | 'restoring'; share: number; stop(): void };

function Working({ step, share, stop }: WorkingProps) {
	const { t, percent } = useTexts();
	const label = t(step === 'looking' ? 'restoreLooking' : 'restoreGoing');
	return (
		<div class="chore">
			<p>{label}</p>
			<progress aria-label={label} aria-valuetext={percent(share)} max={1} value={share} />
			<p class="quiet">
				{t('backupStay')} {step === 'restoring' && t('restoreAgain')}
			</p>
			<button type="button" class="button" onClick={stop}>
				{t('cancel')}
			</button>
		</div>
	);
}

function Problem({ during, error }: { during: 'looking' | 'restoring'; error: unknown }) {
	const { t, say } = useTexts();
	const said = error instanceof BadBackup ? say(error.text) : undefined;
	return during === 'looking' ? (
		<ProblemBox
			happened={said ?? t('backupNotOne')}
			safe={t('backupNothingWritten')}
			todo={t('backupTodoOther')}
		/>
	) : (
		<ProblemBox
			happened={said ?? t('restoreFailed')}
			safe={t('restoreFailedSafe')}
			todo={t('restoreFailedTodo')}
		/>
	);
}
