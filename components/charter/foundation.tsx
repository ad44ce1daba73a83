import { CircleCheck, CircleHelp, CircleX, Landmark } from 'lucide-preact';
import { foundationTest } from '../../lib/charters';
import type { Charter, FoundationQuestion, FoundationTest } from '../../lib/model';
import type { Key } from '../../lib/texts';
import { useTexts } from '../shared/texts';
import { EvidenceList } from './evidence';

const QUESTIONS: Readonly<Record<FoundationQuestion, Key>> = {
	body: 'foundationBody',
	openSource: 'foundationOpenSource',
	accounts: 'foundationAccounts',
	rulesAndLaw: 'foundationRulesAndLaw',
	wayOut: 'foundationWayOut',
};

const ANSWERS = {
	met: { text: 'foundationMet', Icon: CircleCheck },
	notMet: { text: 'foundationNotMet', Icon: CircleX },
	unknown: { text: 'foundationUnknown', Icon: CircleHelp },
} as const;

/** The label that the test found; nothing where it found none. */
export function FoundationLabel({ label }: { label: FoundationTest['label'] | undefined }) {
	const { t } = useTexts();
	if (label === undefined) return null;
	return (
		<span class={`foundation-label ${label}`}>
			{label === 'foundation' && <Landmark size={14} aria-hidden="true" />}
			{t(label === 'foundation' ? 'foundationRun' : 'foundationClaims')}
		</span>
	);
}

/** The five questions with their answers, each with what it stands on. */
export function Foundation({ charter }: { charter: Charter }) {
	const { t } = useTexts();
	const { label, answers } = foundationTest(charter);
	return (
		<section class="server" aria-labelledby="foundation">
			<h2 id="foundation">{t('foundationTest')}</h2>
			<p>
				{label ? <FoundationLabel label={label} /> : t('foundationNone')}{' '}
				{label === 'claims' && <span class="quiet">{t('foundationClaimsWhy')}</span>}
			</p>
			<ul class="foundation-answers">
				{answers.map(({ question, answer, evidence }) => {
					const { text, Icon } = ANSWERS[answer];
					return (
						<li key={question} data-answer={answer}>
							<Icon size={18} aria-hidden="true" />
							<div>
								<p>
									{t(QUESTIONS[question])}: <b>{t(text)}</b>
								</p>
								<EvidenceList evidence={evidence} />
							</div>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
