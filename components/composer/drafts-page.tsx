import { deleteDraft, drafts } from '../../lib/outbox';
import { Empty } from '../shared/empty';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { When } from '../shared/when';
import { isEmpty } from './writer';
import { WritingPlaces } from './writing-places';

/** `#/drafts`: what was begun and not sent, the last first. */
export function DraftsPage() {
	const { t } = useTexts();
	const { value, error, retry } = useLoad('drafts', drafts, ['drafts']);
	const all = value?.filter((one) => !isEmpty(one));
	return (
		<Page title={t('drafts')} bar={<WritingPlaces now="drafts" />}>
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
			{all?.length === 0 && (
				<Empty
					action={
						<a class="button primary" href={hrefs.compose({ fresh: true })}>
							{t('compose')}
						</a>
					}
				>
					{t('draftsEmpty')}
				</Empty>
			)}
			{all && all.length > 0 && (
				<ul class="draft-list" aria-label={t('drafts')}>
					{all.map(({ id, text, changedAt, media, targets }) => (
						<li key={id}>
							<a href={hrefs.compose({ draft: id })}>
								<bdi>
									{text.trim().slice(0, 200) || t('draftWithoutText', { count: media.length })}
								</bdi>
							</a>
							<span class="quiet">
								<When at={changedAt} /> · {t('draftTargets', { count: targets.length })}
							</span>
							<button
								type="button"
								class="link-button"
								onClick={() => {
									deleteDraft(id).catch(reportError);
								}}
							>
								{t('deleteDraft')}
							</button>
						</li>
					))}
				</ul>
			)}
		</Page>
	);
}
