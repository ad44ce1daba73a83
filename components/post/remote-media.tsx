import { useState } from 'preact/hooks';
import type { Medium } from '../../lib/model';
import { useRemoteMedia } from '../shared/remote-media';
import { useTexts } from '../shared/texts';
import { Film } from './film';
import { RemotePicture } from './remote-picture';
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
	const shown = useRemoteMedia();
	const picture = (
		<RemotePicture
			url={medium.preview ?? medium.remote}
			blurhash={medium.blurhash}
			alt={name}
			focus={medium.focus}
		/>
	);
	const badge = medium.alt && (
		<span class="alt-badge" aria-hidden="true">
			ALT
		</span>
	);
	// Where pictures are asked for, the cell holds a button of its own: buttons do not nest.
	if (!shown) {
		return (
			<span class="medium">
				{picture}
				{badge}
			</span>
		);
	}
	return (
		<button type="button" class="medium" onClick={open} aria-haspopup="dialog">
			{picture}
			{badge}
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
