import { defineConfig } from 'vitest/config';

/** The adapters against real servers, without a browser. */
export default defineConfig({
	test: {
		include: ['tests/real/**/*.test.ts'],
		// snac delivers within seconds, not at once; the reference servers take some seconds to start.
		testTimeout: 60_000,
		// Several whole networks at once are more than a small machine is for.
		fileParallelism: false,
		// Run by itself on a fresh clone it has to install them, too.
		hookTimeout: 240_000,
	},
});
