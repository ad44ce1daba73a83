// Norms: what a community, an author or a limit says of a content before it appears. A norm is one file and one line
// in the list of worker.ts, or below where it only advises; each is pure, and knows only the content and the venue.
// May import lib/model, lib/text and lib/texts.
import type { Content, Venue, Verdict } from '../model';
import type { Norm } from './norm';
import { tagCase } from './tag-case';
import { observed } from './topics';
import { judge as judgeKnown } from './worker';

export { type Level, levelOf, shareOf } from './balance';
export { gravity } from './gravity';
export { corrected } from './readings';
export { observed, topicName } from './topics';

/** What is good to know while somebody writes, and stops nothing: the background does without. */
const ADVICE: readonly Norm[] = [tagCase];

/**
 * All that is to be said of a content as it is typed, what is pinned and then the gravest first; empty: nothing. What
 * the person answered before stands in it, and stops nothing.
 */
export function judge(content: Content, venue: Venue): Verdict[] {
	return judgeKnown(observed(content), venue, ADVICE);
}
