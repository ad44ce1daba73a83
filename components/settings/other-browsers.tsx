import { useState } from 'preact/hooks';
import { isOn } from '../../lib/agreement';
import { type Agreement, type AgreementProblem, readAgreement } from '../../lib/store';
import { LoadProblem, ProblemBox } from '../shared/problem';
import { useServices } from '../shared/services';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

/** Several browsers of one person agree: what is carried and through whom, by choice, and how it stands. */
export function OtherBrowsers() {
	const { t, date } = useTexts();
	const { agreeing } = useServices();
	const { value, error, retry, ready } = useLoad('agreement', readAgreement, ['agreement']);
	const [failed, setFailed] = useState<unknown>();
	const [busy, setBusy] = useState(false);
	const run = (work: Promise<void>) => {
		setFailed(undefined);
		setBusy(true);
		work.catch(setFailed).finally(() => setBusy(false));
	};
	return (
		<section aria-labelledby="agreement" aria-busy={busy || !ready}>
			<h2 id="agreement">{t('agreement')}</h2>
			<p>{t('agreementWhat')}</p>
			<p class="quiet">{t('agreementHow')}</p>
			<p class="quiet">{t('agreementNever')}</p>
			{value && 'endedAt' in value && (
				<p class="notice" role="status">
					{t('agreementEnded', { date: date(value.endedAt, 'minute') })}
				</p>
			)}
			{isOn(value) && <Standing agreement={value} />}
			{isOn(value) && <Off busy={busy} end={(deletes) => run(agreeing.end(deletes))} />}
			{ready && !isOn(value) && (
				<button type="button" class="button" disabled={busy} onClick={() => run(agreeing.begin())}>
					{t('agreementBegin')}
				</button>
			)}
			{failed !== undefined && <Problem kind="failed" detail={String(failed)} />}
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
		</section>
	);
}

function Standing({ agreement: { agreedAt, problem } }: { agreement: Agreement }) {
	const { t, date } = useTexts();
	return (
		<>
			<p role="status">
				{agreedAt === undefined
					? t('agreementNotYet')
					: t('agreementLast', { time: date(agreedAt, 'minute') })}
			</p>
			{problem && <Problem {...problem} />}
		</>
	);
}

const PROBLEMS = {
	muffles: ['agreementMuffles', 'agreementMufflesSafe', 'agreementFullTodo'],
	full: ['agreementFull', 'agreementSafe', 'agreementFullTodo'],
	busy: ['agreementBusy', 'agreementSafe', 'agreementAgain'],
	newer: ['agreementNewer', 'agreementSafe', 'agreementNewerTodo'],
	failed: ['agreementFailed', 'agreementSafe', 'agreementAgain'],
} as const;

function Problem({ kind, detail }: AgreementProblem) {
	const { t } = useTexts();
	const [happened, safe, todo] = PROBLEMS[kind];
	return (
		<ProblemBox happened={t(happened)} safe={t(safe)} todo={t(todo)}>
			{detail && (
				<details class="quiet">
					<summary>{t('problemDetails')}</summary>
					<code>{detail}</code>
				</details>
			)}
		</ProblemBox>
	);
}

type OffProps = { busy: boolean; end(deletes: boolean): void };

/** Switched off once it was asked what becomes of what lies there. */
function Off({ busy, end }: OffProps) {
	const { t } = useTexts();
	const [asked, ask] = useState(false);
	if (!asked)
		return (
			<button type="button" class="button" disabled={busy} onClick={() => ask(true)}>
				{t('agreementOff')}
			</button>
		);
	return (
		<>
			<p>{t('agreementOffAsk')}</p>
			<div class="actions">
				<button type="button" class="button danger" disabled={busy} onClick={() => end(true)}>
					{t('agreementOffDelete')}
				</button>
				<button type="button" class="button" disabled={busy} onClick={() => end(false)}>
					{t('agreementOffLeave')}
				</button>
				<button type="button" class="button" onClick={() => ask(false)}>
					{t('cancel')}
				</button>
			</div>
		</>
	);
}
