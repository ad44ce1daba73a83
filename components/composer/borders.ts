import type { Draft, ForTarget, TargetKey, Venue } from '../../lib/model';
import { bordersOf } from '../../lib/text';
import type { Venues } from './use-venues';

/** What a target's post says, before it is cut. */
export function textAt(draft: Draft, target: TargetKey): string {
	return draft.own[target]?.text ?? draft.text;
}

/** Cut where the server's own limit wants it, and so on while it is typed. */
export function threadOf(draft: Draft, target: TargetKey, venue: Venue): ForTarget {
	const own = draft.own[target] ?? {};
	const warning = own.warning ?? draft.warning;
	const borders = bordersOf(textAt(draft, target), venue, {
		...(warning ? { warning } : {}),
		...(own.numbered ? { numbered: true } : {}),
	});
	return { ...own, borders, flowing: true };
}

/** One post again, whatever its length. */
export function oneOf({ borders: _b, flowing: _f, places: _p, numbered: _n, ...own }: ForTarget) {
	return own;
}

/**
 * The draft after something in it changed: threads that flow are cut anew, and borders that a person placed stay
 * between the words that they stood between.
 */
export function carried(before: Draft, after: Draft, venues: Venues): Draft['own'] {
	const all = Object.entries(after.own).map(([target, own]) => {
		const venue = venues.get(target);
		if (own.flowing && venue) return [target, threadOf(after, target, venue)] as const;
		const [was, is] = [textAt(before, target), textAt(after, target)];
		const { borders } = own;
		if (!borders || before.own[target]?.borders !== borders || was === is) {
			return [target, own] as const;
		}
		return [target, { ...own, borders: shifted(borders, was, is) }] as const;
	});
	return all.every(([target, own]) => same(own, after.own[target]))
		? after.own
		: Object.fromEntries(all);
}

/** Borders of a text in which one stretch was replaced. */
function shifted(borders: readonly number[], was: string, is: string): readonly number[] {
	const shorter = Math.min(was.length, is.length);
	let start = 0;
	while (start < shorter && was[start] === is[start]) start += 1;
	let end = 0;
	while (end < shorter - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
	const moved = borders.map((border) =>
		border <= start ? border : border >= was.length - end ? border + is.length - was.length : start,
	);
	return [...new Set(moved)].filter((border) => border > 0 && border < is.length);
}

function same(one: ForTarget, other: ForTarget | undefined): boolean {
	return one === other || JSON.stringify(one) === JSON.stringify(other);
}
