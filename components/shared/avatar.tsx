import type { Account } from '../../lib/model';
import type { Generation } from '../../lib/store';
import { useRemoteMedia } from './remote-media';
import { useMedium } from './use-medium';
import { usePicture } from './use-picture';

type AvatarProps = {
	name: string;
	of?: Generation | undefined /** Instead of the first sign. */;
	/** One of components/styles/icons.css. */
	icon?: string | undefined;
	/** Where a live account has its picture. */
	remote?: string | undefined;
};

/** The picture of a person from the archive, else the first sign of the name. Says nothing: the name stands beside it. */
export function Avatar({ name, of, icon, remote }: AvatarProps) {
	const stored = useMedium(of?.account.key, of?.avatar);
	const shown = useRemoteMedia();
	const picture = usePicture(shown ? remote : undefined);
	const url = stored.url ?? picture.src;
	if (url) {
		return (
			<img
				class="avatar"
				src={url}
				alt=""
				width="42"
				height="42"
				loading="lazy"
				decoding="async"
				referrerpolicy="no-referrer"
				onLoad={stored.url ? undefined : picture.onLoad}
				onError={picture.onError}
			/>
		);
	}
	return (
		<span class={icon ? `avatar icon ${icon}` : 'avatar'} aria-hidden="true">
			{!icon && initial(name)}
		</span>
	);
}

const graphemes = new Intl.Segmenter();

/** The first grapheme, so that an emoji or a letter with marks stays whole. */
function initial(name: string | Account['name']): string {
	const [first] = graphemes.segment(name.trim());
	return first?.segment.toLocaleUpperCase() ?? '';
}
