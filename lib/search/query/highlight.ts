import { Scanner } from '../terms/scan';
import { EXTRA } from '../terms/term';
import { type Element, findSequence, isAt, type Query } from './query';

export type Range = { start: number; end: number };
type Token = Range & { term: string; signEnd: number };

/**
 * Where a text holds what a query asks for, cut by the tokenizer that the index was made with: UTF-16 ranges in
 * order, which do not overlap.
 */
export function highlight(text: string, query: Query): readonly Range[] {
	const sequences = query.clauses.flatMap((clause) =>
		clause.type === 'words' && !clause.not ? [clause.sequence] : [],
	);
	if (sequences.length === 0) return [];
	const { line, beside } = tokensOf(text);
	const terms = line.map(({ term }) => term);
	const ranges = sequences.flatMap((sequence) => {
		const [only] = sequence;
		return only && sequence.length === 1
			? [...line, ...beside].filter(({ term }) => isAt(only, term)).map((t) => rangeOf(t, only))
			: runsOf(line, terms, sequence);
	});
	return merged(ranges);
}

function tokensOf(text: string): { line: Token[]; beside: Token[] } {
	const line: Token[] = [];
	const beside: Token[] = [];
	new Scanner({
		term(term) {
			const { start, end, signEnd } = term;
			(term.kind === EXTRA ? beside : line).push({ term: String(term), start, end, signEnd });
		},
	}).scan(text);
	return { line, beside };
}

function rangeOf({ start, end, signEnd }: Token, element: Element): Range {
	return { start, end: element.sign ? signEnd : end };
}

function runsOf(line: Token[], terms: string[], sequence: readonly Element[]): Range[] {
	const ranges: Range[] = [];
	for (
		let at = findSequence(terms, sequence);
		at >= 0;
		at = findSequence(terms, sequence, at + 1)
	) {
		const first = line[at];
		const last = line[at + sequence.length - 1];
		const element = sequence.at(-1);
		if (!first || !last || !element) continue;
		ranges.push({ start: first.start, end: rangeOf(last, element).end });
	}
	return ranges;
}

function merged(ranges: Range[]): Range[] {
	const result: Range[] = [];
	for (const range of ranges.sort((a, b) => a.start - b.start || a.end - b.end)) {
		const before = result.at(-1);
		if (before && range.start < before.end) before.end = Math.max(before.end, range.end);
		else result.push({ ...range });
	}
	return result;
}
