import { useId } from 'preact/hooks';
import type { Draft } from '../../lib/model';
import { type Choices, writeSetting } from '../../lib/store';
import { useTexts } from '../shared/texts';
import { within } from './answering';
import { Beside } from './beside';
import { AudienceChoice, LanguageChoice } from './choices';
import type { Judged } from './use-venues';
import type { DraftChange } from './writer';

type OptionsProps = {
	draft: Draft;
	judged: readonly Judged[];
	change(how: (draft: Draft) => DraftChange): void;
};

/** Warning, language and audience of the whole draft. */
export function Options({ draft, judged, change }: OptionsProps) {
	const { t, duration } = useTexts();
	const { tag, by } = draft.language ?? { tag: '' };
	const why = useId();
	const isThere = draft.edits !== undefined;
	return (
		<div class="compose-options">
			<label class="compose-option wide">
				<span>{t('composeWarning')}</span>
				<input
					type="text"
					dir="auto"
					data-warning
					value={draft.warning ?? ''}
					onInput={(event) => {
						const warning = event.currentTarget.value;
						change(() => ({ warning }));
					}}
				/>
			</label>
			<Beside all={judged} about="warning" />
			{draft.media.length > 0 && <Cover draft={draft} change={change} />}
			<LanguageChoice
				words={`${t('language')}${by === 'guess' ? ` (${t('languageGuessed')})` : ''}`}
				label={t('language')}
				value={tag}
				none={tag === '' ? t('languageUnknown') : undefined}
				choose={(chosen) => change(() => ({ language: { tag: chosen, by: 'person' } }))}
			/>
			<AudienceChoice
				words={t('visibility')}
				label={t('visibility')}
				value={draft.visibility}
				locked={isThere ? why : undefined}
				choose={(visibility) =>
					visibility !== '' && change(({ own }) => ({ visibility, own: within(own, visibility) }))
				}
			/>
			{isThere && (
				<p id={why} class="quiet wide">
					{t('visibilityStays')}
				</p>
			)}
			<Beside all={judged} about="language" />
			<Beside all={judged} about="visibility" />
			<label class="compose-option">
				<span>{t('undoTime')}</span>
				<select
					value={String(draft.undoSeconds)}
					onChange={(event) => {
						const { value } = event.currentTarget;
						const undoSeconds = Number(value);
						change(() => ({ undoSeconds }));
						// Chosen once, it is not chosen anew for the next post.
						writeSetting('undo', value as Choices['undo']).catch(reportError);
					}}
				>
					{UNDO_SECONDS.map((seconds) => (
						<option key={seconds} value={String(seconds)}>
							{seconds === 0 ? t('undoNone') : duration(seconds * 1000)}
						</option>
					))}
				</select>
			</label>
		</div>
	);
}

/** Files that are shown to those alone who ask for them. */
function Cover({ draft: { sensitive }, change }: Pick<OptionsProps, 'draft' | 'change'>) {
	const { t } = useTexts();
	return (
		<label class="tick wide">
			<input
				type="checkbox"
				checked={sensitive === true}
				onChange={(event) => {
					const { checked } = event.currentTarget;
					change(() => ({ sensitive: checked ? true : undefined }));
				}}
			/>
			{t('coverFiles')}
		</label>
	);
}

const UNDO_SECONDS = [0, 5, 10, 20, 30];
