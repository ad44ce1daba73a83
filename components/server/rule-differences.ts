import type { Rule } from '../../lib/model';

/** A rule that went, came, or says something else. */
export type Difference = { before?: Rule; after?: Rule };

/** What differs between two lists of rules; their order and their numbers are no difference. */
export function differences(before: readonly Rule[], after: readonly Rule[]): Difference[] {
	const gone = without(before, after);
	const come = without(after, before);
	const changed = gone.flatMap((one): Difference[] => {
		const now = come.find(({ id }) => id === one.id);
		return now ? [{ before: one, after: now }] : [];
	});
	return [
		...changed,
		...gone
			.filter((one) => !changed.some((pair) => pair.before === one))
			.map((one) => ({ before: one })),
		...come
			.filter((one) => !changed.some((pair) => pair.after === one))
			.map((one) => ({ after: one })),
	];
}

function without(all: readonly Rule[], others: readonly Rule[]): readonly Rule[] {
	const known = new Set(others.map(asRead));
	return all.filter((one) => !known.has(asRead(one)));
}

function asRead({ text, hint }: Rule): string {
	return JSON.stringify([text, hint ?? '']);
}
