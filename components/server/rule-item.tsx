import type { Correction, Reading, Rule, RuleClass } from '../../lib/model';
import { unread } from '../../lib/norms/rules';
import { ForeignWords } from '../shared/foreign-words';
import { wordedRule } from '../shared/rule-language';
import { useTexts } from '../shared/texts';
import { Sentence } from './rule-sentence';

type RulesListProps = {
	rules: readonly Rule[];
	host: string;
	readings: readonly Reading[];
	ours: readonly Reading[];
	corrections: readonly Correction[];
};

/** Rules in their own words, and how each of their sentences was read. */
export function RulesList({ rules, readings, ...rest }: RulesListProps) {
	const { t } = useTexts();
	const tooLong = new Set(unread(rules));
	return (
		<ol class="rules-list">
			{rules.map((rule) => (
				<li key={rule.id}>
					<RuleItem
						rule={rule}
						readings={readings.filter((one) => one.rule === rule.id)}
						{...rest}
					/>
					{tooLong.has(rule) && <p class="quiet">{t('ruleTooLong')}</p>}
				</li>
			))}
		</ol>
	);
}

/** Whether nothing of it is checked, and the person said nothing else. */
export function isPlainRule(
	{ id }: Rule,
	readings: readonly Reading[],
	corrections: readonly Correction[],
): boolean {
	return readings
		.filter((one) => one.rule === id)
		.every((one) => isPlain(one) && !corrections.some((said) => said.sentence === one.sentence));
}

type RuleItemProps = Omit<RulesListProps, 'rules'> & { rule: Rule };

function RuleItem({ rule, host, readings, ours, corrections }: RuleItemProps) {
	const { t, language } = useTexts();
	const sentences = [...new Set(readings.map(({ sentence }) => sentence))].map((sentence) => ({
		sentence,
		readings: readings.filter((one) => one.sentence === sentence),
		correction: corrections.find((one) => one.sentence === sentence),
	}));
	const isOne = sentences.length === 1;
	const told = sentences.filter((one) => one.correction || !one.readings.some(isPlain));
	const shown = isOne ? sentences : told;
	const others = isOne ? [] : sentences.filter((one) => !told.includes(one));
	const draw = (one: (typeof sentences)[number]) => (
		<Sentence key={one.sentence} {...one} host={host} ours={ours} isQuoted={!isOne} />
	);
	return (
		<>
			<ForeignWords {...wordedRule(rule, language)} />
			{shown.length > 0 && <ul class="readings">{shown.map(draw)}</ul>}
			{others.length > 0 && (
				<details>
					<summary>{t('rulesNotChecked', { count: others.length })}</summary>
					<ul class="readings">{others.map(draw)}</ul>
				</details>
			)}
		</>
	);
}

function isPlain({ class: about }: { class: RuleClass }): boolean {
	return about === 'conduct';
}
