import {
	countEntries,
	countOldEntries,
	type Generation,
	generations,
	liveBytes,
	mediaRows,
	readDrafts,
	SAMPLE,
} from '../store';

/** What a person can leave out; `media` only goes with `archive`. */
export const SECTIONS = [
	'posts',
	'timeline',
	'archive',
	'media',
	'people',
	'rules',
	'drafts',
	'outbox',
	'settings',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What is in a backup unless something else was chosen: all that is small. */
export const USUAL: readonly Section[] = [
	'posts',
	'people',
	'rules',
	'drafts',
	'outbox',
	'settings',
];

/** Not the sample: it is made anew by a press. */
export async function ownArchives(options?: { fresh: true }): Promise<Generation[]> {
	return (await generations(options)).filter(({ account }) => account.key !== SAMPLE);
}

/** About how much there is of each: things, and bytes where those are many. Sections that are not counted are absent. */
export type Sizes = Partial<Record<Section, { count: number; bytes?: number }>>;

export async function sizes(): Promise<Sizes> {
	const [all, entries, old, live, drafts] = await Promise.all([
		ownArchives(),
		countEntries(),
		countOldEntries(),
		liveBytes(),
		readDrafts(),
	]);
	const lists = all.flatMap((generation) => Object.values(generation.lists));
	const media = (await Promise.all(all.map(({ account }) => mediaRows(account.key)))).flat();
	return {
		timeline: { count: entries + old, bytes: live },
		archive: {
			count: lists.reduce((sum, list) => sum + list.count, 0),
			bytes: lists.reduce((sum, list) => sum + list.bytes, 0),
		},
		media: { count: media.length, bytes: media.reduce((sum, { size }) => sum + size, 0) },
		drafts: { count: drafts.length },
	};
}
