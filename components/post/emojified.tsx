import type { Emoji } from '../../lib/model';
import { useRemoteMedia } from '../shared/remote-media';

const SHORTCODE = /:([A-Za-z0-9_]+):/g;

type EmojifiedProps = { text: string; emojis?: readonly Emoji[] | undefined };

/** Plain text in which `:shortcode:` is drawn as the picture its server has for it, never moving. */
export function Emojified({ text, emojis = [] }: EmojifiedProps) {
	const shown = useRemoteMedia();
	if (emojis.length === 0 || !shown || !text.includes(':')) return <>{text}</>;
	// Splitting by a pattern with one group: odd places hold the shortcodes.
	const pieces = text.split(SHORTCODE);
	return (
		<>
			{pieces.map((piece, i) => {
				if (i % 2 === 0) return piece;
				const emoji = emojis.find(({ shortcode }) => shortcode === piece);
				return emoji ? <EmojiPicture key={i} emoji={emoji} /> : `:${piece}:`;
			})}
		</>
	);
}

function EmojiPicture({ emoji: { shortcode, url, still } }: { emoji: Emoji }) {
	return (
		<img
			class="emoji"
			src={still ?? url}
			alt={`:${shortcode}:`}
			title={`:${shortcode}:`}
			loading="lazy"
			decoding="async"
			referrerpolicy="no-referrer"
			draggable={false}
		/>
	);
}
