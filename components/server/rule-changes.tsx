import { type RulesRow, readRuleVersions } from '../../lib/store';
import { ForeignWords } from '../shared/foreign-words';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { type Difference, differences } from './rule-differences';

/** What a server's rules were before, newest change first. */
export function RuleChanges({ host }: { host: string }) {
	const { t, date } = useTexts();
	const { value = [] } = useLoad(host, () => readRuleVersions(host), ['norms']);
	const [first] = value;
	if (!first) return null;
	const changes = value.flatMap((row, at) => {
		const before = value[at - 1];
		return before ? [{ row, found: differences(before.rules, row.rules) }] : [];
	});
	return (
		<>
			<p class="quiet">
				{changes.length === 0
					? t('rulesSame', { date: date(first.since, 'day') })
					: t('rulesChangedSince', { date: date(first.since, 'day') })}
			</p>
			{changes.length > 0 && (
				<ul class="changes" aria-label={t('rulesChanges')}>
					{changes.reverse().map(({ row, found }) => (
						<Change key={row.since} row={row} found={found} />
					))}
				</ul>
			)}
		</>
	);
}

function Change({ row, found }: { row: RulesRow; found: readonly Difference[] }) {
	const { t, date } = useTexts();
	return (
		<li>
			<time class="quiet" dateTime={new Date(row.since).toISOString()}>
				{date(row.since, 'day')}
			</time>
			<ul class="rule-changes">
				{found.length === 0 && <li class="quiet">{t('rulesReordered')}</li>}
				{found.map((one) => (
					<li key={`${one.before?.id ?? ''} ${one.after?.id ?? ''}`}>
						<span class="quiet">
							{t(one.before ? (one.after ? 'ruleChanged' : 'ruleGone') : 'ruleNew')}
						</span>{' '}
						{one.before && (
							<del>
								<ForeignWords words={one.before.text} more={one.before.hint} />
							</del>
						)}
						{one.after && (
							<ins>
								<ForeignWords words={one.after.text} more={one.after.hint} />
							</ins>
						)}
					</li>
				))}
			</ul>
		</li>
	);
}
