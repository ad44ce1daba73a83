import type { Visibility } from '../../model';

/** Who may see a post, where that is less than everybody who looks. */
export type Narrower = Exclude<Visibility, 'public' | 'community'>;

/** Where the composers of a website are. Selectors are data: they are looked up, and nothing is run. */
export type Site = {
	/** What they were read off, and when. */
	seen: string;
	/** The fields that hold the text: how many there are in one composer. */
	text: { selector: string; expected: 'one' | 'one or more' };
	/** The site's own button that posts: one in each composer. */
	post: { selector: string; expected: 'one' };
	/** The field of a content warning: at most one, and not while it is closed. */
	warning?: { selector: string; expected: 'none or one' };
	/** What shows in the composer that not everybody may see the post, or find it. */
	narrower?: Readonly<Record<Narrower, string>>;
	/** In a composer that answers something, a link to it: at most one. Absent: the page does not say. */
	about?: { within: string; selector: string; expected: 'none or one' };
	/** The part of the paths of pages whose composer answers what the page is about, that leads to that. */
	aboutPage?: RegExp;
	/** Paths of pages that always have a composer. */
	composerPage: RegExp;
	/** What is typed there is posted by an account of this network, wherever it lives; absent: of that host. */
	network?: string;
};

/** Where a website has its own way about, and what an entry of ours there opens over. */
export type Navigation = {
	/** What they were read off, and when. */
	seen: string;
	/** What holds the links to its main pages. */
	links: { selector: string; expected: 'one' };
	/** The column that its timeline stands in; without it the frame takes the whole window. */
	column: { selector: string; expected: 'one' };
	/** What stands in every page that has links: there without them, they have changed. */
	page: { selector: string; expected: 'one' };
};
