import type { Query } from '../../lib/search';
import { useTexts } from '../shared/texts';

/** What in the query was not understood, and how it was taken instead. */
export function QueryProblems({ query }: { query: Query }) {
	const { say } = useTexts();
	if (query.problems.length === 0) return null;
	return (
		<ul class="query-problems">
			{query.problems.map((problem) => (
				<li key={problem.start}>{say(problem.message)}</li>
			))}
		</ul>
	);
}
