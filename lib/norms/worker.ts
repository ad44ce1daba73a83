// The second door of lib/norms: what stops or asks, without the words of five languages. For the background, where
// contents come with what pages found in them (`observed`).
import type { Content, Venue, Verdict } from '../model';
import { altText } from './alt-text';
import { answering } from './answering';
import { attribution } from './attribution';
import { audience } from './audience';
import { balance } from './balance';
import { care } from './care';
import { crossPosting } from './cross-posting';
import { gravity } from './gravity';
import { knownRules } from './known-rules';
import { language } from './language';
import { length } from './length';
import { links } from './links';
import { mediaLimits } from './media-limits';
import { messages } from './messages';
import type { Norm } from './norm';
import { pace } from './pace';
import { polls } from './polls';
import { quoting } from './quoting';
import { reach } from './reach';
import { venueFor } from './readings';
import { reposting } from './reposting';
import { tags } from './tags';
import { warning } from './warning';

export { gravity } from './gravity';

const NORMS: readonly Norm[] = [
	length,
	mediaLimits,
	polls,
	audience,
	answering,
	quoting,
	reposting,
	reach,
	altText,
	language,
	warning,
	crossPosting,
	tags,
	links,
	attribution,
	messages,
	knownRules,
	care,
	balance,
	pace,
];

/**
 * All that is to be said of a content at a venue, what is pinned and then the gravest first; empty: nothing. What the
 * person answered before stands in it, and stops nothing. `more`: norms that only advise.
 */
export function judge(content: Content, venue: Venue, more: readonly Norm[] = []): Verdict[] {
	const here = venueFor(content, venue);
	return [...NORMS, ...more]
		.flatMap(({ id, check }) =>
			check(content, here).map((verdict) => answered({ norm: id, ...verdict }, venue)),
		)
		.sort(
			(a, b) =>
				Number(b.pinned ?? false) - Number(a.pinned ?? false) ||
				GRAVITY[gravity(b)] - GRAVITY[gravity(a)],
		);
}

const GRAVITY = { pass: 0, advise: 1, 'cannot-tell': 2, ask: 3, block: 4 } as const;

function answered(verdict: Verdict, { answers, target }: Venue): Verdict {
	const { norm, override, source } = verdict;
	if (override === undefined) return verdict;
	const said = answers.some(
		(answer) =>
			answer.norm === norm &&
			answer.target === target &&
			answer.how === override &&
			// Another sentence is another question.
			answer.sentence === source?.sentence,
	);
	return said ? { ...verdict, answered: true } : verdict;
}
