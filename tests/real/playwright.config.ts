import { defineConfig } from '@playwright/test';

/** Journeys on a real server, through the screens, in both browsers one after the other. */
export default defineConfig({
	testDir: '.',
	testMatch: /\.both\.spec\.ts$/,
	outputDir: '../../.artifacts/test/real',
	workers: 1,
	forbidOnly: true,
	retries: 0,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	projects: [{ name: 'chromium' }, { name: 'firefox' }],
});
