import { useTexts } from '../shared/texts';
import { useImport } from './import-provider';
import { type Job, pace, share } from './job';

/** How far the import is: phase, bytes, posts, speed, time left, and the way to stop it. */
export function Progress({ job }: { job: Job }) {
	const { t } = useTexts();
	const { cancel } = useImport();
	const words = useProgressWords(job);
	return (
		<section class="import-running" aria-labelledby="import-phase">
			<h2 id="import-phase">{words.phase}</h2>
			<progress
				aria-label={t('importProgress')}
				aria-valuetext={words.all}
				max={1}
				value={share(job)}
			/>
			{/* What comes and goes stands below the button: it must not move away under a pointer. */}
			<div class="actions">
				<button type="button" class="button" disabled={job.cancelling === true} onClick={cancel}>
					{t('cancelImport')}
				</button>
				<p class="quiet">
					{job.cancelling ? t('cancelling') : t(job.readable ? 'cancelSafeMedia' : 'cancelSafe')}
				</p>
			</div>
			<p class="progress-facts">{words.facts.join(' · ')}</p>
			<MediaChoice job={job} />
		</section>
	);
}

const PHASES = { read: 'phaseRead', arrange: 'phaseArrange', media: 'phaseMedia' } as const;

type Words = { phase: string; facts: string[]; all: string; short: string };

/** The progress in words, for eyes and for `aria-valuetext`. */
export function useProgressWords(job: Job): Words {
	const { t, percent, bytes, duration } = useTexts();
	const { progress } = job;
	const phase = progress ? t(PHASES[progress.phase]) : t('phaseOpen');
	const done = percent(share(job) ?? 0);
	const short = t('importingShort', { share: done });
	if (!progress) return { phase, facts: [t('phaseOpenFact')], all: phase, short };
	const now = pace(job);
	const inBytes = progress.phase !== 'arrange';
	const facts = [
		inBytes && t('progressBytes', { done: bytes(progress.done), total: bytes(progress.total) }),
		t(progress.phase === 'media' ? 'progressFiles' : 'progressPosts', { count: progress.items }),
		now && inBytes && t('progressSpeed', { speed: bytes(now.speed) }),
		now && t('progressLeft', { time: duration(now.left) }),
	].filter((fact) => typeof fact === 'string');
	return { phase, facts, all: [phase, done, ...facts].join(', '), short };
}

/** May be decided while the text is being read: media come last. */
function MediaChoice({ job }: { job: Job }) {
	const { t, bytes } = useTexts();
	const { copyMedia } = useImport();
	const { found, progress } = job;
	if (!found || found.mediaFiles === 0 || progress?.phase === 'media') return null;
	const { freeBytes } = found;
	const tight = freeBytes !== undefined && freeBytes < found.mediaBytes * 1.1;
	return (
		<div class="choice">
			<label>
				<input
					type="checkbox"
					checked={job.copyMedia}
					disabled={job.cancelling === true}
					onChange={(event) => copyMedia(event.currentTarget.checked)}
				/>
				<span>{t('copyMedia', { count: found.mediaFiles, size: bytes(found.mediaBytes) })}</span>
			</label>
			{freeBytes !== undefined && (
				<p class={tight ? 'warning' : 'quiet'}>
					{t(tight ? 'freeSpaceTight' : 'freeSpace', { size: bytes(freeBytes) })}
				</p>
			)}
		</div>
	);
}
