import type { Draft } from '../../lib/model';
import { deliveries } from '../../lib/outbox';
import type { Key } from '../../lib/texts';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import type { Writer } from './writer';

/** Another page wrote the same draft meanwhile, sent or deleted it: nothing is overwritten before the person says so. */
export function Conflict({ writer: { draft, other, resolve } }: { writer: Writer }) {
	const { t } = useTexts();
	const { id } = draft;
	const {
		value = [],
		ready,
		error,
		retry,
	} = useLoad(`sent ${id}`, () => deliveries(id), ['deliveries']);
	if (!ready && !other) return null;
	const went = value.some(({ state }) => state !== 'cancelled');
	const { words, theirs } = meanwhile(other, went);
	return (
		<div class="verdict ask" role="alert">
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
			<p class="verdict-reason">{t(words)}</p>
			{other && (
				<blockquote dir="auto">
					<bdi>{other.text.slice(0, 280)}</bdi>
				</blockquote>
			)}
			<div class="verdict-ways">
				<button type="button" class="link-button" onClick={() => resolve('mine')}>
					{t('draftKeepMine')}
				</button>
				{theirs && (
					<button type="button" class="link-button" onClick={() => resolve('theirs')}>
						{t('draftTakeTheirs')}
					</button>
				)}
			</div>
		</div>
	);
}

/**
 * What became of the stored draft meanwhile, and whether there is one to go on with: what was sent stays as it went.
 * `went`: it has deliveries, though it may be no draft any more.
 */
export function meanwhile(
	other: Pick<Draft, 'enqueuedAt'> | undefined,
	went: boolean,
): { words: Key; theirs: boolean } {
	const sent = other ? other.enqueuedAt !== undefined : went;
	if (sent) return { words: 'draftSentElsewhere', theirs: false };
	return { words: other ? 'draftConflict' : 'draftDeleted', theirs: other !== undefined };
}
