import { useState } from 'preact/hooks';
import type { Draft, Text } from '../../lib/model';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { usePlace } from './place';
import type { Files } from './use-files';
import type { DraftChange } from './writer';

/** A picture of a page, and the page. */
export type BroughtPicture = { address: string; source: string };

type BringPictureProps = {
	picture: BroughtPicture;
	change(how: (draft: Draft) => DraftChange): void;
	files: Files;
};

/** Offers to bring the picture itself, which asks its host for it; until then its address stands in the text. */
export function BringPicture({ picture: { address, source }, change, files }: BringPictureProps) {
	const { t, say } = useTexts();
	const { readPicture } = usePlace();
	const [state, setState] = useState<'offered' | 'busy' | 'there' | { problem: Text }>('offered');
	if (!readPicture || state === 'there') return null;
	const { host } = new URL(address);
	const bring = async () => {
		setState('busy');
		try {
			files.add([await readPicture(address, source)]);
			// The picture is there: what remains to be said is whence it is.
			change(({ text }) => ({ text: text.replace(address, () => source).trimEnd() }));
			setState('there');
		} catch (error) {
			const problem = textOf(error);
			setState({ problem: problem ?? { key: 'pictureNotRead', parameters: { host } } });
			if (!problem) reportError(error);
		}
	};
	return (
		<div class="bring-picture">
			<p class="quiet">{t('pictureBrought', { host })}</p>
			<button
				type="button"
				class="button"
				disabled={state === 'busy'}
				onClick={() => bring().catch(reportError)}
			>
				{t('pictureBring')}
			</button>
			<p role="status">{typeof state === 'object' && say(state.problem)}</p>
		</div>
	);
}
