import { beginsOperator, isOperator, readOperator } from './operator';
import { cutQuery, type Piece } from './pieces';
import type { Clause, Query, QueryProblem } from './query';
import { phraseSequence, wordSequence } from './words';

/** Somebody may paste a whole text. */
const MOST_CLAUSES = 40;

/**
 * Understands a query: words, "phrases", word*, -not, and the operators from: to: on: has: lang: is: before: and
 * after:. What is no operator or makes no sense is taken as words and reported in `problems`. While `typing`, the
 * last word counts as the beginning of one, and an operator that is not finished counts as nothing. `now` is for
 * `today` and `yesterday`.
 */
export function parseQuery(text: string, options: { typing?: boolean; now: Date }): Query {
	const parts = cutQuery(text, options.typing === true).map((piece) =>
		understand(piece, text, options.now),
	);
	const clauses = parts.flatMap(({ clause }) => clause ?? []);
	const problems = parts.flatMap(({ problem }) => problem ?? []);
	for (const piece of cutQuery(text, options.typing === true)) {
		if (piece.value !== 'OR' || piece.quoted || piece.open || piece.operator) continue;
		problems.push({ start: piece.start, end: piece.end, message: { key: 'searchProblemOr' } });
	}
	if (clauses.length > MOST_CLAUSES) {
		const message = { key: 'searchProblemLength', parameters: { number: MOST_CLAUSES } };
		problems.push({ start: 0, end: text.length, message });
	}
	return { text, clauses: clauses.slice(0, MOST_CLAUSES), problems };
}

/**
 * The query without its last word, where that may become the name of an operator (`fro`, `from`); undefined where
 * it cannot, or nothing else is asked for. For those who show something while the name is typed.
 */
export function withoutOpenName(text: string): string | undefined {
	const pieces = cutQuery(text, true);
	const last = pieces.at(-1);
	if (!last?.open || last.quoted || last.operator !== undefined || pieces.length < 2)
		return undefined;
	const begun = last.value.length > 1 && beginsOperator(last.value.toLowerCase());
	return begun ? text.slice(0, last.start) : undefined;
}

type Part = { clause?: Clause | undefined; problem?: QueryProblem };

function understand(piece: Piece, text: string, now: Date): Part {
	const { operator, start, end, open } = piece;
	if (operator === undefined) return { clause: words(piece, text) };
	const value = piece.value.trim().toLowerCase();
	const read = readOperator(operator, { ...piece, value, now });
	if ('clause' in read) return read;
	if (open) return isOperator(operator) ? {} : { clause: words(piece, text) };
	return { clause: words(piece, text), problem: { start, end, message: read.problem } };
}

function words(piece: Piece, text: string): Clause | undefined {
	const { operator, start, end, not, open } = piece;
	const typed = operator === undefined ? piece.value : text.slice(not ? start + 1 : start, end);
	const unfinished = open && typed.endsWith(':') && isOperator(typed.slice(0, -1).toLowerCase());
	if (unfinished) return undefined;
	const cut = piece.quoted ? phraseSequence : wordSequence;
	const sequence = cut(typed, open || typed.endsWith('*'));
	return sequence.length > 0 ? { type: 'words', not, sequence } : undefined;
}
