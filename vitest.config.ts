import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['{lib,components,tests}/**/*.test.{ts,tsx}'],
		exclude: ['tests/e2e/**'],
		// A busy machine is no failure; what hangs is still found.
		testTimeout: 60_000,
	},
});
