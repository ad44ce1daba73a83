import { useState } from 'preact/hooks';
import { type Daily, readDaily, writeDaily } from '../../lib/store';
import { LoadProblem } from '../shared/problem';
import { useServices } from '../shared/services';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** A backup every day, by choice; when the last one was made, and that it is too long ago. */
export function BackupDaily() {
	const { t } = useTexts();
	const { downloads } = useServices();
	const [refused, setRefused] = useState(false);
	const [error, setError] = useState<unknown>();
	const { value, ready, ...load } = useLoad(
		'daily backup',
		async () => ({ daily: await readDaily(), allowed: await downloads.allowed() }),
		['settings'],
	);
	const daily = value?.daily;
	const turn = async () => {
		setRefused(false);
		setError(undefined);
		if (daily) return writeDaily(() => undefined);
		// First of all: the browser asks in the turn of the click alone.
		if (!(await downloads.ask())) return setRefused(true);
		await writeDaily(() => ({ since: Date.now() }));
	};
	return (
		<>
			<h3 id="backup-daily">{t('backupDaily')}</h3>
			<p class="quiet">{t('backupDailyWhy')}</p>
			<label class="backup-daily">
				<input
					type="checkbox"
					disabled={!ready}
					checked={daily !== undefined}
					onClick={(event) => {
						// It is on when the person has said yes to the browser too.
						event.preventDefault();
						turn().catch(setError);
					}}
				/>{' '}
				{t('backupDaily')}
			</label>
			<div role="status">
				{refused && <p>{t('backupDailyRefused')}</p>}
				{daily && value?.allowed === false && <p>{t('backupDailyNotAllowed')}</p>}
				{daily && <Last daily={daily} />}
			</div>
			{load.error !== undefined && <LoadProblem error={load.error} retry={load.retry} />}
			{error !== undefined && <LoadProblem error={error} />}
		</>
	);
}

function Last({ daily: { since, at, failed } }: { daily: Daily }) {
	const { t, date } = useTexts();
	const isOld = Date.now() - (at ?? since) > WEEK_MS;
	const last =
		at === undefined
			? t(isOld ? 'backupDailyNeverOld' : 'backupDailyNone')
			: t(isOld ? 'backupDailyOld' : 'backupDailyLast', { date: date(at, 'minute') });
	return (
		<>
			<p class={isOld ? 'notice' : undefined}>{last}</p>
			{failed && (
				<p>{t('backupDailyFailed', { date: date(failed.at, 'minute'), why: failed.why })}</p>
			)}
		</>
	);
}
