import { gravity } from '../../lib/norms';
import type { Judged } from './judged';

/** One saying, and all that it is said of, with their places in the whole list. */
export type Group = readonly [Member, ...Member[]];
export type Member = { about: Judged; at: number };

/**
 * What is said in the same words of several places or files stands together, where the first of them stood: ten
 * boxes that say one thing are read by nobody.
 */
export function grouped(all: readonly Judged[]): readonly Group[] {
	const groups = new Map<string, [Member, ...Member[]]>();
	for (const [at, about] of all.entries()) {
		const key = sayingOf(about);
		const group = groups.get(key);
		if (group) group.push({ about, at });
		else groups.set(key, [{ about, at }]);
	}
	return [...groups.values()];
}

/** What tells one saying from another: all but which place and which file it is said of. */
function sayingOf({ verdict }: Judged): string {
	const { norm, override, answered, pinned, reason, source } = verdict;
	const { host: _, ...others } = reason.parameters ?? {};
	const said = [reason.key, others, source?.sentence, override, answered, pinned];
	return JSON.stringify([norm, gravity(verdict), ...said]);
}

/** Of how many places and files it is said. */
export function spreadOf(group: Group): { places: number; files: number } {
	return {
		places: new Set(group.map(({ about }) => about.venue.target)).size,
		files: new Set(group.flatMap(({ about }) => about.verdict.file ?? [])).size,
	};
}

/** Where the verdict stands that is so far from the first. */
export function idAt(place: number): string {
	return `verdict-${place}`;
}
