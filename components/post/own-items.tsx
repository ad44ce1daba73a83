import type { AccountUri, StoredPost } from '../../lib/model';
import { draftToChange, madeWith } from '../../lib/outbox';
import { useMe } from '../shared/me';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useFeatures } from '../shared/use-features';
import { useLoad } from '../shared/use-load';

type OwnItemsProps = {
	stored: StoredPost;
	by: AccountUri;
	/** It shall be deleted: asks first. */
	ask(how: 'delete' | 'again'): void;
};

/** What one does with a post of one's own. */
export function OwnItems({ stored, by, ask }: OwnItemsProps) {
	const { t } = useTexts();
	const { key } = stored.post;
	const features = useFeatures(useMe().of(by)?.host);
	const { value: made, error } = useLoad(`made ${key}`, () => madeWith(key), ['deliveries']);
	if (error !== undefined) throw error;
	if (!made) return null;
	const draft = made[0]?.draft;
	const change = async () => {
		location.hash = hrefs.compose({ draft: await draftToChange(stored, by) });
	};
	return (
		<>
			{features.includes('edits') &&
				(draft === undefined ? (
					<button type="button" class="menu-item" onClick={() => change().catch(reportError)}>
						{t('editIt')}
					</button>
				) : (
					<a class="menu-item" href={hrefs.compose({ edit: draft })}>
						{t('editIt')}
					</a>
				))}
			<button type="button" class="menu-item" onClick={() => ask('delete')}>
				{t('deleteIt')}
			</button>
			<button type="button" class="menu-item" onClick={() => ask('again')}>
				{t('deleteAgain')}
			</button>
		</>
	);
}
