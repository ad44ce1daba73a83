import { useState } from 'preact/hooks';
import { useRemoteMedia } from '../shared/remote-media';
import { useTexts } from '../shared/texts';
import { type Picture, usePicture } from '../shared/use-picture';
import { Blurhash } from './blurhash';

type RemotePictureProps = {
	url: string | undefined;
	blurhash?: string | undefined;
	alt: string;
	focus?: { x: number; y: number } | undefined;
	/** A decoration: not loaded where pictures are asked for, and silent when it cannot be. */
	quiet?: boolean;
};

/**
 * A picture of another host, over its colours until it is there. Where the person wants to be asked, it is loaded
 * at their click, and the host is named before. While the host does not answer, what was kept of it is shown.
 */
export function RemotePicture(props: RemotePictureProps) {
	return <PictureFace {...props} at={useRemotePicture(props.url)} />;
}

export type RemotePictureState = Picture & {
	/** The person wants pictures, or this one. */
	wanted: boolean;
};

/** How it stands with a picture of another host. */
export function useRemotePicture(url: string | undefined): RemotePictureState {
	const shown = useRemoteMedia();
	const [asked, setAsked] = useState(false);
	const wanted = shown || asked;
	const picture = usePicture(wanted ? url : undefined);
	const again = () => {
		setAsked(true);
		picture.again();
	};
	return { ...picture, wanted, again };
}

/** The picture, or why it is not there with a button to ask for it: what is drawn around that must be no button. */
export function PictureFace(props: RemotePictureProps & { at: RemotePictureState }) {
	const { url, blurhash, alt, focus, quiet, at } = props;
	const { t } = useTexts();
	const { src, failed, closed, wanted } = at;
	return (
		<>
			{blurhash && <Blurhash hash={blurhash} />}
			{src !== undefined && (
				<img
					src={src}
					alt={alt}
					loading="lazy"
					decoding="async"
					referrerpolicy="no-referrer"
					style={focus && { objectPosition: position(focus) }}
					onLoad={at.onLoad}
					onError={at.onError}
				/>
			)}
			{(failed || !wanted) && !quiet && url !== undefined && (
				<span class="missing">
					<span>
						{t(closed ? 'pictureNotKept' : failed ? 'pictureNotLoaded' : 'pictureOf', {
							host: new URL(url).host,
						})}
					</span>
					<button type="button" class="button" onClick={at.again}>
						{failed ? t('tryAgain') : t('pictureLoad')}
					</button>
					{alt && <span class="quiet">{alt}</span>}
				</span>
			)}
		</>
	);
}

/** From -1…1, up positive, to what CSS counts from the left and the top. */
function position({ x, y }: { x: number; y: number }): string {
	return `${Math.round((x + 1) * 50)}% ${Math.round((1 - y) * 50)}%`;
}
