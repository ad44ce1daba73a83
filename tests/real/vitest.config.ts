import { defineConfig } from 'vitest/config';

/** The adapter against a real server, without a browser. */
export default defineConfig({
	test: {
		include: ['tests/real/**/*.test.ts'],
		// snac delivers within seconds, not at once.
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
