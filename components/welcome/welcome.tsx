import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { HowTo } from '../import/how-to';
import { useImport } from '../import/import-provider';
import { LoadProblem, ProblemBox } from '../shared/problem';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { Joining } from './joining';
import { sampleFiles } from './sample';

/** Where nothing is stored yet: four ways to begin, for whoever just looks, has an archive, has an account, has none. */
export function Welcome() {
	const { t } = useTexts();
	return (
		<div class="welcome">
			<p class="lead">{t('timelineEmpty')}</p>
			<p class="quiet">{t('welcomePrivate')}</p>
			<Joining />
			<Way title={t('welcomeLook')} what={t('welcomeLookWhat')}>
				<LookAtSample />
			</Way>
			<Way title={t('welcomeArchive')} what={t('welcomeArchiveWhat')}>
				<a class="button primary" href={hrefs.import()}>
					{t('importArchive')}
				</a>
				<HowTo open={false} />
			</Way>
			<Way title={t('welcomeAccount')} what={t('welcomeAccountWhat')}>
				<a class="button primary" href={hrefs.servers()}>
					{t('signInSomewhere')}
				</a>
			</Way>
			<Way title={t('welcomeNone')} what={t('welcomeNoneWhat')}>
				<a class="button" href={hrefs.servers({ join: 'yes' })}>
					{t('welcomeFind')}
				</a>
			</Way>
		</div>
	);
}

type WayProps = { title: string; what: string; children: ComponentChildren };

function Way({ title, what, children }: WayProps) {
	const id = useId();
	return (
		<section class="way" aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			<p>{what}</p>
			{children}
		</section>
	);
}

/** Imports the sample; the timeline comes into this place by itself. */
function LookAtSample() {
	const { t, say, language } = useTexts();
	const { job, start } = useImport();
	const [error, setError] = useState<unknown>();
	const running = job.state === 'running';
	const look = () => {
		setError(undefined);
		sampleFiles(language, Date.now()).then((files) => start(files, [t('sampleName')]), setError);
	};
	return (
		<>
			<button type="button" class="button" disabled={running} onClick={look}>
				{t('welcomeSample')}
			</button>
			<p role="status">{running && t('welcomeSampleComing')}</p>
			{job.state === 'failed' && job.problem && (
				<ProblemBox
					happened={say(job.problem.happened)}
					safe={say(job.problem.safe)}
					todo={say(job.problem.todo)}
				/>
			)}
			{error !== undefined && <LoadProblem error={error} retry={look} />}
		</>
	);
}
