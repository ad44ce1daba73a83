import type { Instant } from './basics';

/** A website of others in which the person wants something of ours to stand. */
export type BesideSite = {
	host: string;
	/** What stands there: an entry in the site's navigation, else the button in its composers. */
	part?: 'entry';
	/** When its pages were last looked at. */
	at?: Instant;
	/** What was not found there then, of a composer one part or all: ours is absent. */
	missing?: 'text' | 'post' | 'composer' | 'navigation';
};
