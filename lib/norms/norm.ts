import type { Content, Venue, Verdict } from '../model';

/**
 * One rule of the game: pure and synchronous, knows nothing but the content and the venue. Says nothing where it has
 * nothing to say.
 */
export type Norm = {
	/** kebab-case; stored with every answer, so it never changes. */
	id: string;
	check(content: Content, venue: Venue): readonly Omit<Verdict, 'norm'>[];
};
