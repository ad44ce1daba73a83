import type { Emoji, TargetKey } from '../../lib/model';
import { asking } from '../../lib/sessions';

/** As long as this page is open: what was asked once is offered by itself. */
const known = new Map<TargetKey, readonly Emoji[]>();

/** The pictures that a server has for those who write there: asked only when the person says so, and once. */
export async function askEmoji(by: TargetKey): Promise<readonly Emoji[]> {
	const before = known.get(by);
	if (before) return before;
	const found = await asking(by, async (network, session, io) => network.emojis?.(session, io));
	known.set(by, found ?? []);
	return found ?? [];
}

/** Those of servers that were asked already. */
export function knownEmoji(by: TargetKey): readonly Emoji[] {
	return known.get(by) ?? [];
}

/** Those whose shortcode has this in it, first those that begin so. */
export function emojiNamed(all: readonly Emoji[], typed: string, most: number): readonly Emoji[] {
	const wanted = typed.toLowerCase();
	const has = all.filter(({ shortcode }) => shortcode.toLowerCase().includes(wanted));
	const begins = ({ shortcode }: Emoji) => shortcode.toLowerCase().startsWith(wanted);
	return [...has.filter(begins), ...has.filter((one) => !begins(one))].slice(0, most);
}
