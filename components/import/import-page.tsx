import { useEffect } from 'preact/hooks';
import { useArchives } from '../shared/archives';
import { useCalled } from '../shared/called';
import { useChores } from '../shared/chores';
import { Page } from '../shared/page';
import { ProblemBox } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { Chooser } from './chooser';
import { HowTo } from './how-to';
import { useImport } from './import-provider';
import type { Job } from './job';
import { namesOf } from './picked';
import { Preview } from './preview';
import { Progress } from './progress';
import { QuestionPanel } from './question';
import { Report } from './report';
import { StoredImports } from './stored-imports';

/** `#/import`: choosing, watching and understanding an import, and taking one back. */
export function ImportPage() {
	const { t } = useTexts();
	const { job, start, markSeen } = useImport();
	const { all } = useArchives();
	const { chore } = useChores();
	const running = job.state === 'running';
	const ended = !running && job.state !== 'idle' && !job.seen;
	useEffect(() => {
		if (ended) markSeen();
	}, [ended, markSeen]);
	return (
		<Page title={t('import')}>
			<div class="column">
				{job.state === 'failed' && <Failed job={job} />}
				{job.state === 'cancelled' && <Cancelled job={job} />}
				{running ? (
					<Running job={job} />
				) : (
					<>
						<p class="lead">{t('importLead')}</p>
						{chore.state === 'running' ? (
							<p class="notice">{t('waitForChore')}</p>
						) : (
							<Chooser choose={(files) => start(files, namesOf(files))} />
						)}
					</>
				)}
				{job.report && (
					<Report
						report={job.report}
						unchanged={job.unchanged ?? false}
						copying={running}
						elapsed={job.elapsed}
					/>
				)}
				{!running && <HowTo open={all?.length === 0 && job.state === 'idle'} />}
				{!running && <StoredImports />}
			</div>
			{running && !job.readable && job.preview && <Preview {...job.preview} />}
		</Page>
	);
}

function Running({ job }: { job: Job }) {
	const { t, date } = useTexts();
	const called = useCalled();
	const { found, question } = job;
	// A question stands alone: nothing goes on, and it has its own way out.
	if (question) return <QuestionPanel question={question} />;
	return (
		<>
			<p class="lead">
				{found?.account
					? t('importingFrom', { handle: called(found.account) })
					: t('importingFile', { name: job.names.join(', ') })}
			</p>
			<Progress job={job} />
			{found?.importedBefore !== undefined && (
				<p class="quiet">{t('importedBefore', { date: date(found.importedBefore, 'day') })}</p>
			)}
		</>
	);
}

function Failed({ job }: { job: Job }) {
	const { say } = useTexts();
	if (!job.problem) return null;
	const { happened, safe, todo } = job.problem;
	return <ProblemBox happened={say(happened)} safe={say(safe)} todo={say(todo)} />;
}

function Cancelled({ job }: { job: Job }) {
	const { t } = useTexts();
	return (
		<p class="notice" role="status">
			{t(job.readable ? 'cancelledReadable' : 'cancelledNothing')}
		</p>
	);
}
