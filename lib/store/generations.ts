import type { AccountUri } from '../model';
import { announce, remembering } from './changes';
import { database, writing } from './database';
import type { Generation, ImportReport } from './schema';

let known: Promise<Generation[]> | undefined;

/**
 * Every archived account's readable state, kept in memory until it changes. `fresh` reads it anew: for a reader
 * that found a segment gone before the announcement of its replacement arrived.
 */
export function generations(options: { fresh?: boolean } = {}): Promise<Generation[]> {
	if (options.fresh) known = undefined;
	known ??= load().catch((error: unknown) => {
		known = undefined;
		throw error;
	});
	return known;
}

async function load(): Promise<Generation[]> {
	remembering('generations', () => {
		known = undefined;
	});
	return (await database()).getAll('generations');
}

/** A number no generation has had. Taken before anything is written under it. */
export async function newGenerationId(): Promise<number> {
	return writing(async (db) => {
		const tx = db.transaction('counters', 'readwrite');
		const id = ((await tx.store.get('generation')) ?? 0) + 1;
		await tx.store.put(id, 'generation');
		await tx.done;
		return id;
	});
}

/**
 * Swaps the account's readable state in one transaction: before it the old one is seen, after it the new one,
 * never a mixture. The segments of the one before become garbage for `sweepGenerations`.
 */
export async function activate(generation: Generation): Promise<void> {
	await writing((db) => db.put('generations', generation, generation.account.key));
	announce('generations');
}

/** Replaces the report of one import, when its media have been copied; nothing when it was removed meanwhile. */
export async function noteMedia(
	account: AccountUri,
	importId: string,
	media: ImportReport['media'],
): Promise<void> {
	await writing(async (db) => {
		const tx = db.transaction('generations', 'readwrite');
		const generation = await tx.store.get(account);
		if (generation) {
			const imports = generation.imports.map((one) =>
				one.id === importId ? { ...one, report: { ...one.report, media } } : one,
			);
			await tx.store.put({ ...generation, imports }, account);
		}
		await tx.done;
	});
	announce('generations');
}

/** Takes an account's archive out of sight; its segments become garbage for `sweepGenerations`. */
export async function removeGeneration(account: AccountUri): Promise<void> {
	await writing((db) => db.delete('generations', account));
	announce('generations');
}

/**
 * Deletes the segments and postings of every generation that is not active: what was replaced, and what a
 * closed tab or a killed browser left half-written. Only for the holder of the lock `import`, because the
 * generation that an import is writing is not active yet.
 */
export async function sweepGenerations(): Promise<void> {
	await writing(async (db) => {
		const tx = db.transaction(['generations', 'segments', 'postings'], 'readwrite');
		const all = await tx.objectStore('generations').getAll();
		const dead = {
			segments: between(all.map(({ id }) => id)),
			postings: between(all.map(({ id, index }) => index ?? id)),
		};
		for (const name of ['segments', 'postings'] as const) {
			for (const range of dead[name]) await tx.objectStore(name).delete(range);
		}
		await tx.done;
	});
}

/** The keys of all numbers but these. */
function between(live: readonly number[]): IDBKeyRange[] {
	let from = 0;
	const ranges: IDBKeyRange[] = [];
	for (const id of [...live.toSorted((a, b) => a - b), Number.POSITIVE_INFINITY]) {
		if (from < id) ranges.push(IDBKeyRange.bound([from], [id], false, true));
		from = id + 1;
	}
	return ranges;
}
