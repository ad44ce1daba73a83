import type { ComponentChildren } from 'preact';
import type { FromBackground } from '../../lib/messages';
import type { Delivery, Verdict } from '../../lib/model';
import { answer, takeBack } from '../../lib/outbox';
import { ForeignWords } from '../shared/foreign-words';
import { useTexts } from '../shared/texts';
import { ANSWERS } from './verdict-item';

type AskProps = { delivery: Delivery; ask(asked: Promise<FromBackground>): void };

/** Verdicts that came up when it was about to go. */
export function Questions({ delivery: { id, verdicts }, ask }: AskProps) {
	const { t } = useTexts();
	const open = verdicts.filter(
		({ verdict, override, answered }) =>
			(verdict === 'ask' || verdict === 'cannot-tell') && override && !answered,
	);
	return (
		<>
			{open.map((one) => (
				<Said key={keyOf(one)} verdict={one} weight="ask">
					<button type="button" class="link-button" onClick={() => ask(answer(id, one, true))}>
						{t(one.override === 'followed' ? 'verdictFollowed' : 'verdictGoOn')}
					</button>
					<button type="button" class="link-button" onClick={() => ask(answer(id, one, false))}>
						{t('wentCancel')}
					</button>
				</Said>
			))}
		</>
	);
}

/** What the person said to verdicts, to be looked at, and taken back as long as it has not gone. */
export function Decisions({ delivery, ask }: AskProps) {
	const { t, date } = useTexts();
	const { id, verdicts, answers, state, open } = delivery;
	const said = verdicts.flatMap((verdict) => {
		const found = answers.findLast(
			({ norm, sentence }) => norm === verdict.norm && sentence === verdict.source?.sentence,
		);
		return verdict.answered && found ? [{ verdict, answer: found }] : [];
	});
	const isHere = (state === 'queued' || state === 'needs-you') && !open;
	if (said.length === 0) return null;
	return (
		<details class="decisions">
			<summary>{t('decisions', { count: said.length })}</summary>
			{said.map(({ verdict, answer: { how, at } }) => (
				<Said key={keyOf(verdict)} verdict={verdict} weight="advise">
					<span class="quiet">
						{t(ANSWERS[how])}{' '}
						<time dateTime={new Date(at).toISOString()}>{date(at, 'minute')}</time>
					</span>
					{isHere && (
						<button type="button" class="link-button" onClick={() => ask(takeBack(id, verdict))}>
							{t('verdictTakeBack')}
						</button>
					)}
				</Said>
			))}
		</details>
	);
}

type SaidProps = { verdict: Verdict; weight: string; children: ComponentChildren };

function Said({ verdict: { norm, reason, source }, weight, children }: SaidProps) {
	const { say } = useTexts();
	return (
		<div class={`verdict ${weight}`} data-norm={norm}>
			<p class="verdict-reason">{say(reason)}</p>
			{source && <ForeignWords words={source.sentence} source={source.url} />}
			<div class="verdict-ways">{children}</div>
		</div>
	);
}

function keyOf({ norm, reason, source, file }: Verdict): string {
	return JSON.stringify([norm, reason.key, source?.sentence, file]);
}
