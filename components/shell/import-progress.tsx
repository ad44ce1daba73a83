import { useImport } from '../import/import-provider';
import { share } from '../import/job';
import { useProgressWords } from '../import/progress';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

/** A running import, or one that ended while another page was looked at; leads to it. */
export function ImportProgress() {
	const { t } = useTexts();
	const { job } = useImport();
	const words = useProgressWords(job);
	if (job.state === 'idle' || job.seen) return null;
	const running = job.state === 'running';
	return (
		<a class="import-chip" href={hrefs.import()} data-state={job.state}>
			<span>{running ? words.short : t(ENDED[job.state])}</span>
			{running && <span class="quiet">{job.question ? t('importAsks') : words.phase}</span>}
			{running && (
				<svg class="thin-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
					<rect width="100" height="4" class="thin-ground" />
					<rect width={(share(job) ?? 0) * 100} height="4" class="thin-value" />
				</svg>
			)}
		</a>
	);
}

const ENDED = {
	idle: 'importEnded',
	done: 'importEnded',
	cancelled: 'importCancelledShort',
	failed: 'importFailedShort',
	running: 'importEnded',
} as const;
