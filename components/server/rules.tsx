import type { Correction, Reading, Rule } from '../../lib/model';
import { corrected } from '../../lib/norms';
import { readRules } from '../../lib/norms/rules';
import { readCorrections, type ServerRow } from '../../lib/store';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { RuleChanges } from './rule-changes';
import { isPlainRule, RulesList } from './rule-item';

/** The rules in the server's own words, how each sentence was read, and what changed since when. */
export function Rules({ server: { rules, host, termsReadAt } }: { server: ServerRow }) {
	const { t } = useTexts();
	const { value, error, retry } = useLoad(host, () => readCorrections(host), ['norms']);
	const ours = rules && value ? readRules(rules) : [];
	const said = {
		rules: rules ?? [],
		host,
		ours,
		corrections: value ?? [],
		readings: corrected(ours, value ?? []),
	};
	return (
		<section class="server rules" aria-labelledby="rules">
			<h2 id="rules">{t('serverRules')}</h2>
			{rules === undefined && <p class="quiet">{t('serverRulesUnknown', { host })}</p>}
			{rules?.length === 0 && <p class="quiet">{t('serverRulesNone', { host })}</p>}
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
			{termsReadAt !== undefined && <FromTerms {...said} readAt={termsReadAt} />}
			{rules && rules.length > 0 && <p class="quiet">{t('rulesReadHere')}</p>}
			{termsReadAt === undefined ? <RulesList {...said} /> : <Terms {...said} />}
			<RuleChanges host={host} />
		</section>
	);
}

type SaidProps = {
	rules: readonly Rule[];
	host: string;
	readings: readonly Reading[];
	ours: readonly Reading[];
	corrections: readonly Correction[];
};

function FromTerms({
	rules,
	host,
	readAt,
}: Pick<SaidProps, 'rules' | 'host'> & { readAt: number }) {
	const { t, date } = useTexts();
	const url = rules[0]?.url;
	return (
		<p class="quiet">
			{t('rulesFromTerms', { host, date: date(readAt, 'day') })}{' '}
			{url && (
				<a href={url} target="_blank" rel="noreferrer noopener">
					{t('rulesTermsAt')}
				</a>
			)}
		</p>
	);
}

/** What is checked first: most of what terms say is for lawyers, and stays a press away. */
function Terms(said: SaidProps) {
	const { t } = useTexts();
	const { rules, ours, corrections } = said;
	const plain = rules.filter((rule) => isPlainRule(rule, ours, corrections));
	const checked = rules.filter((rule) => !plain.includes(rule));
	return (
		<>
			<RulesList {...said} rules={checked} />
			{plain.length > 0 && (
				<details>
					<summary>{t('rulesParagraphs', { count: plain.length })}</summary>
					<RulesList {...said} rules={plain} />
				</details>
			)}
		</>
	);
}
