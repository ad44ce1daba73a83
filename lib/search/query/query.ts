import type { Instant, Text } from '../../model';

/** One place of a sequence of terms. `sign`: one sign of an unspaced script, found as the beginning of a pair. */
export type Element = { term: string; prefix?: true; sign?: true };

/** One condition of a query; all of them have to hold, or not to hold with `not`. */
export type Clause =
	/** Terms that stand side by side. One alone needs no look at the text. */
	| { type: 'words'; not: boolean; sequence: readonly Element[] }
	/** Something true of the post. */
	| { type: 'operator'; not: boolean; element: Element }
	/** Local times; `from` inclusive, `to` exclusive. */
	| { type: 'time'; not: boolean; from?: Instant; to?: Instant };

/** As many terms of one sequence are looked up; the rest of a longer one is only compared with the texts. */
const MOST_LOOKED_UP = 32;

/** The terms that have to be looked up in the index for a clause. */
export function lookedUp(clause: Clause): readonly Element[] {
	if (clause.type === 'time') return [];
	return clause.type === 'operator' ? [clause.element] : clause.sequence.slice(0, MOST_LOOKED_UP);
}

/** Something in the query that was not understood and was taken as plain words. UTF-16 offsets. */
export type QueryProblem = { start: number; end: number; message: Text };

/** A query as it was understood; plain data, so that it can be sent to the worker. Without clauses it finds nothing. */
export type Query = {
	text: string;
	clauses: readonly Clause[];
	problems: readonly QueryProblem[];
};

/** Whether a term of a text is what an element asks for. */
export function isAt(element: Element, term: string): boolean {
	return element.prefix ? term.startsWith(element.term) : term === element.term;
}

/** Where `sequence` stands in the terms of a text, as index of its first, from `from` on; -1 when it does not. */
export function findSequence(
	terms: readonly string[],
	sequence: readonly Element[],
	from = 0,
): number {
	for (let at = from; at + sequence.length <= terms.length; at++) {
		if (sequence.every((element, i) => isAt(element, terms[at + i] ?? ''))) return at;
	}
	return -1;
}
