import type { Generation } from '../../lib/store';

/** Bytes that each part takes. */
export type Room = {
	/** Of archives. */
	posts: number;
	/** Of networks. */
	live: number;
	index: number;
	media: number;
	/** Kept pictures of other hosts. */
	previews: number;
	total: number;
};

type Counted = { media: number; live: number; liveIndex: number; previews: { bytes: number } };

/** Undefined while one of the two is not known yet: "0 bytes" would be a claim. */
export function roomOf(
	all: readonly Pick<Generation, 'lists'>[] | undefined,
	counted: Counted | undefined,
): Room | undefined {
	if (all === undefined || counted === undefined) return undefined;
	const lists = all.flatMap((generation) => Object.values(generation.lists));
	const posts = lists.reduce((sum, list) => sum + list.bytes, 0);
	const index = lists.reduce((sum, list) => sum + list.indexBytes, counted.liveIndex);
	const { media, live, previews } = counted;
	return {
		posts,
		live,
		index,
		media,
		previews: previews.bytes,
		total: posts + live + index + media + previews.bytes,
	};
}
