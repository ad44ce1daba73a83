import { useState } from 'preact/hooks';
import type { Medium } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { Film } from './film';
import { PictureFace, useRemotePicture } from './remote-picture';
import { OutLink } from './text';

export const UNDESCRIBED = {
	image: 'pictureWithoutAlt',
	video: 'video',
	gif: 'gif',
	audio: 'audio',
	unknown: 'fileWithoutAlt',
} as const;

/** A medium that lies on another host. Nothing plays by itself. */
export function RemoteCell({ medium, open }: { medium: Medium; open(): void }) {
	const { t } = useTexts();
	const name = medium.alt || t(UNDESCRIBED[medium.type]);
	switch (medium.type) {
		case 'image':
			return <Picture medium={medium} name={name} open={open} />;
		case 'unknown':
			return (
				<span class="missing">
					<span dir="auto">{name}</span>
					<OutLink href={medium.remote ?? ''}>{t('openOriginal')}</OutLink>
				</span>
			);
		case 'audio':
			return <Sound medium={medium} name={name} />;
		default:
			return <Film medium={medium} name={name} />;
	}
}

type PartProps = { medium: Medium; name: string };

function Picture({ medium, name, open }: PartProps & { open(): void }) {
	const url = medium.preview ?? medium.remote;
	const at = useRemotePicture(url);
	const picture = (
		<>
			<PictureFace url={url} blurhash={medium.blurhash} alt={name} focus={medium.focus} at={at} />
			{medium.alt && (
				<span class="alt-badge" aria-hidden="true">
					ALT
				</span>
			)}
		</>
	);
	// What is not there is asked for by a button of its own: buttons do not nest.
	if (at.src === undefined) return <span class="medium">{picture}</span>;
	return (
		<button type="button" class="medium" onClick={open} aria-haspopup="dialog">
			{picture}
		</button>
	);
}

function Sound({ medium, name }: PartProps) {
	const [wanted, setWanted] = useState(false);
	return (
		<span class="sound" onFocusIn={() => setWanted(true)}>
			{medium.alt && <span dir="auto">{medium.alt}</span>}
			{/* biome-ignore lint/a11y/useMediaCaption: networks hand out no captions, and none are invented */}
			<audio
				src={medium.remote}
				controls
				preload={wanted ? 'metadata' : 'none'}
				aria-label={name}
			/>
		</span>
	);
}
