import type { Visibility } from '../../model';
import type { Meaning } from './classes/meaning';
import type { Said } from './said';

/** Words between "except" and whom it lets out. */
const NEAR = 8;
/** "No languages except English". */
const BESIDE = 3;
const WHOM = [
	['direct', 'direct'],
	['follower', 'followers'],
	['followers', 'followers'],
	['unlisted', 'unlisted'],
] as const;
/** What a public place asks for is not asked of letters. */
const NOT_PUBLIC: readonly Visibility[] = ['unlisted', 'followers', 'direct'];

/** Classes that are about how a post looks, and so may be let out by who reads it. */
const SPARING: ReadonlySet<string> = new Set(['language', 'alt-text', 'warning']);

/** What the sentence lets out of its own demand; where it lets out something that is not understood, it only asks. */
export function sparing(said: Said, meaning: Meaning): Meaning {
	if (!SPARING.has(meaning.class)) return meaning;
	const isPublic = meaning.class === 'language' && said.has('public');
	if (!said.has('except')) return isPublic ? { ...meaning, spares: NOT_PUBLIC } : meaning;
	const spares = exceptedIn(said);
	if (spares.length > 0) return { ...meaning, spares };
	if (meaning.class === 'language' && said.near('except', 'language', BESIDE)) return meaning;
	return 'level' in meaning ? { ...meaning, level: 'asked' } : meaning;
}

/** What a sentence that asks for nothing itself lets out of what was said before it: "private mentions are exempt". */
export function sparedAfter(said: Said): readonly Visibility[] {
	if (said.has('except')) return exceptedIn(said);
	const { free, allowed, required, forbidden } = said.wants();
	if ((!free && !allowed) || required || forbidden) return [];
	return WHOM.flatMap(([concept, who]) => (said.has(concept) ? [who] : []));
}

/** The same demands with that let out. */
export function without<M extends Meaning>(
	meanings: readonly M[],
	spares: readonly Visibility[],
): M[] {
	return meanings.map((one) =>
		SPARING.has(one.class) ? { ...one, spares: [...(one.spares ?? []), ...spares] } : one,
	);
}

function exceptedIn(said: Said): readonly Visibility[] {
	return [
		...new Set(WHOM.flatMap(([concept, who]) => (said.near('except', concept, NEAR) ? [who] : []))),
	];
}
