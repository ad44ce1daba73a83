import type { Site } from './site';

export const BLUESKY: Site = {
	seen: 'bsky.app, by src/view/com/composer/Composer.tsx of its source (composePostView, composerPublishBtn)',
	// A thread has a field for each post.
	text: {
		selector: '[data-testid="composePostView"] [contenteditable="true"]',
		expected: 'one or more',
	},
	post: {
		selector: '[data-testid="composePostView"] [data-testid="composerPublishBtn"]',
		expected: 'one',
	},
	composerPage: /^\/intent\/compose\/?$/,
	// What is answered is drawn without a link to it.
	network: 'atproto',
};
