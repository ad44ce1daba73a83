import { useRef } from 'preact/hooks';
import type { Draft, ForTarget, TargetKey } from '../../lib/model';
import type { Target } from '../../lib/outbox';
import { useTexts } from '../shared/texts';
import { narrowest } from './answering';
import { AUDIENCES, AudienceChoice, LanguageChoice } from './choices';
import { labelOf } from './target-chips';
import type { Venues } from './use-venues';
import type { DraftChange } from './writer';

type PerPlaceProps = {
	draft: Draft;
	targets: readonly Target[];
	venues: Venues;
	change(how: (draft: Draft) => DraftChange): void;
};

/** Warning, language and audience where they differ, and what an audience means there. */
export function PerPlace({ draft, targets, venues, change }: PerPlaceProps) {
	const { t } = useTexts();
	const chosen = targets.filter(({ key }) => draft.targets.includes(key));
	const differs = chosen.some(({ key }) => isOther(draft.own[key]));
	// It does not close under the hands of whoever takes the last difference out.
	const opened = useRef(false);
	opened.current ||= differs;
	const put = (target: TargetKey, how: (own: ForTarget) => ForTarget) =>
		change(({ own }) => ({ own: { ...own, [target]: how(own[target] ?? {}) } }));
	const open = chosen.filter(({ key }) => {
		const audience = draft.own[key]?.visibility ?? draft.visibility;
		return audience === 'unlisted' && venues.get(key)?.limits.publicOnly === true;
	});
	if (chosen.length === 0) return null;
	return (
		<>
			{open.map(({ key, host, name }) => (
				<p key={key} class="quiet audience-note">
					{t('audienceOpenThere', { host: host || name })}
				</p>
			))}
			<details class="per-place" open={opened.current}>
				<summary>{t('perPlace')}</summary>
				{chosen.map((target) => (
					<PlaceOptions
						key={target.key}
						draft={draft}
						target={target}
						put={(how) => put(target.key, how)}
					/>
				))}
			</details>
		</>
	);
}

function isOther(own: ForTarget = {}): boolean {
	return (own.visibility ?? own.warning ?? own.language) !== undefined;
}

type PlaceOptionsProps = {
	draft: Draft;
	target: Target;
	put(how: (own: ForTarget) => ForTarget): void;
};

function PlaceOptions({ draft, target, put }: PlaceOptionsProps) {
	const { t } = useTexts();
	const own = draft.own[target.key] ?? {};
	const same = t('perPlaceSame');
	return (
		<fieldset class="compose-options">
			<legend>
				<bdi>{labelOf(target)}</bdi>
			</legend>
			<label class="compose-option wide">
				<span>{t('composeWarning')}</span>
				<input
					type="text"
					dir="auto"
					value={own.warning ?? ''}
					placeholder={draft.warning ?? ''}
					aria-label={t('perPlaceWarning', { name: labelOf(target) })}
					onInput={(event) => {
						const warning = event.currentTarget.value;
						put(({ warning: _, ...rest }) => (warning === '' ? rest : { ...rest, warning }));
					}}
				/>
			</label>
			<LanguageChoice
				words={t('language')}
				label={t('perPlaceLanguage', { name: labelOf(target) })}
				value={own.language ?? ''}
				none={same}
				choose={(tag) =>
					put(({ language: _, ...rest }) => (tag === '' ? rest : { ...rest, language: tag }))
				}
			/>
			{/* Who sees a post that is there already is changed nowhere. */}
			{!draft.edits && (
				<AudienceChoice
					words={t('visibility')}
					label={t('perPlaceVisibility', { name: labelOf(target) })}
					value={own.visibility ?? ''}
					none={same}
					offered={AUDIENCES.filter((one) => one === own.visibility || isWithin(one, draft))}
					choose={(chosen) =>
						put(({ visibility: _, ...rest }) =>
							chosen === '' ? rest : { ...rest, visibility: chosen },
						)
					}
				/>
			)}
		</fieldset>
	);
}

/** No place shows it to more people than all of them were meant to. */
function isWithin(one: Draft['visibility'], { visibility }: Draft): boolean {
	return narrowest(one, visibility) === one;
}
