import { Play } from 'lucide-preact';
import type { MediaRow } from '../../lib/store';
import { useTexts } from '../shared/texts';
import { useMedium } from '../shared/use-medium';
import { typeOf } from './media-rows';

/** A square preview that opens the lightbox. */
export function Thumb({ row, open }: { row: MediaRow; open(): void }) {
	const { t } = useTexts();
	const { url } = useMedium(row.account, row.name);
	const video = typeOf(row.type) === 'video';
	return (
		<button type="button" class="thumb" aria-haspopup="dialog" onClick={open}>
			<span class="unseen">{t(video ? 'openVideo' : 'openPicture')}</span>
			{url &&
				(video ? (
					<>
						<video src={url} muted preload="metadata" tabIndex={-1} aria-hidden="true" />
						<span class="play" aria-hidden="true">
							<Play size={16} />
						</span>
					</>
				) : (
					<img src={url} alt="" decoding="async" />
				))}
		</button>
	);
}
