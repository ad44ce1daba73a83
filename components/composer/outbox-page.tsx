import { deliveries } from '../../lib/outbox';
import { Empty } from '../shared/empty';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { Went } from './parts';
import { WentItem } from './went-item';
import { WritingPlaces } from './writing-places';

/** `#/outbox`: everything that is on its way, and what became of the last posts. */
export function OutboxPage() {
	const { t } = useTexts();
	const { value, error, retry } = useLoad('outbox', () => deliveries(), ['deliveries']);
	const open = (draft: string) => {
		location.hash = hrefs.compose({ draft });
	};
	const drafts = [...new Set(value?.map((one) => one.draft).filter((one) => one !== undefined))];
	const alone = value?.filter(({ draft }) => draft === undefined) ?? [];
	return (
		<Page title={t('outbox')} bar={<WritingPlaces now="outbox" />}>
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
			{value?.length === 0 && <Empty>{t('outboxNothing')}</Empty>}
			{value && value.length > 0 && (
				<div class="column">
					{alone.length > 0 && (
						<ul class="went" aria-label={t('outboxOther')}>
							{alone.map((row) => (
								<WentItem key={row.id} delivery={row} opened={open} timed />
							))}
						</ul>
					)}
					{drafts.map((draft) => (
						<Went key={draft} draft={draft} opened={open} named />
					))}
				</div>
			)}
		</Page>
	);
}
