import { defineConfig } from '@playwright/test';

/** Chromium is driven by Playwright, Firefox by puppeteer over WebDriver BiDi: see tests/browsers. */
export default defineConfig({
	testDir: '.',
	outputDir: '../../.artifacts/test/e2e',
	// At most two browsers at a time.
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	projects: [
		{ name: 'chromium', testMatch: /\.(chromium|both)\.spec\.ts$/ },
		{ name: 'firefox', testMatch: /\.(firefox|both)\.spec\.ts$/ },
	],
});
