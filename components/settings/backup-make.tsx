import { useEffect, useRef, useState } from 'preact/hooks';
import {
	type MadeBackup,
	type Missing,
	makeBackup,
	SECTIONS,
	type Section,
	USUAL,
} from '../../lib/backup';
import type { Key } from '../../lib/texts';
import { ProblemBox } from '../shared/problem';
import { useServices } from '../shared/services';
import { useTexts } from '../shared/texts';
import { BackupChoice } from './backup-choice';

type State =
	| { step: 'idle' | 'failed' }
	| { step: 'working'; files: number; bytes: number }
	| { step: 'made'; made: MadeBackup };

const MISSING = {
	following: 'backupMissingFollowing',
	blocks: 'backupMissingBlocks',
	mutes: 'backupMissingMutes',
	lists: 'backupMissingLists',
} as const satisfies Readonly<Record<Missing['what'], Key>>;

/** What goes into the file, the making of it, and the file. */
export function BackupMake() {
	const { t } = useTexts();
	const { version } = useServices();
	const [wanted, setWanted] = useState<readonly Section[]>(USUAL);
	const [state, setState] = useState<State>({ step: 'idle' });
	const abort = useRef<AbortController>(null);
	useEffect(() => () => abort.current?.abort(), []);
	const make = async () => {
		const ending = new AbortController();
		abort.current = ending;
		setState({ step: 'working', files: 0, bytes: 0 });
		try {
			const made = await makeBackup({
				sections: SECTIONS.filter((one) => wanted.includes(one)),
				app: version,
				readme: t('backupReadme'),
				at: new Date(),
				signal: ending.signal,
				onProgress: (files, bytes) => setState({ step: 'working', files, bytes }),
			});
			setState({ step: 'made', made });
		} catch (error) {
			if (ending.signal.aborted) return setState({ step: 'idle' });
			reportError(error);
			setState({ step: 'failed' });
		}
	};
	return (
		<>
			<BackupChoice wanted={wanted} choose={setWanted} disabled={state.step === 'working'} />
			<button
				type="button"
				class="button"
				disabled={state.step === 'working'}
				onClick={() => void make()}
			>
				{t('backupMake')}
			</button>
			{state.step === 'working' && <Making {...state} stop={() => abort.current?.abort()} />}
			{state.step === 'made' && <Made {...state.made} />}
			{state.step === 'failed' && (
				<ProblemBox
					happened={t('backupFailed')}
					safe={t('backupFailedSafe')}
					todo={t('backupFailedTodo')}
				/>
			)}
		</>
	);
}

function Making({ files, bytes, stop }: { files: number; bytes: number; stop(): void }) {
	const { t, number, bytes: size } = useTexts();
	return (
		<div class="chore">
			<p>{t('backupMaking')}</p>
			<progress aria-label={t('backupMaking')} />
			<p class="quiet">
				{t('backupMakingDone', { files: number(files), size: size(bytes) })} {t('backupStay')}
			</p>
			<button type="button" class="button" onClick={stop}>
				{t('cancel')}
			</button>
		</div>
	);
}

/** The file itself. A browser may refuse a download that begins long after the click, so that it waits for another. */
function Made({ file, manifest }: MadeBackup) {
	const { t, bytes } = useTexts();
	const [url, setUrl] = useState<string>();
	const link = useRef<HTMLAnchorElement>(null);
	useEffect(() => {
		const made = URL.createObjectURL(file);
		setUrl(made);
		return () => URL.revokeObjectURL(made);
	}, [file]);
	useEffect(() => {
		if (url !== undefined) link.current?.click();
	}, [url]);
	return (
		<div class="notice" role="status">
			<p>
				{t('backupMade')}{' '}
				{url && (
					<a ref={link} href={url} download={file.name}>
						{t('backupSave', { name: file.name, size: bytes(file.size) })}
					</a>
				)}
			</p>
			{manifest.missing.length > 0 && (
				<>
					<p>{t('backupMissing')}</p>
					<ul>
						{manifest.missing.map(({ account, what }) => (
							<li key={`${account} ${what}`}>
								<bdi>@{account}</bdi>: {t(MISSING[what])}
							</li>
						))}
					</ul>
				</>
			)}
		</div>
	);
}
