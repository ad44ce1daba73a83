import { ChartBar, ImagePlus } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import type { Draft, DraftMedium } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { Beside } from './beside';
import { NEW_POLL } from './new-poll';
import { MediumItem } from './parts';
import { usePlace, useTabHref } from './place';
import type { Files } from './use-files';
import type { Judged, Venues } from './use-venues';
import type { DraftChange } from './writer';

type MediaProps = {
	draft: Draft;
	venues: Venues;
	judged: readonly Judged[];
	change(how: (draft: Draft) => DraftChange): void;
	files: Files;
};

/** The files of a draft, each with what it says to those who cannot see or hear it. */
export function Media({ draft, venues, judged, change, files }: MediaProps) {
	const { t, say } = useTexts();
	const put = (file: string, how: Partial<DraftMedium>) =>
		change(({ media }) => ({
			media: media.map((one) => (one.file === file ? { ...one, ...how } : one)),
		}));
	return (
		<>
			{draft.media.length > 0 && (
				<ul class="compose-media" aria-label={t('composeMedia')}>
					{draft.media.map((medium, at) => (
						<MediumItem
							key={medium.file}
							medium={medium}
							judged={judged}
							at={at + 1}
							most={mostAlt(venues)}
							put={(how) => put(medium.file, how)}
							drop={() =>
								change(({ media }) => ({ media: media.filter(({ file }) => file !== medium.file) }))
							}
						/>
					))}
				</ul>
			)}
			<Beside all={judged} about="media" />
			<p role="status" class={files.working > 0 ? 'quiet' : 'unseen'}>
				{files.working > 0 && t('filesReading', { count: files.working })}
			</p>
			{files.problem && (
				<p class="problem-line" role="alert">
					{say(files.problem)}
				</p>
			)}
			<div class="actions">
				{!draft.edits && <AddMedia draft={draft} add={files.add} />}
				{!draft.poll && !draft.edits && (
					<button type="button" class="button" onClick={() => change(() => ({ poll: NEW_POLL }))}>
						<ChartBar size={18} strokeWidth={1.75} aria-hidden="true" />
						{t('pollAdd')}
					</button>
				)}
			</div>
		</>
	);
}

function AddMedia({ draft, add }: { draft: Draft; add: Files['add'] }) {
	const { t } = useTexts();
	const { losesFileDialogs } = usePlace();
	const tab = useTabHref(draft);
	const input = useRef<HTMLInputElement>(null);
	const face = (
		<>
			<ImagePlus size={18} strokeWidth={1.75} aria-hidden="true" />
			{t('addMedia')}
		</>
	);
	if (losesFileDialogs) {
		return (
			<a class="button add-media" {...tab}>
				{face}
			</a>
		);
	}
	return (
		<>
			<input
				ref={input}
				type="file"
				class="unseen"
				tabIndex={-1}
				aria-hidden="true"
				aria-label={t('addMedia')}
				accept="image/*,video/*,audio/*"
				multiple
				onChange={(event) => {
					add([...(event.currentTarget.files ?? [])]);
					event.currentTarget.value = '';
				}}
			/>
			<button type="button" class="button add-media" onClick={() => input.current?.click()}>
				{face}
			</button>
		</>
	);
}

/** The longest description that all of the places take. */
function mostAlt(venues: Venues): number | undefined {
	const all = [...venues.values()].flatMap(({ limits }) => limits.alt ?? []);
	return all.length === 0 ? undefined : Math.min(...all);
}
