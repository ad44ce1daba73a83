import type { Instant } from '../../model';
import { type Directory, type Generation, LISTS, type ListName, SEGMENT_POSTS } from '../../store';

/** One list of one archive: what is searched side by side with the others. */
export type Source = {
	/** Its place among the others; the lower comes first where moments are equal. */
	rank: string;
	generation: Generation;
	list: ListName;
	directory: Directory;
};

/** A place in the order of hits: newest first, then by source, then by id (of live posts: by key). */
export type Place = { sortAt: Instant; rank: string; id: bigint | string };

export function sourcesOf(generations: readonly Generation[]): Source[] {
	return generations
		.flatMap((generation) =>
			LISTS.map((list) => ({
				rank: `${generation.account.key} ${list}`,
				generation,
				list,
				directory: generation.lists[list],
			})),
		)
		.filter(({ directory }) => directory.count > 0)
		.sort((a, b) => (a.rank < b.rank ? -1 : 1));
}

export function segmentOf(ordinal: number): number {
	return Math.floor(ordinal / SEGMENT_POSTS);
}

/** Negative when `a` stands before `b`, which is newer first. */
export function comparePlaces(a: Place, b: Place): number {
	if (a.sortAt !== b.sortAt) return b.sortAt - a.sortAt;
	if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
	return a.id === b.id ? 0 : a.id > b.id ? -1 : 1;
}
