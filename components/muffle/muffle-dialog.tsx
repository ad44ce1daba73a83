import { useEffect, useId, useRef } from 'preact/hooks';
import type { StoredPost } from '../../lib/model';
import { offersOf } from '../../lib/muffle';
import { useTexts } from '../shared/texts';
import { MuffleForm } from './muffle-form';

type MuffleDialogProps = { stored: StoredPost; close(added: string | undefined): void };

/** Folds away what a post at hand is about, or any other words. */
export function MuffleDialog({ stored, close }: MuffleDialogProps) {
	const { t } = useTexts();
	const id = useId();
	const dialog = useRef<HTMLDialogElement>(null);
	const added = useRef<string>(undefined);
	useEffect(() => dialog.current?.showModal(), []);
	return (
		<dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={() => close(added.current)}>
			<h2 id={id}>{t('muffleTitle')}</h2>
			<p class="quiet">{t('muffleWhy')}</p>
			<MuffleForm
				offers={offersOf(stored)}
				done={({ text }) => {
					added.current = text;
					dialog.current?.close();
				}}
			/>
			<button type="button" class="button" onClick={() => dialog.current?.close()}>
				{t('cancel')}
			</button>
		</dialog>
	);
}
