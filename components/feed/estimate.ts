import type { StoredPost } from '../../lib/model';
import type { Settings } from '../../lib/store';

/** What a card has around its words, by density, in CSS pixels; lines of words, and what may stand below them. */
const AROUND = { comfortable: 92, compact: 74 } as const;
const LINE = 22;
const MOST_LINES = 12;
const LETTER = 7.2;
const UNREAD = 220;
const QUOTE = 120;
const CARD = 96;
const COVER = 44;
const HIGHEST_PICTURE = 440;
const WIDEST = 560;

/** How high a card will be in a list so wide, about: what is drawn ahead, and where a scrollbar stands, go by it. */
export function estimateOf(
	stored: StoredPost | undefined,
	density: Settings['density'],
	width: number,
): number {
	if (!stored) return UNREAD;
	const { content, media = [], quote, poll, card, warning } = stored.post;
	const around = AROUND[density];
	if (warning) return around + COVER;
	const column = Math.max(160, width - 90);
	const letters = Math.max(20, Math.min(70, column / LETTER));
	const lines = content.text.split('\n').reduce((sum, one) => sum + 1 + one.length / letters, 0);
	const [single] = media.length === 1 ? media : [];
	const picture = single
		? Math.min(HIGHEST_PICTURE, column, ((single.height ?? 9) / (single.width ?? 16)) * WIDEST)
		: media.length > 1
			? (Math.min(WIDEST, column) * 9) / 16
			: 0;
	return (
		around +
		Math.min(MOST_LINES + 1, Math.floor(lines)) * LINE +
		picture +
		(quote ? QUOTE : 0) +
		(card && media.length === 0 && !quote ? CARD : 0) +
		(poll ? 40 + poll.options.length * 38 : 0)
	);
}
