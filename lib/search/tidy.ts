import { generations } from '../store';
import { drainLive } from './live/drain';
import { reindexArchives } from './reindex';
import { isFarBehind, isOutdated, isUntidy } from './untidy';

/**
 * Brings the index up to date, where it is worth it: live posts, and archives whose texts were cut by an earlier
 * version. One tab at a time; an import goes before. `done` is called when anything may have changed.
 */
export async function tidy(done: () => void): Promise<void> {
	if (!(await isUntidy())) return;
	await alone('search', () => drainLive(Date.now()));
	if ((await generations({ fresh: true })).some(isOutdated)) await alone('import', reindexArchives);
	done();
}

/** The same of live posts alone, before a search that would have to look at too many one by one. */
export async function tidyLive(): Promise<void> {
	if (await isFarBehind()) await alone('search', () => drainLive(Date.now()));
}

function alone(name: string, work: () => Promise<void>): Promise<void> {
	return navigator.locks.request(name, {}, work);
}
