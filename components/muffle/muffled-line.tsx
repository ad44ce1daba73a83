import { useTexts } from '../shared/texts';
import type { Muffled } from './muffling';

type MuffledLineProps = {
	muffled: Muffled;
	/** Whose words they are. */
	name: string;
	/** Of the name, and of the reason. */
	ids: readonly [string, string];
};

/** All that is seen of a muffled post, until it is opened. */
export function MuffledLine({ muffled, name, ids: [who, why] }: MuffledLineProps) {
	const { t } = useTexts();
	return (
		<p class="muffled-line icon funnel">
			<span>
				<span id={why}>{muffled.why}</span> — <bdi id={who}>{name}</bdi>
			</span>
			<button
				type="button"
				class="link-button"
				aria-expanded={false}
				onClick={(event) => {
					// The button goes; the post stays and keeps the focus.
					event.currentTarget.closest('article')?.focus({ preventScroll: true });
					muffled.set(true);
				}}
			>
				{t('muffledShow')}
			</button>
		</p>
	);
}

/** Over a muffled post that was opened: why it was folded, and back. */
export function MuffledNote({ muffled }: { muffled: Muffled }) {
	const { t } = useTexts();
	return (
		<div class="context icon funnel muffled-note">
			<span>{muffled.why}</span>
			<button
				type="button"
				class="link-button"
				aria-expanded={true}
				onClick={(event) => {
					event.currentTarget.closest('article')?.focus({ preventScroll: true });
					muffled.set(false);
				}}
			>
				{t('muffledHide')}
			</button>
		</div>
	);
}
