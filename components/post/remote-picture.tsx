import { useState } from 'preact/hooks';
import { useRemoteMedia } from '../shared/remote-media';
import { useTexts } from '../shared/texts';
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
 * at their click, and the host is named before.
 */
export function RemotePicture({ url, blurhash, alt, focus, quiet }: RemotePictureProps) {
	const { t } = useTexts();
	const shown = useRemoteMedia();
	const [asked, setAsked] = useState(false);
	const [failed, setFailed] = useState(false);
	const loads = url !== undefined && (shown || asked) && !failed;
	return (
		<>
			{blurhash && <Blurhash hash={blurhash} />}
			{loads && (
				<img
					src={url}
					alt={alt}
					loading="lazy"
					decoding="async"
					referrerpolicy="no-referrer"
					style={focus && { objectPosition: position(focus) }}
					onError={() => setFailed(true)}
				/>
			)}
			{!loads && !quiet && url !== undefined && (
				<span class="missing">
					{failed ? (
						<span>{t('pictureNotLoaded', { host: new URL(url).host })}</span>
					) : (
						<span>{t('pictureOf', { host: new URL(url).host })}</span>
					)}
					<button
						type="button"
						class="button"
						onClick={(event) => {
							event.stopPropagation();
							setAsked(true);
							setFailed(false);
						}}
					>
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
