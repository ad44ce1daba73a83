import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Account } from '../../lib/model';
import type { Generation } from '../../lib/store';
import { useRemoteMedia } from './remote-media';
import { useMedium } from './use-medium';

type AvatarProps = {
	name: string;
	of?: Generation | undefined /** Instead of the first sign. */;
	icon?: ComponentChildren;
	/** Where a live account has its picture. */
	remote?: string | undefined;
};

/** The picture of a person from the archive, else the first sign of the name. Says nothing: the name stands beside it. */
export function Avatar({ name, of, icon, remote }: AvatarProps) {
	const stored = useMedium(of?.account.key, of?.avatar);
	const shown = useRemoteMedia();
	const [failed, setFailed] = useState<string>();
	const url = stored.url ?? (shown && failed !== remote ? remote : undefined);
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
				onError={() => setFailed(remote)}
			/>
		);
	}
	return (
		<span class="avatar" aria-hidden="true">
			{icon ?? initial(name)}
		</span>
	);
}

const graphemes = new Intl.Segmenter();

/** The first grapheme, so that an emoji or a letter with marks stays whole. */
function initial(name: string | Account['name']): string {
	const [first] = graphemes.segment(name.trim());
	return first?.segment.toLocaleUpperCase() ?? '';
}
