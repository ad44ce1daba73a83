import { useEffect } from 'preact/hooks';
import { removeImport } from '../../lib/archive';
import { SAMPLE } from '../../lib/store';
import { useImport } from '../import/import-provider';
import { useArchives } from '../shared/archives';
import { ChoreView } from '../shared/chore-view';
import { useChores } from '../shared/chores';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { ReminderDue } from './reminder';

/**
 * Above the timeline: that a sample is shown, with the way out of it; and a reminder that is due. The sample goes by
 * itself once there is an archive of the person's own.
 */
export function SampleLine() {
	const { all = [] } = useArchives();
	const sample = all.find(({ account }) => account.key === SAMPLE);
	return (
		<>
			<ReminderDue />
			{sample && <Sample imports={sample.imports.map(({ id }) => id)} isOver={all.length > 1} />}
		</>
	);
}

/** `isOver`: an archive of the person's own is there. */
function Sample({ imports, isOver }: { imports: readonly string[]; isOver: boolean }) {
	const { t } = useTexts();
	const { job, markSeen, forgetReport } = useImport();
	const { chore, run } = useChores();
	const ended = job.state === 'done' && !job.seen;
	useEffect(() => {
		if (ended) markSeen();
	}, [ended, markSeen]);
	const [id = ''] = imports;
	const remove = () => {
		forgetReport();
		run('remove', (spawn, listener) => removeImport(spawn, SAMPLE, id, listener));
	};
	const goes = isOver && chore.state === 'idle' && job.state !== 'running';
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is over
	useEffect(() => {
		if (goes) remove();
	}, [goes]);
	return (
		<section class="sample-line" aria-label={t('sampleName')}>
			<p>{t('sampleShown')}</p>
			<div class="actions">
				<button
					type="button"
					class="button"
					disabled={chore.state === 'running' || job.state === 'running'}
					onClick={remove}
				>
					{t('sampleRemove')}
				</button>
				<a class="button" href={hrefs.import()}>
					{t('importArchive')}
				</a>
				<a class="button" href={hrefs.servers()}>
					{t('signInSomewhere')}
				</a>
			</div>
			<ChoreView name="remove" label={t('removing')} />
		</section>
	);
}
