import { useEffect, useState } from 'preact/hooks';
import { type Plans, readPlans, SAMPLE, writePlan } from '../../lib/store';
import { useArchives } from '../shared/archives';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

const DAY_MS = 24 * 60 * 60_000;
const DAYS = [1, 2, 3, 7];
/** Where X hands out archives. A link that the person follows. */
export const ARCHIVE_AT_X = 'https://x.com/settings/download_your_data';

/** X takes days to make an archive: a reminder is offered to whoever has none yet. */
export function ReminderOffer() {
	const { value, error, retry } = useLoad('plans', readPlans, ['settings']);
	const plan = useUnfulfilled(value);
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	return value && !plan ? <Offer /> : null;
}

/** The reminder that was set, until it is due and then; nothing once the archive is imported. */
export function ReminderSet() {
	const { value } = useLoad('plans', readPlans, ['settings']);
	const plan = useUnfulfilled(value);
	if (!plan) return null;
	return plan.at <= Date.now() ? <Due plan={plan} /> : <Waiting plan={plan} />;
}

/** The same where there is no room for what waits: only what is due. */
export function ReminderDue() {
	const { value } = useLoad('plans', readPlans, ['settings']);
	const plan = useUnfulfilled(value);
	return plan && plan.at <= Date.now() ? <Due plan={plan} /> : null;
}

/** The reminder, until an archive was imported after it was set: then it has had its purpose, and ends. */
function useUnfulfilled(plans: Plans | undefined): Plans['reminder'] {
	const { all = [] } = useArchives();
	const { reminder } = plans ?? {};
	const done =
		reminder !== undefined &&
		all.some(
			({ account, imports }) =>
				account.key !== SAMPLE && imports.some(({ importedAt }) => importedAt > reminder.askedAt),
		);
	useEffect(() => {
		if (done) writePlan('reminder', undefined).catch(reportError);
	}, [done]);
	return done ? undefined : reminder;
}

type PlanProps = { plan: NonNullable<Plans['reminder']> };

function Offer() {
	const { t } = useTexts();
	const [days, setDays] = useState(2);
	const set = () => {
		const askedAt = Date.now();
		writePlan('reminder', { askedAt, at: askedAt + days * DAY_MS }).catch(reportError);
	};
	return (
		<form
			class="remind"
			onSubmit={(event) => {
				event.preventDefault();
				set();
			}}
		>
			<label>
				<span>{t('remindIn')}</span>
				<select
					class="chip"
					value={days}
					onChange={(event) => setDays(Number(event.currentTarget.value))}
				>
					{DAYS.map((count) => (
						<option key={count} value={count}>
							{t('remindDays', { count })}
						</option>
					))}
				</select>
			</label>
			<button type="submit" class="button">
				{t('remindMe')}
			</button>
		</form>
	);
}

function Waiting({ plan }: PlanProps) {
	const { t, date } = useTexts();
	return (
		<div class="notice" role="status">
			<p>{t('remindSet', { date: date(plan.at, 'minute') })}</p>
			<button type="button" class="button" onClick={end}>
				{t('remindNot')}
			</button>
		</div>
	);
}

function Due({ plan }: PlanProps) {
	const { t, date } = useTexts();
	const later = () => {
		writePlan('reminder', { ...plan, at: Date.now() + DAY_MS }).catch(reportError);
	};
	return (
		<div class="notice" role="status">
			<p>{t('remindDue', { date: date(plan.askedAt, 'day') })}</p>
			<div class="actions">
				<a class="button" href={ARCHIVE_AT_X} target="_blank" rel="noopener noreferrer">
					{t('remindFetch')}
				</a>
				<button type="button" class="button" onClick={later}>
					{t('remindLater')}
				</button>
				<button type="button" class="button" onClick={end}>
					{t('remindNot')}
				</button>
			</div>
		</div>
	);
}

function end(): void {
	writePlan('reminder', undefined).catch(reportError);
}
