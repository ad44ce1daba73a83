import { useId, useState } from 'preact/hooks';
import type { Text } from '../../lib/model';
import type { Key } from '../../lib/texts';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { Later } from './later';
import { isEmpty, type Kept, type Writer } from './writer';

type FootProps = {
	writer: Writer;
	refused: Text | undefined;
	sending: boolean;
	/** Puts it among the drafts and begins another. */
	keep(): void;
};

/** Always in view: whether it is kept, when it goes, and sending it. */
export function Foot({ writer, refused, sending, keep }: FootProps) {
	const { t, say, date } = useTexts();
	const { draft, kept, error, retry, change } = writer;
	const [choosing, setChoosing] = useState(false);
	const says = useId();
	const ready = draft.targets.length > 0 && !isEmpty(draft) && !sending && kept !== 'conflict';
	const { scheduledAt } = draft;
	return (
		<div class="compose-foot">
			{refused && (
				<p class="problem-line" role="alert">
					{say(refused)}
				</p>
			)}
			{kept === 'failed' && (
				<p class="problem-line" role="alert">
					{t('draftNotSaved')} {say(textOf(error) ?? { key: 'draftNotSavedWhy' })}{' '}
					<button type="button" class="link-button" onClick={retry}>
						{t('tryAgain')}
					</button>
				</p>
			)}
			{choosing && (
				<Later
					at={scheduledAt}
					set={(at) => change({ scheduledAt: at })}
					close={() => setChoosing(false)}
				/>
			)}
			{scheduledAt !== undefined && (
				<p class="goes-at" id={says}>
					{t('scheduledFor', { when: date(scheduledAt, 'minute') })}
				</p>
			)}
			<div class="compose-foot-row">
				<span class="quiet" role="status">
					{isEmpty(draft) || kept === 'new' ? '' : t(KEPT[kept])}
					{!isEmpty(draft) && draft.targets.length === 0 && ` · ${t('composeChoose')}`}
				</span>
				{!draft.edits && (
					<>
						<button type="button" class="button" disabled={isEmpty(draft)} onClick={keep}>
							{t('saveDraft')}
						</button>
						<button
							type="button"
							class="button"
							aria-expanded={choosing}
							onClick={() => setChoosing(!choosing)}
						>
							{t('schedule')}
						</button>
					</>
				)}
				<button
					type="submit"
					class="button primary"
					disabled={!ready}
					aria-describedby={scheduledAt === undefined ? undefined : says}
				>
					{t(draft.edits ? 'postChanges' : 'post')}
				</button>
			</div>
		</div>
	);
}

const KEPT = {
	saving: 'draftSaving',
	saved: 'draftSaved',
	conflict: 'draftNotSaved',
	failed: 'draftNotSaved',
} as const satisfies Readonly<Record<Exclude<Kept, 'new'>, Key>>;
