import { useState } from 'preact/hooks';
import type { Attached, Text } from '../../lib/model';
import { readFile } from '../../lib/outbox';
import { useTexts } from '../shared/texts';
import { copyPicture } from './clipboard';

/** What is on the clipboard now, and what the person does with it; or why nothing is. `copy` says whether it is. */
export type Copying = {
	said: Text | undefined;
	copy(medium: Attached, n: number): Promise<boolean>;
};

/** Copies files for a network's window, one after the other: a clipboard holds one. */
export function useCopying(name: string): Copying {
	const [said, setSaid] = useState<Text>();
	return {
		said,
		async copy(medium, n) {
			const parameters = { n: String(n), name };
			const { alt = '' } = medium;
			try {
				const file = await readFile(medium.file);
				if (!file) throw new Error('the file is gone');
				await copyPicture(file, alt);
				setSaid({ key: alt === '' ? 'handOverCopied' : 'handOverCopiedAlt', parameters });
				return true;
			} catch (error) {
				reportError(error);
				setSaid({ key: 'handOverCopyFailed', parameters });
				return false;
			}
		},
	};
}

/** The files of a hand-over, each with what the person needs to carry it there. */
export function HandOverFiles({
	media,
	name,
	copying,
}: {
	media: readonly Attached[];
	name: string;
	copying: Copying;
}) {
	const { t, say } = useTexts();
	const pictures = media.filter(isPicture);
	return (
		<div class="hand-over-files">
			{pictures.length > 0 && <p>{t('handOverPictures', { name })}</p>}
			{pictures.length < media.length && <p>{t('handOverOtherFiles', { name })}</p>}
			<div class="actions">
				{pictures.map((medium, at) => (
					<button
						key={medium.file}
						type="button"
						class="button"
						onClick={() => {
							copying.copy(medium, at + 1).catch(reportError);
						}}
					>
						{t('handOverCopy', { n: String(at + 1) })}
					</button>
				))}
			</div>
			<p role="status" class={copying.said ? 'quiet' : 'unseen'}>
				{copying.said && say(copying.said)}
			</p>
		</div>
	);
}

export function isPicture({ type }: Attached): boolean {
	return type.startsWith('image/');
}
