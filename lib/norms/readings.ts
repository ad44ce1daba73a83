import type { Content, Correction, Reading, RuleClass, Venue, Verdict } from '../model';

/** What the rules of a place say, as they are read by us or by the person; empty where they were not read. */
export function readings({ readings: ours = [], corrections = [] }: Venue): readonly Reading[] {
	return corrections.length === 0 ? ours : corrected(ours, corrections);
}

/** The venue with what its rules say of posts for these readers alone. */
export function venueFor({ visibility }: Pick<Content, 'visibility'>, venue: Venue): Venue {
	const all = readings(venue);
	if (!all.some(({ spares }) => spares?.includes(visibility))) return venue;
	return {
		...venue,
		readings: all.filter(({ spares }) => !spares?.includes(visibility)),
		corrections: [],
	};
}

/** The person's own readings in place of ours. A sentence is the same wherever it stands: a rule may get another number. */
export function corrected(
	ours: readonly Reading[],
	corrections: readonly Correction[],
): readonly Reading[] {
	const said = new Map(corrections.map((one) => [one.sentence, one.readings]));
	const done = new Set<string>();
	return ours.flatMap((one) => {
		const others = said.get(one.sentence);
		if (!others) return [one];
		const place = `${one.rule} ${one.sentence}`;
		if (done.has(place)) return [];
		done.add(place);
		return others.map((other) => ({ ...other, rule: one.rule }));
	});
}

export type ReadingOf<C extends RuleClass> = Extract<Reading, { class: C }>;

/** Those of one class, in the order of the rules. */
export function of<C extends RuleClass>(all: readonly Reading[], which: C): ReadingOf<C>[] {
	return all.filter((one): one is ReadingOf<C> => one.class === which);
}

/** Where a reading stands, to be shown with what follows from it. */
export function sourceOf(
	{ sentence, rule }: Pick<Reading, 'sentence' | 'rule'>,
	{ rules = [], rulesUrl }: Pick<Venue, 'rules' | 'rulesUrl'>,
): NonNullable<Verdict['source']> {
	const url = rules.find(({ id }) => id === rule)?.url ?? rulesUrl;
	return { sentence, rule, ...(url ? { url } : {}) };
}
