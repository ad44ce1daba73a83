import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['{lib,components,tests}/**/*.test.{ts,tsx}'],
		// tests/real has a configuration of its own.
		exclude: ['tests/e2e/**', 'tests/real/**'],
		// A busy machine is no failure; what hangs is still found.
		testTimeout: 60_000,
	},
});
