import type { AccountUri } from './basics';

/** What somebody who labels says of a post or of who wrote it, in their own words. All texts are plain. */
export type Label = {
	/** Who says so: a labeler, or the author. */
	by: AccountUri;
	/** The author says so. */
	self?: true;
	/** As the network names it: `spoiler`, `porn`, `!hide`. */
	value: string;
	/** In the labeler's words, in the person's language where it has some. */
	name: string;
	description?: string;
	of: 'post' | 'author';
	/** No press shows what it keeps back: `adult` while the account's own settings keep such things off. */
	final?: 'everybody' | 'adult';
	/** `blurMedia` covers pictures and videos alone; `inform` shows a badge. */
	effect: 'hide' | 'blur' | 'blurMedia' | 'inform';
};
