import type { Post } from '../../model';
import { type Clause, type Element, findSequence } from '../query/query';
import { scanPost } from '../terms/post';
import { Scanner } from '../terms/scan';
import { EXTRA } from '../terms/term';

/** Whether the texts of a post hold the phrases of a query, and do not hold those it excludes. */
export type PhraseTest = (post: Post) => boolean;

export function phraseTest(clauses: readonly Clause[]): PhraseTest {
	const phrases = clauses.flatMap((clause) =>
		clause.type === 'words' && clause.sequence.length > 1 ? [clause] : [],
	);
	const found = new Set<readonly Element[]>();
	let terms: string[] = [];
	const scanner = new Scanner({
		term(term) {
			if (term.kind !== EXTRA) terms.push(String(term));
		},
	});
	const endText = () => {
		for (const { sequence } of phrases) {
			if (findSequence(terms, sequence) >= 0) found.add(sequence);
		}
		terms = [];
	};
	return (post) => {
		found.clear();
		scanPost(post, scanner, endText);
		return phrases.every(({ sequence, not }) => found.has(sequence) !== not);
	};
}
