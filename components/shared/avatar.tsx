import type { ComponentChildren } from 'preact';
import type { Account } from '../../lib/model';
import type { Generation } from '../../lib/store';
import { useMedium } from './use-medium';

type AvatarProps = {
	name: string;
	of?: Generation | undefined /** Instead of the first sign. */;
	icon?: ComponentChildren;
};

/** The picture of a person from the archive, else the first sign of the name. Says nothing: the name stands beside it. */
export function Avatar({ name, of, icon }: AvatarProps) {
	const { url } = useMedium(of?.account.key, of?.avatar);
	if (url) return <img class="avatar" src={url} alt="" width="42" height="42" decoding="async" />;
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
