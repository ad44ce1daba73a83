import type { Site } from './site';

export const X: Site = {
	seen: 'x.com/home, x.com/compose/post and x.com/<name>/status/<id>, as public lists of selectors had them in February 2026',
	// A thread has a field for each post.
	text: {
		selector: '[data-testid^="tweetTextarea_"][contenteditable="true"]',
		expected: 'one or more',
	},
	post: {
		selector: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
		expected: 'one',
	},
	about: {
		within: '[role="dialog"]',
		selector: 'article[data-testid="tweet"] a[href*="/status/"]:has(time)',
		expected: 'none or one',
	},
	// Beside one of its pictures too.
	aboutPage: /^\/\w+\/status\/\d+(?=\/?$|\/(photo|video)\/\d+\/?$)/,
	composerPage: /^\/(compose\/post|intent\/(post|tweet))\/?$/,
};
