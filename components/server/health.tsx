import type { Server } from '../../lib/model';
import { budgets } from '../../lib/sessions';
import type { BudgetRow } from '../../lib/store';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { When } from '../shared/when';
import { Fact } from './fact';

/** Whether and how fast it answers, and what may still be asked of it. */
export function Health({ host, server }: { host: string; server: Server | undefined }) {
	const { t, number } = useTexts();
	const { value } = useLoad('budgets', budgets, ['budgets']);
	const row = value?.find((one) => one.host === host);
	if (!row) return null;
	const middle = [...row.times].sort((a, b) => a - b)[row.times.length >> 1];
	return (
		<section class="server" aria-labelledby="health">
			<h2 id="health">{t('serverHealth')}</h2>
			<dl class="facts">
				<Fact name={t('serverReachable')}>
					{row.failures === 0 ? t('serverAnswers') : t('serverFails', { count: row.failures })}
				</Fact>
				{middle !== undefined && (
					<Fact name={t('serverTime')}>
						{t('milliseconds', { number: number(Math.round(middle)) })}
					</Fact>
				)}
				{row.remaining !== undefined && <Fact name={t('serverBudget')}>{budgetText(row, t)}</Fact>}
				<Fact name={t('serverContacts')}>
					{t('serverContactsText', {
						count: row.contacts,
						kilobytes: number(Math.ceil(row.bytes / 1024)),
					})}
				</Fact>
				{server && (
					<Fact name={t('serverRead')}>
						<When at={server.readAt} />
					</Fact>
				)}
			</dl>
		</section>
	);
}

function budgetText(row: BudgetRow, t: ReturnType<typeof useTexts>['t']): string {
	const of = row.limit === undefined ? '' : ` / ${row.limit}`;
	return t('serverBudgetText', { left: `${row.remaining}${of}` });
}
