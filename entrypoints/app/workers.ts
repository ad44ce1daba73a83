import type { Spawn } from '../../lib/archive';
import { connectSearch, type SearchClient } from '../../lib/search';
import { connectWriting, type Writing } from '../../lib/writing';

/** The tab's one search worker, started on first use. */
export function searchOnce(): () => SearchClient {
	let client: SearchClient | undefined;
	return () => {
		client ??= connectSearch(
			() => new Worker(new URL('../../lib/search/worker.ts', import.meta.url), { type: 'module' }),
		);
		return client;
	};
}

/** The workers of lib/archive, made anew for every import. */
export const archiveWorkers: Spawn = {
	worker: () =>
		new Worker(new URL('../../lib/archive/worker.ts', import.meta.url), { type: 'module' }),
	helper: () =>
		new Worker(new URL('../../lib/archive/helper-worker.ts', import.meta.url), { type: 'module' }),
};

/** Started when somebody first writes. */
export function writingWorker(): Writing {
	return connectWriting(
		() => new Worker(new URL('../../lib/writing/worker.ts', import.meta.url), { type: 'module' }),
	);
}
