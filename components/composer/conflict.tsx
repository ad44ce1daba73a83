import { useTexts } from '../shared/texts';
import type { Writer } from './writer';

/** Another page wrote the same draft meanwhile, or deleted it: nothing is overwritten before the person says so. */
export function Conflict({ writer: { kept, other, resolve } }: { writer: Writer }) {
	const { t } = useTexts();
	if (kept !== 'conflict') return null;
	return (
		<div class="verdict ask" role="alert">
			<p class="verdict-reason">{t(other ? 'draftConflict' : 'draftDeleted')}</p>
			{other && (
				<blockquote dir="auto">
					<bdi>{other.text.slice(0, 280)}</bdi>
				</blockquote>
			)}
			<div class="verdict-ways">
				<button type="button" class="link-button" onClick={() => resolve('mine')}>
					{t('draftKeepMine')}
				</button>
				{other && (
					<button type="button" class="link-button" onClick={() => resolve('theirs')}>
						{t('draftTakeTheirs')}
					</button>
				)}
			</div>
		</div>
	);
}
