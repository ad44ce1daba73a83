import type { Navigation } from './site';

export const X_NAVIGATION: Navigation = {
	seen: 'x.com/home, wide and narrow, as public lists of selectors had it in February 2026',
	// The link home is found by its name for tests: the label of the navigation is in the language of the person.
	links: {
		selector: 'header[role="banner"] nav:has(> a[data-testid="AppTabBar_Home_Link"])',
		expected: 'one',
	},
	column: { selector: '[data-testid="primaryColumn"]', expected: 'one' },
	page: { selector: 'main[role="main"]', expected: 'one' },
};
