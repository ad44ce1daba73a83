import type { ComponentChildren } from 'preact';
import type { Draft } from '../../lib/model';
import type { Target } from '../../lib/outbox';
import { useTexts } from '../shared/texts';
import { labelOf } from './target-chips';
import { TextBox } from './text-box';
import type { DraftChange } from './writer';

type WritingProps = {
	draft: Draft;
	targets: readonly Target[];
	change(how: (draft: Draft) => DraftChange): void;
	/** Files that were dropped or pasted on the text. */
	files(files: readonly File[]): void;
	/** What stands there is marked at first: typing takes its place. */
	marked: boolean;
	/** Under a text: what helps to write it. */
	children?: ComponentChildren;
};

/** The text for all, and the texts that single places get instead. */
export function Writing({ draft, targets, change, files, marked, children }: WritingProps) {
	const { t } = useTexts();
	const owned = targets.filter(
		({ key }) => draft.targets.includes(key) && draft.own[key]?.text !== undefined,
	);
	const sharing = targets.filter((one) => draft.targets.includes(one.key) && !owned.includes(one));
	const everywhereOwn = owned.length > 0 && owned.length === draft.targets.length;
	return (
		<>
			{!everywhereOwn && (
				<TextBox
					label={t('postText')}
					value={draft.text}
					set={(text) => change(() => ({ text }))}
					files={files}
					targets={sharing}
					first={marked ? 'marked' : 'end'}
				/>
			)}
			{children}
			{owned.map((target) => (
				<div key={target.key} class="own-text">
					<TextBox
						label={t('postTextFor', { name: labelOf(target) })}
						visible
						value={draft.own[target.key]?.text ?? ''}
						set={(text) => change(({ own }) => ({ own: withText(own, target.key, text) }))}
						files={files}
						targets={[target]}
					/>
					<button
						type="button"
						class="link-button"
						onClick={() => change(({ own }) => ({ own: withText(own, target.key, undefined) }))}
					>
						{t('ownTextDrop')}
					</button>
				</div>
			))}
		</>
	);
}

/** With a text of its own, or as all others. */
export function withText(
	own: Draft['own'],
	target: string,
	text: string | undefined,
): Draft['own'] {
	const { text: _, ...rest } = own[target] ?? {};
	return { ...own, [target]: text === undefined ? rest : { ...rest, text } };
}
