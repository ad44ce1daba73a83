import { useEffect, useState } from 'preact/hooks';
import type { DraftMedium } from '../../lib/model';
import { readFile } from '../../lib/outbox';
import { useTexts } from '../shared/texts';

/** A stored file as a picture; `large`: as wide as there is room. */
export function Preview({ medium, large }: { medium: DraftMedium; large?: true }) {
	const { file, type, name } = medium;
	const shape = large ? 'preview-large' : 'preview';
	const { t } = useTexts();
	const [shown, setShown] = useState<{ url: string } | 'gone'>();
	useEffect(() => {
		let made: string | undefined;
		let over = false;
		readFile(file).then((blob) => {
			if (over) return;
			if (!blob) {
				setShown('gone');
				return;
			}
			made = URL.createObjectURL(blob);
			setShown({ url: made });
		}, reportError);
		return () => {
			over = true;
			if (made !== undefined) URL.revokeObjectURL(made);
		};
	}, [file]);
	if (shown === 'gone') return <span class="preview quiet">{t('fileGone')}</span>;
	if (!shown) return <span class="preview" />;
	const kind = type.split('/')[0];
	if (kind === 'image')
		return <img class={shape} src={shown.url} alt={large ? '' : name} draggable={false} />;
	if (kind === 'video') return <video class={shape} src={shown.url} muted preload="metadata" />;
	return <span class="preview quiet">{name}</span>;
}
