import type { Text } from '../../lib/model';

/**
 * What is to happen with `newer` posts that came while a list of `count` is open: they are offered, so that the line
 * being read does not move; where nothing is on screen there is no such line, and the list just begins with them. What
 * is still being read brings them along: beginning again would only put it off.
 */
export function arrivals(
	newer: number,
	list: { count: number; done: boolean; error?: unknown },
): { offered: number; begin: boolean } {
	if (list.count > 0) return { offered: newer, begin: false };
	return { offered: 0, begin: newer > 0 && list.done && list.error === undefined };
}

/** How many posts came, where not more than `most` were counted. */
export function cameText(count: number, most: number): Text {
	return { key: count < most ? 'newPosts' : 'newPostsMost', parameters: { count } };
}
