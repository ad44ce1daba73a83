import type { Generation } from '../../lib/store';

/** Bytes that each part takes. */
export type Room = { posts: number; index: number; media: number; total: number };

/** Undefined while one of the two is not known yet: "0 bytes" would be a claim. */
export function roomOf(
	all: readonly Pick<Generation, 'lists'>[] | undefined,
	media: number | undefined,
): Room | undefined {
	if (all === undefined || media === undefined) return undefined;
	const lists = all.flatMap((generation) => Object.values(generation.lists));
	const posts = lists.reduce((sum, list) => sum + list.bytes, 0);
	const index = lists.reduce((sum, list) => sum + list.indexBytes, 0);
	return { posts, index, media, total: posts + index + media };
}
