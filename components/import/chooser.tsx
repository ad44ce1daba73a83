import { FileArchive, Folder } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import type { PickedFile } from '../../lib/archive';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useDrop } from './page-drop';
import { fromDrop, fromInput } from './picked';

type ChooserProps = { choose(files: readonly PickedFile[]): void };

/** Zip files or a folder, picked or dropped. */
export function Chooser({ choose }: ChooserProps) {
	const { t } = useTexts();
	const [over, setOver] = useState(false);
	const [error, setError] = useState<unknown>();
	useDrop((transfer) => {
		setOver(false);
		fromDrop(transfer).then((files) => files.length > 0 && choose(files), setError);
	});
	return (
		<section
			class={over ? 'drop-zone over' : 'drop-zone'}
			aria-label={t('dropZone')}
			onDragEnter={() => setOver(true)}
			onDragLeave={(event) => leaves(event) && setOver(false)}
		>
			<p class="drop-hint">{t('dropHint')}</p>
			<div class="pickers">
				<Picker label={t('pickZip')} icon="zip" choose={choose} />
				<Picker label={t('pickFolder')} icon="folder" choose={choose} />
			</div>
			<p class="quiet">{t('pickNote')}</p>
			{error !== undefined && <LoadProblem error={error} />}
		</section>
	);
}

function leaves({ currentTarget, relatedTarget }: DragEvent): boolean {
	return !(relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget));
}

type PickerProps = {
	label: string;
	icon: 'zip' | 'folder';
	choose(files: readonly PickedFile[]): void;
};

function Picker({ label, icon, choose }: PickerProps) {
	const id = useId();
	const Icon = icon === 'zip' ? FileArchive : Folder;
	const kind = icon === 'zip' ? { accept: '.zip,application/zip' } : { webkitdirectory: true };
	return (
		<div class="picker">
			<input
				id={id}
				type="file"
				multiple
				{...kind}
				onChange={(event) => {
					const { files } = event.currentTarget;
					if (files && files.length > 0) choose(fromInput(files));
					// The same choice can be made again after an error.
					event.currentTarget.value = '';
				}}
			/>
			<label class={icon === 'zip' ? 'button primary' : 'button'} for={id}>
				<Icon size={18} strokeWidth={1.75} aria-hidden="true" />
				{label}
			</label>
		</div>
	);
}
