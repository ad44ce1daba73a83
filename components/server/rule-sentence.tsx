import type { Correction, Reading, RuleClass } from '../../lib/model';
import { readAs } from '../../lib/norms/rules';
import { dropCorrection, putCorrections } from '../../lib/store';
import { ForeignWords } from '../shared/foreign-words';
import { useTexts } from '../shared/texts';
import { asked, CLASSES, namedIn } from './rule-words';

type SentenceProps = {
	sentence: string;
	host: string;
	readings: readonly Reading[];
	/** How we read all of the rules. */
	ours: readonly Reading[];
	/** What the person said of it. */
	correction: Correction | undefined;
	/** It is one of several of its rule. */
	isQuoted: boolean;
};

const CHOICES: readonly Correction['class'][] = [
	'none',
	...(Object.keys(CLASSES) as RuleClass[]).filter((one) => one !== 'conduct'),
];

/** A sentence, how it was read, and the choice of another reading. */
export function Sentence(props: SentenceProps) {
	const { sentence, host, readings, ours, correction, isQuoted } = props;
	const { t, say } = useTexts();
	const [first] = readings;
	const choose = (value: string) => {
		const chosen = CHOICES.find((one) => one === value);
		if (!chosen || !first) return;
		const { rule } = first;
		const readings = readAs({ text: sentence, rule }, chosen, ours);
		putCorrections([{ host, rule, sentence, class: chosen, readings, at: Date.now() }]).catch(
			reportError,
		);
	};
	const takeBack = () => {
		dropCorrection(host, sentence).catch(reportError);
	};
	const about = first?.class ?? 'conduct';
	const now = correction?.class ?? (about === 'conduct' ? 'none' : about);
	return (
		<li class="reading" data-by={correction ? 'person' : 'machine'}>
			{isQuoted && <ForeignWords words={sentence} />}
			<p class="reading-said">
				<Said readings={readings} correction={correction} />
			</p>
			<label class="reading-choice">
				<span class="quiet">{t('ruleReadOtherwise')}</span>
				<select
					class="chip"
					aria-label={t('ruleReadingOf', { sentence })}
					value={now}
					onChange={({ currentTarget }) => choose(currentTarget.value)}
				>
					{CHOICES.map((one) => (
						<option key={one} value={one}>
							{say({ key: one === 'none' ? 'ruleNone' : CLASSES[one] })}
						</option>
					))}
				</select>
			</label>
			{correction && (
				<button type="button" class="link-button" onClick={takeBack}>
					{t('ruleTakeBack')}
				</button>
			)}
		</li>
	);
}

function Said({ readings, correction }: Pick<SentenceProps, 'readings' | 'correction'>) {
	const { t, say, language } = useTexts();
	if (correction?.class === 'none') return t('ruleNotAskedByYou');
	const said = readings
		.filter((one) => one.class !== 'conduct')
		.map((one) =>
			[say({ key: CLASSES[one.class] }), ...asked(one).map(say), ...namedIn(one, language)].join(
				', ',
			),
		);
	if (said.length === 0) return t('ruleNotChecked');
	const what = said.join(' · ');
	return correction ? t('ruleReadByYou', { what }) : t('ruleReadAs', { what });
}
